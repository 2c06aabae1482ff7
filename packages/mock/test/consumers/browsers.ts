import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromiumCommand } from '@vpcep/chromium';
import { endTree, fullTier } from '@vpcep/testing';

/** A browser that opens a page by itself, without a program that drives it: each would need another one. */
export interface PlainBrowser {
  readonly name: string;
  /** The command that opens a page, with a folder for all that the browser keeps. */
  command(folder: string, url: string): readonly [program: string, ...args: string[]];
}

const chromium: PlainBrowser = {
  name: 'Chromium',
  command(folder, url) {
    const { executablePath, args } = chromiumCommand();
    return [executablePath, ...args, '--headless', `--user-data-dir=${folder}`, url];
  },
};

const firefox: PlainBrowser = {
  name: 'Firefox',
  command: (folder, url) => [onPath('firefox-esr', 'firefox'), '--headless', '--no-remote', '--profile', folder, url],
};

/** The browser of WebKit's own tests, which is the same in its engine as Safari. It needs a screen. */
const webKit: PlainBrowser = {
  name: 'WebKit',
  command(_, url) {
    const libraries = '/usr/lib';
    const program = readdirSync(libraries)
      .map((machine) => join(libraries, machine, 'webkit2gtk-4.1/MiniBrowser'))
      .find(isExecutable);
    return [onPath('xvfb-run'), '-a', program ?? missing('MiniBrowser'), url];
  },
};

/** Those that Debian has packages of, in the full tier. */
export const browsers: readonly PlainBrowser[] =
  fullTier && process.platform === 'linux' ? [chromium, firefox, webKit] : [chromium];

/** Where a program is, by the name that Debian gives it, or by others that it has elsewhere. */
function onPath(name: string, ...elsewhere: string[]): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = [name, ...elsewhere].flatMap((program) => folders.map((folder) => join(folder, program)));
  return found.find(isExecutable) ?? missing(name);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const missing = (name: string): never => {
  throw new Error(`there is no ${name}: run "sudo apt-get install firefox-esr webkit2gtk-driver xvfb"`);
};

/** A browser that has a page open. */
export interface OpenBrowser {
  readonly process: ChildProcess;
  /** Ends it, and removes all that it has kept. */
  close(): Promise<void>;
}

/** Opens a page in a browser that has never run before. */
export function openIn(browser: PlainBrowser, url: string): OpenBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-browser-'));
  const [program, ...args] = browser.command(folder, url);
  const started = spawn(program, args, {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: folder,
      XDG_CACHE_HOME: folder,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_RUNTIME_DIR: folder,
    },
  });
  const ended = once(started, 'close');
  return {
    process: started,
    async close() {
      endTree(started);
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}
