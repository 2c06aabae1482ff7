import { expect, test } from 'vitest';
import { findChromium } from '../src/find.js';

const linux = { PATH: '/usr/local/bin:/usr/bin' };
const mac = { PATH: '/usr/bin', HOME: '/Users/me' };
const windows = {
  PATH: 'C:\\Windows\\system32',
  ProgramFiles: 'C:\\Program Files',
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local',
};

/** What is found on a computer that has these files. */
const found = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...installed: string[]) =>
  findChromium({ platform, env, isExecutable: (file) => installed.includes(file) });

test.each([
  ['Chromium on Linux', 'linux', linux, '/usr/bin/chromium'],
  ['Chrome on Linux', 'linux', linux, '/usr/local/bin/google-chrome'],
  ['Edge on Linux', 'linux', linux, '/usr/bin/microsoft-edge'],
  ['Chromium on the path of macOS', 'darwin', mac, '/usr/bin/chromium'],
  ['Chrome on macOS', 'darwin', mac, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  [
    'Chrome of one user on macOS',
    'darwin',
    mac,
    '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  ['Edge on macOS', 'darwin', mac, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['Chrome on Windows', 'win32', windows, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  [
    'Chrome of one user on Windows',
    'win32',
    windows,
    'C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
  ],
  ['Edge on Windows', 'win32', windows, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
] as const)('%s is found', (_, platform, env, file) => {
  expect(found(platform, env, file)).toBe(file);
});

test('Chrome is preferred to Edge, wherever the two are', () => {
  const chrome = `${windows.LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe`;
  const edge = `${windows.ProgramFiles}\\Microsoft\\Edge\\Application\\msedge.exe`;
  expect(found('win32', windows, edge, chrome)).toBe(chrome);
});

test('the browser of CHROMIUM_PATH is preferred to all others', () => {
  const env = { ...linux, CHROMIUM_PATH: '/opt/mine' };
  expect(found('linux', env, '/opt/mine', '/usr/bin/chromium')).toBe('/opt/mine');
});

test.each(['linux', 'darwin', 'win32'] as const)('none is found on an empty %s that says nothing of itself', (name) => {
  expect(found(name, {})).toBeUndefined();
});
