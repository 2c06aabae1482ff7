import type { TryItTexts } from '../try-it/try-it-texts.js';
import type { OpenTryIt } from '../try-it/try-it-window.js';
import { addressesIn, loadScript, loadStyle } from './load-files.js';

// Opens the dialog in which an operation is tried. What sends requests is loaded when it is first wanted.
const dialog = document.querySelector<HTMLDialogElement>('.try-it');
if (dialog === null) throw new Error('the page has no dialog to try operations in');

async function start(toFill: HTMLDialogElement): Promise<OpenTryIt> {
  const { scripts, styles } = toFill.dataset;
  await Promise.all([...addressesIn(scripts).map(loadScript), ...addressesIn(styles).map(loadStyle)]);
  const { vpcepStartTryIt, vpcepTryItData } = window;
  if (!vpcepStartTryIt || !vpcepTryItData) throw new Error('the scripts of the dialog are not those of this page');
  return vpcepStartTryIt(toFill, vpcepTryItData);
}

let started: Promise<OpenTryIt> | undefined;
const operationOf = (element: Element | null | undefined) =>
  element?.closest<HTMLElement>('[data-try-it]')?.dataset['tryIt'];

async function open(toFill: HTMLDialogElement, operationId: string): Promise<void> {
  try {
    const fill = await (started ??= start(toFill));
    fill(operationId);
  } catch (error) {
    started = undefined;
    const { notLoaded } = JSON.parse(toFill.dataset['texts'] ?? '{}') as Partial<TryItTexts>;
    toFill.querySelector('.try-it-state')?.replaceChildren(notLoaded ?? '');
    throw error;
  } finally {
    if (!toFill.open) toFill.showModal();
  }
}

document.addEventListener('click', ({ target }) => {
  const operationId = target instanceof Element ? operationOf(target) : undefined;
  if (operationId !== undefined) void open(dialog, operationId);
});
dialog.querySelector('[data-do=close]')?.addEventListener('click', () => {
  dialog.close();
});

// Another page leads to the dialog of the operation that this page is about.
function openByAddress(toFill: HTMLDialogElement): void {
  if (location.hash !== '#try') return;
  history.replaceState(history.state, '', location.pathname + location.search);
  const operationId = operationOf(document.querySelector('[data-try-it]'));
  if (operationId !== undefined) void open(toFill, operationId);
}
openByAddress(dialog);
window.addEventListener('hashchange', () => {
  openByAddress(dialog);
});
