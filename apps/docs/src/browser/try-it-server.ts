import { mockAddress } from '../samples/mock-address.js';
import { readMockServerAddress } from '../try-it/mock-server-address.js';
import type { TryItTexts } from '../try-it/try-it-texts.js';
import { partOf } from './part-of.js';
import { store, stored } from './stored.js';
import { tabMemory } from './tab-memory.js';
import { mockInPage } from './try-it-mock.js';

/** What answers. */
export interface TryItServer {
  /** What comes before the path of a request; as it is shown, nothing for the mock in the page. */
  address: string;
  shown: string;
  fetch: typeof fetch;
  /** Whether it is the mock in the page, which is there for this tab alone. */
  isInPage: boolean;
}

/** The part of the dialog that says what answers. */
export interface TryItServerChoice {
  /** What is chosen, if requests may go there. The dialog says why, if they may not. */
  server: () => TryItServer | undefined;
  /** Leads the reader to what is wrong. */
  focus: () => void;
}

const key = 'mock-address';
const storage = () => localStorage;
const place = tabMemory<'page' | 'server'>('mock-place');

/** Any host will do: nothing leaves the page. */
const inPage = 'http://mock.invalid';

export function tryItServerChoice(part: HTMLElement, texts: TryItTexts): TryItServerChoice {
  const where = part.querySelector<HTMLSelectElement>('[name=where]');
  const address = part.querySelector<HTMLInputElement>('[name=address]');
  if (!where || !address) throw new Error('the dialog lacks a part');
  const refusal = partOf(part, '#try-it-refusal');
  const callPage = mockInPage();

  where.value = place.read() ?? 'page';
  address.value = stored(storage, key) ?? mockAddress;

  /** The address, if requests may go there. */
  function allowedAddress(): string | undefined {
    const read = readMockServerAddress(address?.value ?? '', location.origin);
    const problem = 'refusal' in read ? texts.refusals[read.refusal] : '';
    if (refusal.textContent !== problem) refusal.textContent = problem;
    address?.setAttribute('aria-invalid', String(problem !== ''));
    return 'address' in read ? read.address : undefined;
  }

  function server(): TryItServer | undefined {
    if (where?.value === 'page') return { address: inPage, shown: '', fetch: callPage, isInPage: true };
    const allowed = allowedAddress();
    return allowed === undefined
      ? undefined
      : { address: allowed, shown: allowed, fetch: (...request) => fetch(...request), isInPage: false };
  }

  function show(): void {
    const chosen = where?.value === 'server' ? 'server' : 'page';
    for (const each of part.querySelectorAll<HTMLElement>('[data-where]')) {
      each.hidden = each.dataset['where'] !== chosen;
    }
    partOf(part, 'summary span').textContent =
      chosen === 'page' ? texts.places.page : (server()?.shown ?? texts.places.server);
  }

  where.addEventListener('change', () => {
    place.write(where.value === 'server' ? 'server' : 'page');
  });
  address.addEventListener('change', () => {
    const allowed = allowedAddress();
    if (allowed !== undefined) store(storage, key, allowed);
  });
  part.addEventListener('input', show);
  show();

  return {
    server,
    focus() {
      part.setAttribute('open', '');
      address.focus();
    },
  };
}
