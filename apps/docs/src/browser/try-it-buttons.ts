import type { TryItTexts } from '../try-it/try-it-texts.js';
import '../try-it/try-it-window.js';
import { addressesIn, loadScript, loadStyle } from './load-files.js';

// Opens the dialog in which an operation is tried. What sends requests is loaded when it is first wanted.
const dialog = document.querySelector<HTMLDialogElement>('.try-it');
if (dialog === null) throw new Error('the page has no dialog to try operations in');

async function start(toFill: HTMLDialogElement): Promise<(operationId: string) => void> {
  const { scripts, styles } = toFill.dataset;
  await Promise.all([...addressesIn(scripts).map(loadScript), ...addressesIn(styles).map(loadStyle)]);
  const { vpcepStartTryIt, vpcepTryItOperations } = window;
  if (!vpcepStartTryIt || !vpcepTryItOperations)
    throw new Error('the scripts of the dialog are not those of this page');
  return vpcepStartTryIt(toFill, vpcepTryItOperations);
}

let started: Promise<(operationId: string) => void> | undefined;
const operationOf = ({ target }: Event) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-try-it]')?.dataset['tryIt'] : undefined;

async function open(toFill: HTMLDialogElement, operationId: string): Promise<void> {
  try {
    const fill = await (started ??= start(toFill));
    fill(operationId);
  } catch (error) {
    started = undefined;
    const { notLoaded } = JSON.parse(toFill.dataset['texts'] ?? '{}') as Partial<TryItTexts>;
    toFill.querySelector('[role=status]')?.replaceChildren(notLoaded ?? '');
    throw error;
  } finally {
    toFill.showModal();
  }
}

document.addEventListener('click', (event) => {
  const operationId = operationOf(event);
  if (operationId !== undefined) void open(dialog, operationId);
});
dialog.querySelector('[data-do=close]')?.addEventListener('click', () => {
  dialog.close();
});
