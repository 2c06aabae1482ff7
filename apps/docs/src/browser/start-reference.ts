// Takes the reference over from its HTML, which can be read without: the scripts are loaded at the first sign that a reader
// is there, and a button that was pressed before they have come is pressed again.
const loader = document.currentScript;
const root = document.querySelector('#redoc');
if (!(loader instanceof HTMLScriptElement) || root === null) throw new Error('the page has no element #redoc');
const assets = loader.src;

const signs = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown', 'focusin'] as const;

let pressed: HTMLElement[] = [];
const remember = (event: Event) => {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLElement>('button:not([data-try-it]), [role=tab]') : null;
  if (button === null) return;
  pressed.push(button);
  load();
};
root.addEventListener('click', remember);

globalThis.referenceReady = () => {
  root.removeEventListener('click', remember);
  for (const button of pressed) button.click();
  pressed = [];
};

let loading = false;
function load(): void {
  if (loading) return;
  loading = true;
  const language = document.documentElement.lang;
  for (const name of [`document.${language}.js`, `reference.${language}.js`]) {
    const script = document.createElement('script');
    script.src = new URL(name, assets).href;
    // In this order, although added by a script.
    script.async = false;
    document.head.append(script);
  }
}

/** Loads when nothing else is to do. What is in a dialog before the reference comes first. */
function loadWhenIdle(): void {
  const dialog = document.querySelector('dialog[open]');
  if (dialog !== null) dialog.addEventListener('close', loadWhenIdle, { once: true });
  // Safari has no requestIdleCallback.
  else if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 2000 });
  else setTimeout(load, 200);
}

const reader = new AbortController();
for (const sign of signs) {
  const begin = () => {
    reader.abort();
    // A key may be the one that opens a dialog.
    setTimeout(loadWhenIdle);
  };
  addEventListener(sign, begin, { passive: true, signal: reader.signal });
}
