import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ClassicLevel } from 'classic-level';
import { posixShell, scaled } from '@vpcep/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type LogEntry, type Mock, type MockOptions, startMock } from '../src/index.js';
import { apiOf, serviceBody } from './api.js';

const command = fileURLToPath(new URL('../bin/vpcep-mock.js', import.meta.url));
/** A disk of 2 MB, where the machine lets one be mounted. */
const disk = mkdtempSync(join(tmpdir(), 'vpcep-disk-'));
let mounted = false;
beforeAll(() => {
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status === 0;
});
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

const filler = join(disk, 'filler');

/** Leaves no byte free on the disk. Where it is none of its own, the database is told that there is none. */
function fill(): void {
  if (!mounted) {
    const error = new Error('IO error: No space left on device');
    vi.spyOn(ClassicLevel.prototype, 'batch').mockRejectedValue(error);
    return;
  }
  try {
    for (;;) appendFileSync(filler, Buffer.alloc(4096));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
}

function free(): void {
  vi.restoreAllMocks();
  rmSync(filler, { force: true });
}

const folder = join(disk, 'kept');
const running = new Set<Mock>();
let limited: ChildProcessByStdio<null, Readable, null> | undefined;
/** No two services are alike. */
let made = 0;
let entries: LogEntry[];
beforeEach(() => {
  entries = [];
});
afterEach(async () => {
  limited?.kill('SIGKILL');
  free();
  for (const mock of running) await mock.close();
  running.clear();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: MockOptions = {}) {
  const mock = await startMock({
    port: 0,
    clock: 'manual',
    persist: folder,
    transitions: 'immediate',
    log: (entry) => entries.push(entry),
    ...options,
  });
  running.add(mock);
  const api = apiOf(mock, 'owner');
  return {
    mock,
    api,
    create: () => api.send('createEndpointService', { body: serviceBody(++made) }),
    ids: async () =>
      (await api.ok('listEndpointService', { query: { limit: 500 } })).endpoint_services.map(({ id }) => id),
    health: async () => (await fetch(`${mock.url}/_mock/health`)).json() as Promise<Record<string, unknown>>,
    async stop() {
      running.delete(mock);
      await mock.close();
    },
  };
}

type Started = Awaited<ReturnType<typeof start>>;

const idOf = (reply: { body: unknown }): string => (reply.body as { id: string }).id;
const trouble = () => entries.filter(({ event }) => event === 'persistence');

/** Creates services until one cannot be kept, as the disk, filled, may have room for some yet; returns their IDs. */
async function createUntilRefused({ create }: Started): Promise<{ ids: string[]; refusal: unknown }> {
  const ids: string[] = [];
  for (;;) {
    const reply = await create();
    if (reply.status !== 200) return { ids, refusal: reply };
    ids.push(idOf(reply));
  }
}

test('while the disk is full changes are refused, reads go on, and nothing that was answered is lost', async () => {
  const run = await start({ quotas: { endpoint_service: 500 } });
  const kept = [idOf(await run.create()), idOf(await run.create())];
  fill();
  const { ids, refusal } = await createUntilRefused(run);
  kept.push(...ids);
  expect(refusal).toMatchObject({
    status: 500,
    body: {
      error_code: 'EndPoint.0001',
      error_msg: expect.stringMatching(
        /Nothing was changed: the mock cannot keep what is changed in .*kept since \S+Z: .*[Nn]o space left.*; make room on its disk/,
      ) as unknown,
    },
  });

  for (let round = 0; round < 10; round++) {
    const [created, reset, clock] = await Promise.all([
      run.create(),
      fetch(`${run.mock.url}/_mock/reset`, { method: 'POST' }),
      fetch(`${run.mock.url}/_mock/clock`, {
        method: 'POST',
        body: '{"advance": "1h"}',
        headers: { 'Content-Type': 'application/json' },
      }),
    ]);
    expect([created.status, reset.status, clock.status]).toEqual([500, 500, 500]);
    // A refused change does not show.
    expect(new Set(await run.ids())).toEqual(new Set(kept));
    expect((await run.api.send('listServiceDetails', { service: kept[0] ?? '' })).status).toBe(200);
    const search = { path: { resource_type: 'endpoint_service' }, body: { action: 'count' } };
    expect((await run.api.send('listResourceInstances', search)).status).toBe(200);
    expect(await run.health()).toMatchObject({
      status: 'ok',
      persistenceProblem: expect.stringMatching(/kept since .*[Nn]o space left.*make room/) as unknown,
    });
  }
  expect(run.mock.clock.now()).toBe('2026-01-01T00:00:00Z');
  expect(trouble()).toEqual([
    expect.objectContaining({ folder, problem: expect.stringMatching(/[Nn]o space left/) as unknown }),
  ]);

  free();
  for (let number = 0; number < 100; number++) kept.push(idOf(await run.create()));
  expect(await run.health()).not.toHaveProperty('persistenceProblem');
  expect(trouble().slice(1)).toEqual([{ event: 'persistence', time: expect.any(String) as unknown, folder }]);
  const state = run.mock.state();
  await run.stop();
  const again = await start();
  expect(again.mock.state()).toEqual(state);
  expect(new Set(again.mock.state().services.map(({ id }) => id))).toEqual(new Set(kept));
});

test('the disk is full again and again, and what was answered is there, and nothing else', async () => {
  let run = await start({ quotas: { endpoint_service: 100_000 } });
  const kept = new Set<string>();
  const rounds = scaled(5, 100);
  for (let round = 0; round < rounds; round++) {
    // Several at a time, so that some wait for a write while another fails.
    const workers = Array.from({ length: 8 }, async (_, worker) => {
      for (let number = 0; number < 12; number++) {
        if (worker === 0 && number === 4) fill();
        if (worker === 0 && number === 8) free();
        const reply = await run.create();
        if (reply.status === 200) kept.add(idOf(reply));
        // Half of them are deleted again, so that the disk of 2 MB suffices.
        if (reply.status !== 200 || number % 2 === 0) continue;
        const deleted = await run.api.send('deleteEndpointService', { service: idOf(reply) });
        if (deleted.status < 300) kept.delete(idOf(reply));
      }
    });
    await Promise.all(workers);
    free();
    expect((await run.create()).status).toBe(200);
    kept.add(run.mock.state().services.at(-1)?.id ?? '');
    expect(new Set(run.mock.state().services.map(({ id }) => id))).toEqual(kept);
    if (round % 3 < 2) continue;
    await run.stop();
    run = await start({ quotas: { endpoint_service: 100_000 } });
    expect(new Set(run.mock.state().services.map(({ id }) => id))).toEqual(kept);
  }
  await run.stop();
  const again = await start();
  expect(new Set(again.mock.state().services.map(({ id }) => id))).toEqual(kept);
});

test('a state that cannot be kept leaves the one that was before', async () => {
  const run = await start({ scenario: 'small-team' });
  const state = run.mock.state();
  fill();
  await createUntilRefused(run);
  const load = await fetch(`${run.mock.url}/_mock/state`, {
    method: 'PUT',
    body: '{"scenario": "busy"}',
    headers: { 'Content-Type': 'application/json' },
  });
  expect(load.status).toBe(500);
  expect(run.mock.state().services.length).toBeLessThan(state.services.length + 400);
  free();
  run.mock.load('busy');
  await run.create();
  const busy = run.mock.state();
  await run.stop();
  expect((await start()).mock.state()).toEqual(busy);
});

test('one that is full from the start is said so', async () => {
  mkdirSync(folder);
  fill();
  if (!mounted) vi.spyOn(ClassicLevel.prototype, 'open').mockRejectedValue(new Error('No space left on device'));
  await expect(start()).rejects.toThrow(
    /^cannot persist in .*kept: .*[Nn]o space left on device.*; make room on its disk/,
  );
});

test('a request that was held back while others were undone is kept when it is answered', async () => {
  const run = await start();
  // Longer than others take to be refused, on a busy machine too.
  run.mock.setFaults([{ operation: 'createEndpointService', latency: '3s', times: 1 }]);
  const heldBack = run.create();
  fill();
  await createUntilRefused(run);
  free();
  const reply = await heldBack;
  expect(reply.status).toBe(200);
  const state = run.mock.state();
  expect(state.services.map(({ id }) => id)).toContain(idOf(reply));
  await run.stop();
  expect((await start()).mock.state()).toEqual(state);
});

test('after a write that the system has cut short, none that follows is lost', async () => {
  // No file may grow beyond 64 kB, and the log of the database soon would. (Git's shell on Windows sets no such limit.)
  const child = spawn(
    posixShell(),
    ['-c', 'ulimit -f 128; exec "$@"', 'sh', process.execPath, command, '--port', '0', '--quiet', '--persist', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  limited = child;
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await vi.waitUntil(() => output.includes('\n'), { timeout: 60_000 });
  const url = /http:\S+/.exec(output)?.[0] ?? '';
  const api = apiOf({ url }, 'owner');
  const { id } = await api.ok('createEndpointService', { body: serviceBody(++made) });
  const path = { resource_type: 'endpoint_service', resource_id: id };
  let value = '';
  for (let number = 0; number < 300; number++) {
    value = String(number);
    const tags = [{ key: 'number', value }];
    await api.ok('batchAddOrRemoveResourceInstance', { path, body: { action: 'create', tags } });
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  const again = await start({ clock: 'system' });
  expect(again.mock.state().services).toMatchObject([{ id, tags: [{ key: 'number', value }] }]);
  if (process.platform !== 'win32') expect(output).toMatch(/File too large.*[^]*everything is kept in .* again/);
});
