/**
 * Adds a script of the site to the page, and waits for it.
 *
 * @param address of a file; or `#id` of an element that holds the script as text, in a page that needs no other file.
 */
export function loadScript(address: string): Promise<void> {
  const script = document.createElement('script');
  if (address.startsWith('#')) {
    script.textContent = document.getElementById(address.slice(1))?.textContent ?? '';
    // It runs here. The page's policy knows its hash.
    document.head.append(script);
    return Promise.resolve();
  }
  script.src = address;
  return loaded(script, address);
}

/** Adds a style sheet of the site to the page, and waits for it. */
export function loadStyle(address: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  return loaded(link, address);
}

function loaded(element: HTMLScriptElement | HTMLLinkElement, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    element.onload = () => {
      resolve();
    };
    element.onerror = () => {
      reject(new Error(`${address} could not be loaded`));
    };
    document.head.append(element);
  });
}

/** The addresses in an attribute of an element. */
export const addressesIn = (list: string | undefined): string[] => (list ?? '').split(' ').filter(Boolean);
