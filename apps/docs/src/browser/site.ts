import { startCopyButtons } from './copy-buttons.js';
import { linkConsole } from './link-console.js';
import { startMarkdownCopy } from './markdown-copy.js';
import { keepPlace, returnToPlace } from './place.js';
import { store } from './stored.js';
import { startThemeSwitch } from './theme-switch.js';

for (const link of document.querySelectorAll<HTMLAnchorElement>('.language-switch')) {
  link.addEventListener('click', () => {
    store(() => localStorage, 'language', link.hreflang);
    link.hash = location.hash;
    keepPlace();
  });
}
startCopyButtons();
startMarkdownCopy();
startThemeSwitch();
void linkConsole();
returnToPlace();
