import { spawnSync } from 'node:child_process';
import { findChromium } from './find.js';

/** Installs Debian's Chromium where there is no browser yet, or says how to get one. */
const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

const howToGetOne =
  process.platform === 'linux' ? 'run "sudo apt-get install chromium"' : 'install Google Chrome or Microsoft Edge';

if (findChromium() === undefined) {
  if (process.getuid?.() === 0 && apt('--version')) {
    process.stdout.write('Installing Chromium for the browser tests: apt-get install chromium\n');
    // An index that cannot be renewed may still be good enough; whether it was, the installation shows.
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  }
  if (findChromium() === undefined) {
    process.stderr.write(`The browser tests need Chromium: ${howToGetOne}, or set CHROMIUM_PATH.\n`);
    process.exitCode = 1;
  }
}
