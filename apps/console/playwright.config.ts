import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findChromium } from '@vpcep/chromium';

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('there is no Chromium: run "npm test", which installs it');

export default defineConfig({
  testDir: 'test',
  outputDir: '../../node_modules/.cache/console-tests',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['line'], [fileURLToPath(import.meta.resolve('@vpcep/testing/playwright-timings'))]],
  timeout: 120_000,
  // A busy machine takes its time. What never comes fails all the same.
  expect: { timeout: 30_000 },
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A button of a dialog that still grows may have moved on between the press and the release: then nothing is clicked.
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath,
      // Chromium's sandbox does not work for root, who runs the tests in containers.
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking'],
    },
  },
});
