import { startCopyButtons } from './copy-buttons.js';
import { linkConsole } from './link-console.js';
import { keepPlace, returnToPlace } from './place.js';
import { store } from './stored.js';

for (const link of document.querySelectorAll<HTMLAnchorElement>('.language-switch')) {
  link.addEventListener('click', () => {
    store(() => localStorage, 'language', link.hreflang);
    link.hash = location.hash;
    keepPlace();
  });
}
startCopyButtons();
void linkConsole();
returnToPlace();
