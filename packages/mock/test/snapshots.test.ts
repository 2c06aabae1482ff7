import { expect, test } from 'vitest';
import { ControlError, type Snapshot, startMock } from '../src/index.js';
import { serviceBody } from './api.js';
import { runMock } from './running.js';

const run = runMock({ scenario: 'small-team' });
const { owner } = run;

async function control(method: string, route: string, body?: unknown) {
  const response = await fetch(`${run.mock.url}/_mock/${route}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

const forget = () => {
  for (const { name } of run.mock.snapshots.list()) run.mock.snapshots.remove(name);
};

/** What happens next: IDs, markers, times and transitions under way are in the answers. */
async function next(): Promise<unknown[]> {
  const created = await owner.ok('createEndpointService', { body: serviceBody(7) });
  run.mock.clock.advance('2s');
  const early = await owner.ok('listServiceDetails', { service: created.id });
  run.mock.clock.advance('10s');
  return [created, early, await owner.ok('listEndpointService'), run.mock.state()];
}

test('what follows a restored snapshot is what followed it when it was saved', async () => {
  forget();
  await owner.ok('createEndpointService', { body: serviceBody(1) });
  run.mock.clock.advance('1.5s');
  run.mock.setTransitions({ endpoint: 'manual(2)' });
  run.mock.snapshots.save('halfway');
  const saved = run.mock.state();
  const first = await next();
  run.mock.setTransitions({ endpoint: 'immediate' });
  await owner.ok('createEndpointService', { body: serviceBody(2) });
  run.mock.snapshots.restore('halfway');
  expect(run.mock.state()).toEqual(saved);
  expect(await next()).toEqual(first);
});

test('a snapshot outlives a reset, and another state in its place', () => {
  forget();
  run.mock.snapshots.save('team');
  run.mock.load('empty');
  run.mock.reset();
  run.mock.load('empty');
  run.mock.snapshots.restore('team');
  expect(run.mock.state().services.length).toBeGreaterThan(0);
});

test('what happens afterwards does not change a snapshot, nor does who has it in hand', async () => {
  forget();
  run.mock.snapshots.save('before');
  const exported = run.mock.snapshots.export('before');
  exported.state.services.length = 0;
  await owner.ok('createEndpointService', { body: serviceBody(1) });
  run.mock.snapshots.restore('before');
  expect(run.mock.state().services.length).toBe(run.mock.snapshots.list()[0]?.services);
});

test('one that is exported is imported by another mock, and in the place of one of the same name', async () => {
  forget();
  run.mock.snapshots.save('shared');
  const exported = JSON.parse(JSON.stringify(run.mock.snapshots.export('shared'))) as Snapshot;
  const other = await startMock({ port: 0, clock: 'manual' });
  other.snapshots.save('shared');
  expect(other.snapshots.import(exported)).toEqual(run.mock.snapshots.list()[0]);
  other.snapshots.restore('shared');
  expect(other.state()).toEqual(run.mock.state());
  expect(other.snapshots.list()).toHaveLength(1);
  await other.close();
});

test('each is told with its name, its time and its size, the first that was saved first', () => {
  forget();
  run.mock.snapshots.save('b');
  run.mock.clock.advance('1m');
  run.mock.snapshots.save('a');
  run.mock.snapshots.save('b');
  const { services, endpoints } = run.mock.state();
  const size = { services: services.length, endpoints: endpoints.length };
  expect(run.mock.snapshots.list()).toEqual([
    { name: 'a', savedAt: run.mock.clock.now(), ...size },
    { name: 'b', savedAt: run.mock.clock.now(), ...size },
  ]);
});

test('all of it works over HTTP', async () => {
  forget();
  expect(await control('POST', 'snapshots', { save: 'one' })).toMatchObject({ status: 200, body: { name: 'one' } });
  const { body: exported } = await control('GET', 'snapshots/one');
  expect(exported).toEqual(run.mock.snapshots.export('one'));
  expect(await control('PUT', 'snapshots/two', exported)).toMatchObject({ status: 200, body: { name: 'two' } });
  expect(await control('GET', 'snapshots')).toEqual({ status: 200, body: { snapshots: run.mock.snapshots.list() } });
  run.mock.load('empty');
  expect(await control('POST', 'snapshots', { restore: 'two' })).toEqual({ status: 204, body: undefined });
  expect(run.mock.state()).toEqual(run.mock.snapshots.export('one').state);
  expect(await control('DELETE', 'snapshots/one')).toMatchObject({ status: 204 });
  expect(run.mock.snapshots.list().map(({ name }) => name)).toEqual(['two']);
});

test.each([
  ['POST', 'snapshots', {}, /fewer than 1/],
  ['POST', 'snapshots', { save: 'a b' }, /body\.name must be 1 to 64 letters, digits/],
  ['POST', 'snapshots', { save: '..' }, /body\.name must be .*neither '\.' nor '\.\.'/],
  ['POST', 'snapshots', { restore: 'none' }, /no snapshot "none"; none was saved/, 404],
  ['GET', 'snapshots/none', undefined, /no snapshot "none"/, 404],
  ['DELETE', 'snapshots/none', undefined, /no snapshot "none"/, 404],
  ['PUT', 'snapshots/a', { savedAt: '2026-01-01T00:00:00Z' }, /body\.state is missing/],
  ['PUT', 'snapshots/a', [], /body\.savedAt is missing/],
  ['PUT', 'snapshots/a', { savedAt: '2026-01-01T00:00:00Z', state: { services: 5 } }, /body\.services must be array/],
])('%s %s with %j is refused, and changes nothing', async (method, route, body, problem, refusal = 400) => {
  forget();
  const state = run.mock.state();
  const { status, body: answer } = await control(method, route, body);
  expect({ status, answer }).toMatchObject({
    status: refusal,
    answer: { error_msg: expect.stringMatching(problem) as string },
  });
  expect([run.mock.state(), run.mock.snapshots.list()]).toEqual([state, []]);
});

test.each([undefined, null, 5, '', '.', '..', 'a/b'])('%j is no name of one', (name) => {
  forget();
  const given = { name: name as string, savedAt: '2026-01-01T00:00:00Z', state: run.mock.state() };
  expect(() => run.mock.snapshots.save(given.name)).toThrow(/^body\.name (must be|is missing)/);
  expect(() => run.mock.snapshots.import(given)).toThrow(/^body\.name (must be|is missing)/);
  expect(run.mock.snapshots.list()).toEqual([]);
});

test('there is an end to them', () => {
  forget();
  for (let count = 0; count < 100; count++) run.mock.snapshots.save(`s${count}`);
  expect(() => run.mock.snapshots.save('more')).toThrow(ControlError);
  expect(run.mock.snapshots.save('s5')).toMatchObject({ name: 's5' });
  forget();
});

test('they have an end in size as well, long before the memory has', () => {
  forget();
  const [service] = run.mock.state().services;
  if (service === undefined) throw new Error('the scenario has no service');
  run.mock.load({ services: [{ ...service, description: 'x'.repeat(20 * 1024 * 1024) }], endpoints: [] });
  for (let count = 0; count < 25; count++) run.mock.snapshots.save(`s${count}`);
  // In the place of another it takes no more room.
  run.mock.snapshots.save('s0');
  const before = run.mock.snapshots.list();
  expect(() => run.mock.snapshots.save('more')).toThrow(/^Snapshots may have 512 MB together; remove one\.$/);
  expect(run.mock.snapshots.list()).toEqual(before);
  forget();
  run.mock.reset();
});
