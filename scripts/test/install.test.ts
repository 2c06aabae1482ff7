import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../clone.js';

interface Lockfile {
  packages: Record<string, { version?: string; integrity?: string; optional?: boolean }>;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-install-'));
  mkdirSync(join(folder, 'scripts'));
  cpSync(join(root, 'scripts/install.mjs'), join(folder, 'scripts/install.mjs'));
  cpSync(join(root, 'package-lock.json'), join(folder, 'package-lock.json'));
  mkdirSync(join(folder, 'bin'));
  // Stands in for npm, and says how it was called. Windows starts npm.cmd.
  const script = `console.log('called: npm', ...process.argv.slice(2)); process.exitCode = Number(process.env.NPM_EXIT);`;
  writeFileSync(join(folder, 'bin/npm.cjs'), script);
  writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\nexec node "\${0%/*}/npm.cjs" "$@"\n`);
  writeFileSync(join(folder, 'bin/npm.cmd'), '@node "%~dp0npm.cjs" %*\r\n');
  chmodSync(join(folder, 'bin/npm'), 0o755);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function install(env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/install.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      NPM_EXIT: '0',
      ...env,
    },
  });
  return { status, stdout, stderr };
}

/** Has the folder look as if just this were installed. */
function pretendInstalled(change: (packages: Lockfile['packages']) => void = () => undefined): void {
  const installed = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')) as Lockfile;
  change(installed.packages);
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify(installed));
}

test('nothing is done, and nothing said, when all is installed', () => {
  pretendInstalled();
  expect(install()).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('a fresh clone is installed from the lockfile', () => {
  const { status, stdout } = install();
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Installing .*nothing is installed yet: npm ci\ncalled: npm ci /);
});

test.each([
  ['is missing', (packages: Lockfile['packages']) => delete packages['node_modules/vitest']],
  ['is another version', (packages: Lockfile['packages']) => (packages['node_modules/vitest'] = { version: '0.0.1' })],
  [
    'is no longer wanted',
    (packages: Lockfile['packages']) => (packages['node_modules/left-over'] = { version: '1.0.0' }),
  ],
])('a package that %s is a reason to install', (reason, change) => {
  pretendInstalled(change);
  expect(install().stdout).toMatch(new RegExp(`because node_modules/\\S+ ${reason}: npm ci\n`));
});

test('a failed installation is a failure', () => {
  expect(install({ NPM_EXIT: '7' }).status).toBe(7);
});
