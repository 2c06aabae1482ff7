// Takes the reference over from its HTML, once the reader can read it: its scripts are loaded when the page is idle, and
// a button that was pressed before then is pressed again.
const loader = document.currentScript;
const root = document.querySelector('#redoc');
if (!(loader instanceof HTMLScriptElement) || root === null) throw new Error('the page has no element #redoc');
const assets = loader.src;

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

function loadWhenIdle(): void {
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 2000 });
  else setTimeout(load, 200);
}
if (document.readyState === 'complete') loadWhenIdle();
else addEventListener('load', loadWhenIdle);
