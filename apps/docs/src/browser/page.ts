import { copyText } from './copy-text.js';
import { store, stored } from './stored.js';

// What moves on a page of the reference. All of it can be read and pressed without.

openWhatIsNamed();
addEventListener('hashchange', openWhatIsNamed);
openToPrint();
rememberChoices();
copyAddresses();
prefetchOnHover();
document.querySelector('.menu [aria-current]')?.scrollIntoView({ block: 'nearest' });
closeMenu();

/** What the address names may be folded away. */
function openWhatIsNamed(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let folded = named?.closest<HTMLDetailsElement>('details:not([open])');
  if (!named || !folded) return;
  for (; folded; folded = folded.parentElement?.closest<HTMLDetailsElement>('details:not([open])')) folded.open = true;
  named.scrollIntoView();
}

/** On narrow screens the menu lies over the page: where it leads to another place of it, that is wanted in sight. */
function closeMenu(): void {
  const menu = document.getElementById('menu');
  menu?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a') && menu.matches(':popover-open')) menu.hidePopover();
  });
}

function openToPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}

/** Who reads samples in one language wants the next ones in it, too. */
function rememberChoices(): void {
  const storage = () => localStorage;
  const groups = [...document.querySelectorAll<HTMLFieldSetElement>('[data-remember]')];
  const choose = (group: HTMLFieldSetElement, value: string | undefined) => {
    for (const choice of group.querySelectorAll('input')) if (choice.value === value) choice.checked = true;
  };
  for (const group of groups) {
    const name = group.dataset['remember'] ?? '';
    choose(group, stored(storage, name));
    group.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      store(storage, name, target.value);
      for (const other of groups) if (other.dataset['remember'] === name) choose(other, target.value);
    });
  }
}

/** The address of a field is copied when it is gone to. */
function copyAddresses(): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.field-link') : null;
    if (link === null) return;
    void copyText(link.href).then((copied) => {
      link.dataset['copied'] = String(copied);
      setTimeout(() => {
        delete link.dataset['copied'];
      }, 2000);
    });
  });
}

/** Pages of the site are fetched when a reader points at a link to them. */
function prefetchOnHover(): void {
  const fetched = new Set([location.pathname]);
  document.addEventListener('pointerover', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link?.origin !== location.origin || !location.protocol.startsWith('http')) return;
    if (!link.pathname.endsWith('/') || fetched.has(link.pathname)) return;
    fetched.add(link.pathname);
    const prefetch = document.createElement('link');
    prefetch.rel = 'prefetch';
    prefetch.href = link.pathname;
    document.head.append(prefetch);
  });
}
