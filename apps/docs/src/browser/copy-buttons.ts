import { copyText } from './copy-text.js';

/** How long a button tells what it has done. */
const toldFor = 2000;

/** Makes the buttons that stand beside code copy it. */
export function startCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.copy-button')) button.hidden = false;
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('.copy-button') : null;
    if (button !== null) void copyBeside(button);
  });
}

async function copyBeside(button: HTMLButtonElement): Promise<void> {
  const place = button.closest('.copy');
  const told = place?.querySelector('[role=status]');
  const code = place?.parentElement?.querySelector('pre');
  if (!told || !code) throw new Error('there is no code beside the button that copies it');
  const { copied = '', failed = '' } = button.dataset;
  told.textContent = (await copyText(code.textContent)) ? copied : failed;
  setTimeout(() => {
    told.textContent = '';
  }, toldFor);
}
