import { connectToChromium } from '@vpcep/chromium';
import type { BrowserContextOptions, Locator } from 'playwright-core';
import { inject } from 'vitest';

export type Opened = Awaited<ReturnType<Awaited<ReturnType<typeof openSite>>['open']>>;

/** Connects a test file to the pages and to the browser, which `global-setup.ts` has started for all of them. */
export async function openSite() {
  const address = inject('pages');
  const browser = await connectToChromium(inject('browser'));

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

  return { address, open, close: () => browser.close() };
}

/** How far something is from the upper edge of the window, in pixels; infinitely far where it is not shown. */
export const distanceFromTop = (place: Locator): Promise<number> =>
  place.boundingBox().then((box) => Math.abs(box?.y ?? Infinity));
