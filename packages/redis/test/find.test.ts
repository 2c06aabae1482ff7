import { expect, test } from 'vitest';
import { findRedis } from '../src/find.js';

const linux = { PATH: '/usr/local/bin:/usr/bin' };
const mac = { PATH: '/usr/bin:/bin' };
const windows = { PATH: 'C:\\Windows\\system32;C:\\tools', ProgramFiles: 'C:\\Program Files' };

/** What is found on a computer that has these files. */
const found = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...installed: string[]) =>
  findRedis({ platform, env, isExecutable: (file) => installed.includes(file) });

test.each([
  ['Redis on Linux', 'linux', linux, '/usr/bin/redis-server'],
  ['Valkey on Linux', 'linux', linux, '/usr/local/bin/valkey-server'],
  ['Redis on the path of macOS', 'darwin', mac, '/usr/bin/redis-server'],
  ["Homebrew's Redis", 'darwin', mac, '/opt/homebrew/bin/redis-server'],
  ["Homebrew's Valkey on Intel", 'darwin', mac, '/usr/local/bin/valkey-server'],
  ['Redis on the path of Windows', 'win32', windows, 'C:\\tools\\redis-server.exe'],
  ['Memurai on Windows', 'win32', windows, 'C:\\Program Files\\Memurai\\memurai.exe'],
] as const)('%s is found', (_, platform, env, file) => {
  expect(found(platform, env, file)).toBe(file);
});

test('what is first on the path is preferred, and of one folder Redis', () => {
  expect(found('linux', linux, '/usr/bin/redis-server', '/usr/local/bin/valkey-server')).toBe(
    '/usr/local/bin/valkey-server',
  );
  expect(found('linux', linux, '/usr/bin/redis-server', '/usr/bin/valkey-server')).toBe('/usr/bin/redis-server');
});

test('the server of REDIS_SERVER_PATH is preferred to all others', () => {
  const env = { ...linux, REDIS_SERVER_PATH: '/opt/mine' };
  expect(found('linux', env, '/opt/mine', '/usr/bin/redis-server')).toBe('/opt/mine');
});

test('what lies in the present folder is not taken for a server where the path has an empty part', () => {
  expect(found('linux', { PATH: ':/usr/bin' }, 'redis-server')).toBeUndefined();
});

test.each(['linux', 'darwin', 'win32'] as const)('none is found on an empty %s that says nothing of itself', (name) => {
  expect(found(name, {})).toBeUndefined();
});
