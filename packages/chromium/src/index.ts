import { chromium, type Browser, type BrowserServer } from 'playwright-core';
import { findChromium } from './find.js';

export { findChromium };

/** For the browser: nothing is found on any other host, as fonts, logos and counters of some would be. */
export const noOtherHost = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** What starts the browser. Its own connections to its maker's hosts are off. */
export function chromiumCommand(): { executablePath: string; args: string[] } {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('there is no Chromium: run "npm test", which installs it');
  return {
    executablePath,
    args: [
      // Chromium's sandbox does not work for root, who runs the tests in containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}

/** Starts the browser without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch(chromiumCommand());
}

/** Starts a browser without a window for several processes, which `connectToChromium` connects to. */
export function launchSharedChromium(): Promise<BrowserServer> {
  return chromium.launchServer({ ...chromiumCommand(), host: '127.0.0.1' });
}

/** Connects to a browser that another process has started. Closing it ends the connection and what was opened by it. */
export function connectToChromium(address: string): Promise<Browser> {
  return chromium.connect(address);
}
