import { hash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scaled } from '@vpcep/testing';
import { ClassicLevel } from 'classic-level';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fractionOf } from '../src/ids.js';
import { type LogEntry, type Mock, type MockOptions, MockStartError, type MockState, startMock } from '../src/index.js';
import { apiOf, endpointBody, serviceBody } from './api.js';

const place = mkdtempSync(join(tmpdir(), 'vpcep-damaged-'));
/** What a mock has left that was killed after a few starts: tables of the database, and a log. */
const left = join(place, 'left');
const folder = join(place, 'kept');
const away = join(place, 'away');
const another = join(place, 'another');
const running = new Set<Mock>();
let entries: LogEntry[];

async function start(options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({
    port: 0,
    clock: 'manual',
    persist: folder,
    transitions: 'immediate',
    log: (entry) => entries.push(entry),
    ...options,
  });
  running.add(mock);
  return mock;
}

async function stop(mock: Mock): Promise<void> {
  running.delete(mock);
  await mock.close();
}

let made = 0;
async function create(mock: Mock): Promise<string> {
  const { id } = await apiOf(mock, 'owner').ok('createEndpointService', { body: serviceBody(++made) });
  return id;
}

const persistenceEntries = () => entries.filter(({ event }) => event === 'persistence');
const health = async (mock: Mock) => (await fetch(`${mock.url}/_mock/health`)).json();

let whole: Required<MockState>;
beforeAll(async () => {
  entries = [];
  let mock = await start({ scenario: 'small-team', quotas: { endpoint_service: 1000 } });
  for (let run = 0; run < 3; run++) {
    for (let number = 0; number < 25; number++) {
      const id = await create(mock);
      await apiOf(mock, 'owner').ok('createEndpoint', { body: endpointBody(id) });
      const body = { description: `changed in ${run}` };
      await apiOf(mock, 'owner').ok('updateEndpointService', { service: id, body });
    }
    whole = mock.state();
    cpSync(folder, left, { recursive: true });
    await stop(mock);
    if (run < 2) {
      rmSync(left, { recursive: true });
      mock = await start();
    }
  }
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  entries = [];
});
afterEach(async () => {
  for (const mock of running) await stop(mock);
  rmSync(folder, { recursive: true, force: true });
  rmSync(away, { recursive: true, force: true });
});
afterAll(() => {
  rmSync(place, { recursive: true });
});

/** Puts back what the mock has left, and damages a file of it. */
function damage(name: string, change: (bytes: Buffer) => Buffer): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(left, folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(path)));
}

const log = (): string =>
  readdirSync(left).find((name) => name.endsWith('.log') && readFileSync(join(left, name)).length > 0) ?? '';

test('what a mock that was killed has left is whole', async () => {
  cpSync(left, folder, { recursive: true });
  const mock = await start();
  expect(mock.state()).toEqual(whole);
  expect(persistenceEntries()).toEqual([]);
});

test('whichever file is cut or altered wherever, a start has everything or says what is wrong', async () => {
  const files = readdirSync(left).filter((name) => readFileSync(join(left, name)).length > 0);
  const outcomes = { whole: 0, refused: 0 };
  const tries = scaled(80, 500);
  for (let number = 0; number < tries; number++) {
    const random = (what: string) => fractionOf('damaged', number, what);
    const name = files[number % files.length] ?? '';
    damage(name, (bytes) => {
      const at = Math.floor(random('at') * bytes.length);
      const kind = Math.floor(random('kind') * 4);
      if (kind === 0) return bytes.subarray(0, at);
      if (kind === 1)
        return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + Math.floor(random('n') * 200))]);
      if (kind === 2) bytes.fill(0, at, Math.min(at + 64, bytes.length));
      else bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << Math.floor(random('bit') * 8)), at);
      return bytes;
    });
    try {
      const mock = await start();
      expect(mock.state(), `${name}, try ${number}`).toEqual(whole);
      await stop(mock);
      outcomes.whole++;
    } catch (error) {
      if (!(error instanceof MockStartError)) throw error;
      expect(error.message).toMatch(/^cannot persist in .*kept: .*; .*(delete|choose)/);
      outcomes.refused++;
    }
  }
  expect(outcomes.whole).toBeGreaterThan(tries / 10);
  expect(outcomes.refused).toBeGreaterThan(tries / 4);
});

test('a log that is cut is told wherever it is cut, with what is missing', async () => {
  const name = log();
  const { length } = readFileSync(join(left, name));
  const cuts = scaled(20, 200);
  for (let number = 0; number < cuts; number++) {
    const end = Math.floor((number / cuts) * length);
    damage(name, (bytes) => bytes.subarray(0, end));
    await expect(start(), `cut at ${end} of ${length}`).rejects.toThrow(
      /kept: of what was answered, the last (write is|\d+ writes are) missing, made after \S+Z until \S+Z: there are \d+ services of 80, and \d+ endpoints of 81; delete ACKNOWLEDGED in it to go on with what is left, or the folder to begin anew/,
    );
  }
});

