import { readMockServerAddress } from '../try-it/mock-server-address.js';
import { requestUrl } from '../try-it/request-url.js';
import { sendRequest } from '../try-it/send-request.js';
import type { TryItOperation } from '../try-it/try-it-operation.js';
import type { TryItTexts } from '../try-it/try-it-texts.js';
import { mockAddress } from '../samples/mock-address.js';
import '../try-it/try-it-window.js';
import { partOf } from './part-of.js';
import { store, stored } from './stored.js';
import { tryItAnswer } from './try-it-answer.js';
import { tryItFields } from './try-it-fields.js';

const key = 'mock-address';
const storage = () => localStorage;

window.vpcepStartTryIt = (dialog, operations) => {
  const texts = JSON.parse(dialog.dataset['texts'] ?? '{}') as TryItTexts;
  const form = dialog.querySelector('form');
  const address = dialog.querySelector<HTMLInputElement>('[name=address]');
  const send = dialog.querySelector<HTMLButtonElement>('[type=submit]');
  if (!form || !address || !send) throw new Error('the dialog lacks a part');
  const fields = tryItFields(form);
  const { catalogue = '', install = '' } = dialog.dataset;
  const answer = tryItAnswer(partOf(dialog, '.try-it-answer'), texts, { catalogue, install });
  const refusal = partOf(dialog, '#try-it-refusal');
  const notJson = partOf(dialog, '#try-it-not-json');
  let current: TryItOperation | undefined;

  address.value = stored(storage, key) ?? mockAddress;

  /** The address, if requests may go there. Says why, if they may not. */
  function allowedAddress(): string | undefined {
    const read = readMockServerAddress(address?.value ?? '', location.origin);
    const problem = 'refusal' in read ? texts.refusals[read.refusal] : '';
    if (refusal.textContent !== problem) refusal.textContent = problem;
    address?.setAttribute('aria-invalid', String(problem !== ''));
    return 'address' in read ? read.address : undefined;
  }

  function update(): void {
    const base = allowedAddress();
    if (current === undefined) return;
    answer.line(current.method, requestUrl(base ?? '', current, fields.values()));
    notJson.textContent = current.body === undefined || isJson(fields.body()) ? '' : texts.notJson;
  }

  function fill(operation: TryItOperation): void {
    current = operation;
    partOf(dialog, '#try-it-title').textContent = operation.title;
    const method = partOf(dialog, '.try-it-method');
    method.textContent = operation.method;
    method.dataset['method'] = operation.method.toLowerCase();
    fields.fill(operation);
    answer.say(texts.noAnswerYet);
    update();
  }

  /** Does something that takes time, during which nothing else is sent. */
  async function working(work: (base: string) => Promise<void>): Promise<void> {
    const base = allowedAddress();
    if (base === undefined) {
      address?.focus();
      return;
    }
    if (form?.dataset['sending'] === 'true') return;
    if (form) form.dataset['sending'] = 'true';
    answer.say(texts.sending);
    try {
      await work(base);
    } finally {
      if (form) form.dataset['sending'] = 'false';
    }
  }

  const sendCurrent = () =>
    working(async (base) => {
      if (current === undefined) return;
      const { method, headers, body } = current;
      const url = requestUrl(base, current, fields.values());
      answer.show(
        await sendRequest({ method, url, headers, ...(body !== undefined && { body: fields.body() }) }),
        base,
      );
    });

  const resetMock = () =>
    working(async (base) => {
      const outcome = await sendRequest({ method: 'POST', url: `${base}/_mock/reset`, headers: {} });
      if (outcome.kind === 'answered' && outcome.ok) answer.say(texts.mockReset);
      else answer.show(outcome, base);
    });

  form.addEventListener('input', update);
  address.addEventListener('change', () => {
    const base = allowedAddress();
    if (base !== undefined) store(storage, key, base);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void sendCurrent();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  partOf(dialog, '[data-do=sample]').addEventListener('click', () => {
    if (current !== undefined) fill(current);
  });
  partOf(dialog, '[data-do=reset]').addEventListener('click', () => void resetMock());
  // A link in the answer leads to another place of the page, or to another page.
  partOf(dialog, '.try-it-more').addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) dialog.close();
  });

  return (operationId) => {
    if (current?.operationId === operationId) return;
    const operation = operations.find((each) => each.operationId === operationId);
    if (operation === undefined) throw new Error(`there is no operation ${operationId} to try`);
    fill(operation);
  };
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
