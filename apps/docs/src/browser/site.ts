import { settleAtAddress } from '../redoc/settle.js';
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
if (!returnToPlace()) settleAtAddress();
addEventListener('hashchange', ({ newURL }) => {
  // The menu writes the address of what was in sight a little late: it may have come after the reader's, and before this.
  if (location.href !== newURL) history.replaceState(null, '', newURL);
  settleAtAddress();
});
