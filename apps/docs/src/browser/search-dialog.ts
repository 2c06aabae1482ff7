import '../search/search-window.js';
import { addressesIn, loadScript, loadStyle } from './load-files.js';

// Opens the search. What finds something is loaded when the search is first wanted.
const button = document.querySelector<HTMLButtonElement>('.search-button');
const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
const input = dialog?.querySelector('input');
const state = dialog?.querySelector('.search-state');
if (!button || !dialog || !input || !state) throw new Error('the page has no search');

const { scripts, styles, states = '{}' } = dialog.dataset;
const { loading, failed } = JSON.parse(states) as Record<string, string>;

async function start(toFill: HTMLDialogElement): Promise<void> {
  await Promise.all(addressesIn(scripts).map(loadScript));
  const { vpcepStartSearch } = window;
  if (!vpcepStartSearch) throw new Error('the scripts of the search are not those of this page');
  await vpcepStartSearch(toFill);
}

let started: Promise<void> | undefined;
let isReady = false;
/** Whether a reader wants to go to the first result as soon as it is there. */
let isEntered = false;
function prepare() {
  if (started || !dialog || !state) return;
  state.textContent = loading ?? '';
  started = start(dialog).then(
    () => {
      // The script has found what was typed meanwhile, and says so itself.
      if (state.textContent === loading) state.textContent = '';
      isReady = true;
      if (isEntered && dialog.open) dialog.querySelector<HTMLAnchorElement>('[role=option]')?.click();
    },
    (error: unknown) => {
      state.textContent = failed ?? '';
      throw error;
    },
  );
}

function open() {
  dialog?.showModal();
  input?.select();
  prepare();
}

// What the dialog looks like is there when it opens, and the page does not wait for it.
for (const style of addressesIn(styles)) void loadStyle(style);

button.hidden = false;
button.addEventListener('click', open);
button.addEventListener('pointerenter', prepare);
input.addEventListener('keydown', ({ key, isComposing }) => {
  if (!isComposing && !isReady) isEntered = key === 'Enter';
});
dialog.querySelector('button')?.addEventListener('click', () => {
  dialog.close();
});
dialog.addEventListener('click', (event) => {
  // The dialog's content covers it: only its backdrop is itself what was clicked.
  if (event.target === dialog) dialog.close();
});
document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const inText =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  const shortcut =
    (key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey) ||
    (key === '/' && !inText && !ctrlKey && !metaKey && !altKey);
  if (!shortcut) return;
  event.preventDefault();
  if (!dialog.open) open();
});

// An address may ask for something, as those that browsers make of what is typed into their own field.
const asked = new URLSearchParams(location.search).get('q')?.trim();
if (asked) {
  input.value = asked;
  open();
}
