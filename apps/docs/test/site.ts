import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '@vpcep/chromium';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import sirv from 'sirv';

export const dist = fileURLToPath(new URL('../dist', import.meta.url));

export type Opened = Awaited<ReturnType<Awaited<ReturnType<typeof serveSite>>['open']>>;

/** Serves the pages below a path, as hosts of several sites do, and opens them in a browser. */
export async function serveSite(path = '/') {
  const files = sirv(dist, { dev: true });
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404).end();
    };
    if (request.url?.startsWith(path) !== true) {
      missing();
      return;
    }
    request.url = request.url.slice(path.length - 1);
    files(request, response, missing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const browser = await launchChromium();

  /**
   * Opens a page with every other origin blocked, and takes down whatever goes wrong or elsewhere.
   *
   * @param allowed an origin beside that of the pages that may be called.
   */
  async function open(options: BrowserContextOptions = {}, allowed = address) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if ([address, allowed, 'file:'].some((start) => url.startsWith(start))) return route.continue();
      elsewhere.push(url);
      return route.abort();
    });
    // A breach of the Content-Security-Policy is an error on the console.
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => {
      // A page that was left before it was complete.
      if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
      complaints.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    return { page, elsewhere, complaints, close: () => context.close() };
  }

  return {
    address,
    open,
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Waits until the scripts have taken the reference over from its HTML, as they do when a reader is there. */
export async function untilReady(page: Page): Promise<void> {
  // Before, nothing listens to the reader.
  await page.waitForLoadState('load');
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.locator('html[data-reference=ready]').waitFor({ state: 'attached' });
}

/** How far something is from the upper edge of the window, in pixels; infinitely far where it is not shown. */
export const distanceFromTop = (place: Locator): Promise<number> =>
  place.boundingBox().then((box) => Math.abs(box?.y ?? Infinity));

/** Opens everything that can be opened: tabs are left, as only one of them is shown at a time. */
export async function expandAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const closed = () =>
      document.querySelectorAll<HTMLElement>('#redoc .api-content button[aria-expanded=false]:enabled');
    // What is opened may hold more to open.
    for (let found = closed(); found.length > 0; found = closed()) {
      for (const button of found) button.click();
      await new Promise(requestAnimationFrame);
    }
  });
}
