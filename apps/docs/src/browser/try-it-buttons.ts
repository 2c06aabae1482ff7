import type { TryItTexts } from '../try-it/try-it-texts.js';
import type { TryItFilling } from '../try-it/try-it-window.js';
import { addressesIn, loadScript, loadStyle } from './load-files.js';

// Opens the dialog in which an operation is tried. What sends requests is loaded when it is first wanted.
const dialog = document.querySelector<HTMLDialogElement>('.try-it');
if (dialog === null) throw new Error('the page has no dialog to try operations in');

async function start(toFill: HTMLDialogElement): Promise<TryItFilling> {
  const { scripts, styles } = toFill.dataset;
  await Promise.all([...addressesIn(scripts).map(loadScript), ...addressesIn(styles).map(loadStyle)]);
  const { vpcepStartTryIt, vpcepTryItData } = window;
  if (!vpcepStartTryIt || !vpcepTryItData) throw new Error('the scripts of the dialog are not those of this page');
  return vpcepStartTryIt(toFill, vpcepTryItData);
}

let started: Promise<TryItFilling> | undefined;
const operationOf = (element: Element | null | undefined) =>
  element?.closest<HTMLElement>('[data-try-it]')?.dataset['tryIt'];

async function open(toFill: HTMLDialogElement, fill: (filling: TryItFilling) => void): Promise<void> {
  try {
    fill(await (started ??= start(toFill)));
  } catch (error) {
    started = undefined;
    const { notLoaded } = JSON.parse(toFill.dataset['texts'] ?? '{}') as Partial<TryItTexts>;
    toFill.querySelector('.try-it-state')?.replaceChildren(notLoaded ?? '');
    throw error;
  } finally {
    if (!toFill.open) toFill.showModal();
  }
}

const openOperation = (toFill: HTMLDialogElement, operationId: string) =>
  open(toFill, ({ operation }) => {
    operation(operationId);
  });
const openWorkflow = (toFill: HTMLDialogElement, workflowId: string) =>
  open(toFill, ({ workflow }) => {
    workflow(workflowId);
  });

document.addEventListener('click', (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const operationId = operationOf(target);
  if (operationId !== undefined) void openOperation(dialog, operationId);
  // Where there are workflows and a dialog, all is on this page.
  const workflowId = target.closest<HTMLElement>('[data-walk]')?.dataset['walk'];
  if (workflowId === undefined) return;
  event.preventDefault();
  void openWorkflow(dialog, workflowId);
});
dialog.querySelector('[data-do=close]')?.addEventListener('click', () => {
  dialog.close();
});

// Another page leads to the dialog of the operation that this page is about, or of a workflow that begins with it.
function openByAddress(toFill: HTMLDialogElement): void {
  if (location.hash !== '#try') return;
  const search = new URLSearchParams(location.search);
  const workflowId = search.get('walk');
  search.delete('walk');
  const others = search.toString();
  // Who reloads the page, or keeps its address, has not asked for the dialog again.
  history.replaceState(history.state, '', location.pathname + (others === '' ? '' : `?${others}`));
  const operationId = operationOf(document.querySelector('[data-try-it]'));
  // Where the focus returns when the dialog is closed.
  document.querySelector<HTMLElement>('[data-try-it]')?.focus({ preventScroll: true });
  if (workflowId !== null) void openWorkflow(toFill, workflowId);
  else if (operationId !== undefined) void openOperation(toFill, operationId);
}
openByAddress(dialog);
window.addEventListener('hashchange', () => {
  openByAddress(dialog);
});
