import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type RedisServer, startRedis } from '../src/index.js';

vi.mock('node:crypto', async (load) => {
  const actual = await load<typeof import('node:crypto')>();
  return { ...actual, randomInt: vi.fn(actual.randomInt) };
});

let redis: RedisServer;
beforeEach(async () => {
  redis = await startRedis();
});
afterEach(() => redis.close());

/** Where it keeps its files. */
const folder = async () => {
  const [, value] = (await redis.run('CONFIG', 'GET', 'dir')) as string[];
  return value ?? '';
};

test('it answers at its URL, and keeps each command before it answers', async () => {
  expect(redis.url).toBe(`redis://127.0.0.1:${redis.port}`);
  expect(await redis.run('PING')).toBe('PONG');
  const settings = await redis.run('CONFIG', 'GET', 'append*', 'save', 'maxmemory-policy');
  expect(settings).toEqual(expect.arrayContaining(['appendonly', 'yes', 'appendfsync', 'always', 'noeviction']));
});

test('two run side by side, and know nothing of one another', async () => {
  const other = await startRedis();
  expect(other.port).not.toBe(redis.port);
  await redis.run('SET', 'one', 1);
  expect(await other.run('GET', 'one')).toBeNull();
  await other.close();
});

test('where a port is taken, another one is tried', async () => {
  vi.mocked(randomInt).mockImplementationOnce(() => redis.port);
  const other = await startRedis();
  expect(other.port).not.toBe(redis.port);
  await redis.run('SET', 'one', 1);
  expect(await other.run('GET', 'one')).toBeNull();
  await other.close();
});

test('settings are taken, and a password is used', async () => {
  const other = await startRedis({ 'maxmemory-policy': 'allkeys-lru', requirepass: 'secret' });
  expect(await other.run('CONFIG', 'GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'allkeys-lru']);
  await other.close();
});

test('a wrong setting is told in the words of the server', async () => {
  await expect(startRedis({ nonsense: 'yes' })).rejects.toThrow(/^Redis did not start:[^]*nonsense/);
});

test.each(['kill', 'stop'] as const)(
  'after %s nobody answers, and after a start what was written is there',
  async (end) => {
    await redis.run('SET', 'one', 1);
    await redis[end]();
    await expect(redis.run('PING')).rejects.toThrow();
    await redis.start();
    expect(await redis.run('GET', 'one')).toBe('1');
  },
);

test('restarted empty it has forgotten what was written', async () => {
  await redis.run('SET', 'one', 1);
  await redis.restartEmpty();
  expect(await redis.run('GET', 'one')).toBeNull();
});

test.skipIf(process.platform === 'win32')('paused it answers nobody until it goes on', async () => {
  redis.pause();
  const answer = redis.run('PING');
  expect(await Promise.race([answer, sleep(300, 'no answer')])).toBe('no answer');
  redis.resume();
  expect(await answer).toBe('PONG');
});

test.skipIf(process.platform === 'win32').each(['kill', 'stop', 'close'] as const)(
  'paused it ends by %s too',
  async (end) => {
    redis.pause();
    await redis[end]();
    await expect(redis.run('PING')).rejects.toThrow();
  },
);

test('closed it leaves no files behind', async () => {
  const place = await folder();
  expect(existsSync(place)).toBe(true);
  await redis.close();
  expect(existsSync(place)).toBe(false);
});