test('whichever file is removed, a start has everything or says what is wrong', async () => {
  for (const name of readdirSync(left)) {
    cpSync(left, folder, { recursive: true });
    rmSync(join(folder, name));
    entries = [];
    try {
      const mock = await start();
      expect(mock.state(), name).toEqual(whole);
      // Without it, nobody can tell whether everything is there.
      expect(persistenceEntries(), name).toHaveLength(name === 'ACKNOWLEDGED' ? 1 : 0);
      await stop(mock);
    } catch (error) {
      if (!(error instanceof MockStartError)) throw error;
    }
    rmSync(folder, { recursive: true });
  }
});

test('what a cut has left is gone on with once it is asked for, as the refusal says', async () => {
  damage(log(), (bytes) => bytes.subarray(0, bytes.length / 2));
  await expect(start()).rejects.toThrow(/delete ACKNOWLEDGED in it to go on with what is left/);
  // It is no matter of one start.
  await expect(start()).rejects.toThrow(/delete ACKNOWLEDGED/);
  rmSync(join(folder, 'ACKNOWLEDGED'));
  const mock = await start();
  const services = mock.state().services.length;
  expect(services).toBeGreaterThan(50);
  expect(services).toBeLessThan(whole.services.length);
  expect(persistenceEntries()).toMatchObject([
    { problem: expect.stringMatching(/^ACKNOWLEDGED is missing/) as unknown },
  ]);
  await create(mock);
  const state = mock.state();
  await stop(mock);
  const again = await start();
  expect(again.state()).toEqual(state);
  expect(persistenceEntries()).toHaveLength(1);
});

test('a database with another content than was written last is refused, whatever it is', async () => {
  const first = await start({ scenario: 'small-team' });
  await stop(first);
  const before = join(place, 'before');
  cpSync(folder, before, { recursive: true });
  const text = await withDatabase(async (database) => (await database.get('whole')) ?? '');
  const given = JSON.parse(text) as Record<string, unknown>;
  const wholes = [
    '[]',
    'null',
    '"whole"',
    '{}',
    '',
    text.slice(1),
    JSON.stringify({ ...given, counters: { ids: 1e300, markers: -1 } }),
    JSON.stringify({ ...given, counters: null }),
    JSON.stringify({ ...given, batch: 'many' }),
    JSON.stringify({ ...given, batch: Number.MAX_VALUE }),
    JSON.stringify({ ...given, clock: { now: 'soon', moved: -1e300 } }),
    JSON.stringify({ ...given, transitions: { endpoint: 'never' } }),
    JSON.stringify({ ...given, quotas: [] }),
  ];
  for (const changed of wholes) {
    rmSync(folder, { recursive: true });
    cpSync(before, folder, { recursive: true });
    await withDatabase((database) => database.put('whole', changed));
    await expect(start(), changed).rejects.toThrow(/^cannot persist in .*kept: .*; .*delete the folder to begin anew$/);
  }
  rmSync(before, { recursive: true });
});

async function withDatabase<T>(use: (database: ClassicLevel) => Promise<T>): Promise<T> {
  const database = new ClassicLevel(folder);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

/** The files of the folder, but for what LevelDB writes anew whenever it is opened. */
const files = () =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !/^(LOG|LOG\.old|CURRENT|MANIFEST-\d+)$/.test(name))
      .map((name) => [name.endsWith('.log') ? 'log' : name, hash('sha1', readFileSync(join(folder, name)))]),
  );

test.each(['manual', 'system'] as const)('to start and stop writes nothing, by a %s clock', async (clock) => {
  const options: MockOptions = { clock };
  const mock = await start({ ...options, scenario: 'busy' });
  const service = await create(mock);
  for (let number = 0; number < 5; number++) await create(mock);
  await apiOf(mock, 'owner').ok('updateEndpointService', { service, body: { description: 'changed' } });
  const state = mock.state();
  await stop(mock);
  // The first start puts what the log holds into a table.
  await stop(await start(options));
  const before = files();
  for (let number = 0; number < 5; number++) await stop(await start(options));
  expect(files()).toEqual(before);
  const again = await start(options);
  expect({ ...again.state(), now: '' }).toEqual({ ...state, now: '' });
});

