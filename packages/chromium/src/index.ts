import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './find.js';

export { findChromium };

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
