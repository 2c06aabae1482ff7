import { launchSharedChromium } from '@vpcep/chromium';
import type { TestProject } from 'vitest/node';
import { servePages } from './serve-pages.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the pages are. */
    pages: string;
    /** Where the browser takes connections. */
    browser: string;
  }
}

/** Starts the server and the browser that all tests of the pages share: `site.ts` connects a test file to them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const pages = await servePages();
  const browser = await launchSharedChromium();
  project.provide('pages', pages.address);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    pages.close();
  };
}