describe('a folder that goes while it is used:', () => {
  const gone = /the folder was removed, moved away or replaced/;

  test('one that is removed is noticed, and made anew with everything in it', async () => {
    const mock = await start({ scenario: 'small-team' });
    rmSync(folder, { recursive: true });
    expect(await health(mock)).toMatchObject({ persistenceProblem: expect.stringMatching(gone) as unknown });
    await create(mock);
    expect(await health(mock)).not.toHaveProperty('persistenceProblem');
    expect(persistenceEntries()).toMatchObject([
      { folder, problem: expect.stringMatching(gone) as unknown },
      { folder },
    ]);
    const state = mock.state();
    await stop(mock);
    expect((await start()).state()).toEqual(state);
  });

  test('files of it that are removed are noticed, and nothing that was answered is lost', async () => {
    for (const [file, isMadeAnew] of [
      [/\.log$/, true],
      [/^CURRENT$/, false],
      [/^MANIFEST/, false],
      [/^(?!ACKNOWLEDGED)/, true],
    ] as const) {
      const mock = await start({ scenario: 'small-team' });
      await create(mock);
      for (const name of readdirSync(folder)) if (file.test(name)) rmSync(join(folder, name));
      expect(await health(mock)).toMatchObject({ persistenceProblem: expect.stringMatching(gone) as unknown });
      if (!isMadeAnew) {
        const before = mock.state();
        const refused = await apiOf(mock, 'owner').send('createEndpointService', { body: serviceBody(++made) });
        expect(refused).toMatchObject({ status: 500 });
        expect(mock.state()).toEqual(before);
        rmSync(folder, { recursive: true });
      }
      await create(mock);
      expect(await health(mock)).not.toHaveProperty('persistenceProblem');
      // As a kill leaves it.
      cpSync(folder, away, { recursive: true });
      const again = await start({ persist: away });
      expect(again.state()).toEqual(mock.state());
      await stop(again);
      await stop(mock);
      for (const used of [folder, away]) rmSync(used, { recursive: true, force: true });
    }
  });

  test('one that is moved away stays as it was', async () => {
    const mock = await start({ scenario: 'small-team' });
    const before = mock.state();
    renameSync(folder, away);
    await create(mock);
    const after = mock.state();
    await stop(mock);
    expect((await start()).state()).toEqual(after);
    expect((await start({ persist: away })).state()).toEqual(before);
  });

  test('it is noticed at the end, too', async () => {
    const mock = await start({ scenario: 'small-team' });
    const state = mock.state();
    rmSync(folder, { recursive: true });
    await stop(mock);
    expect((await start()).state()).toEqual(state);
    expect(persistenceEntries()).toHaveLength(2);
  });

  test('where it cannot be made anew, the end says what is lost, and ends all the same', async () => {
    const parent = join(place, 'parent');
    mkdirSync(parent);
    const mock = await start({ persist: join(parent, 'kept'), scenario: 'small-team' });
    rmSync(parent, { recursive: true });
    const refused = await apiOf(mock, 'owner').send('createEndpointService', { body: serviceBody(++made) });
    expect(refused).toMatchObject({ status: 500 });
    await expect(stop(mock)).rejects.toThrow(/kept since .*: it cannot be created in .*parent/);
    await expect(fetch(mock.url)).rejects.toThrow();
  });

  test('where another is in its place, changes are refused, and that is left alone, until it is gone', async () => {
    const mock = await start({ scenario: 'small-team' });
    for (const other of ['files', 'mock']) {
      const before = mock.state();
      renameSync(folder, away);
      if (other === 'mock') {
        await stop(await start({ persist: another, scenario: 'busy' }));
        renameSync(another, folder);
      } else {
        mkdirSync(folder);
        writeFileSync(join(folder, 'letter.txt'), 'dear');
      }
      for (let number = 0; number < 3; number++) {
        const refused = await apiOf(mock, 'owner').send('createEndpointService', { body: serviceBody(++made) });
        expect(refused).toMatchObject({ status: 500, body: { error_code: 'EndPoint.0001' } });
        expect(JSON.stringify(refused.body)).toMatch(/Nothing was changed: .*(holds other files|another mock keeps)/);
        expect(mock.state()).toEqual(before);
      }
      expect(await health(mock)).toMatchObject({ persistenceProblem: expect.stringMatching(/other/) as unknown });
      if (other === 'mock') {
        renameSync(folder, another);
        const there = await start({ persist: another });
        expect(there.state().services).toHaveLength(400);
        await stop(there);
      } else expect(readdirSync(folder)).toEqual(['letter.txt']);
      rmSync(folder, { recursive: true, force: true });
      renameSync(away, folder);
      await create(mock);
      expect(await health(mock)).not.toHaveProperty('persistenceProblem');
    }
    const after = mock.state();
    await stop(mock);
    expect((await start()).state()).toEqual(after);
  });
});
