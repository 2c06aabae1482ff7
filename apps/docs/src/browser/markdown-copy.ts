import { copyText } from './copy-text.js';

/** Makes the button at the end of a page copy what lies beside it in Markdown. */
export function startMarkdownCopy(): void {
  const place = document.querySelector<HTMLElement>('.markdown-copy');
  const button = place?.querySelector('button');
  const told = place?.querySelector('[role=status]');
  // Pages on a disk have no address that a file beside them could be asked for.
  if (!button || !told || !location.protocol.startsWith('http')) return;
  button.hidden = false;
  let text: Promise<string> | undefined;
  const load = () =>
    (text ??= readMarkdown().catch((error: unknown) => {
      text = undefined;
      throw error;
    }));
  // Some browsers let only what happens at once be copied: it is there when the button is pressed.
  for (const sign of ['pointerenter', 'focus']) {
    button.addEventListener(sign, () => {
      load().catch(() => undefined);
    });
  }
  const { copied = '', failed = '' } = button.dataset;
  button.addEventListener('click', () => {
    told.textContent = '';
    void load()
      .then(copyText, () => false)
      .then((done) => {
        told.textContent = done ? copied : failed;
      });
  });
}

async function readMarkdown(): Promise<string> {
  const response = await fetch('index.md');
  if (!response.ok) throw new Error(`index.md: ${response.status}`);
  return response.text();
}
