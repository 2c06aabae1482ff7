import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MockState, startMock } from '../src/index.js';
import { apiOf, endpointBody, serviceBody } from './api.js';
import { runMock } from './running.js';

const run = runMock();
const { owner, consumer } = run;

/** Of those that there are, one that a number picks, and only then an ID that there is not. */
const pick = (ids: readonly string[], index: number) => ids[index % Math.max(ids.length, 1)] ?? 'none';

/** Something that changes the mock; what it answers is compared. */
type Act = (number: number) => unknown;

const service = (number: number) =>
  pick(
    run.mock.state().services.map(({ id }) => id),
    number,
  );
const endpoint = (number: number) =>
  pick(
    run.mock.state().endpoints.map(({ id }) => id),
    number,
  );

const acts: Record<string, Act> = {
  createService: (number) => {
    const fields = { approval_enabled: number % 2 === 0, tags: [{ key: 'number', value: String(number) }] };
    return owner.send('createEndpointService', { body: serviceBody(number, fields) });
  },
  allow: (number) =>
    owner.send('addOrRemoveServicePermissions', {
      service: service(number),
      body: { action: number % 3 === 0 ? 'remove' : 'add', permissions: ['iam:domain::consumer'] },
    }),
  rename: (number) =>
    owner.send('updateEndpointServiceName', {
      service: service(number),
      body: { endpoint_service_name: `s${number}` },
    }),
  deleteService: (number) => owner.send('deleteEndpointService', { service: service(number) }),
  createEndpoint: (number) => consumer.send('createEndpoint', { body: endpointBody(service(number)) }),
  decide: (number) =>
    owner.send('acceptOrRejectEndpoint', {
      service: service(number),
      body: { action: number % 2 === 0 ? 'receive' : 'reject', endpoints: [endpoint(number)] },
    }),
  deleteEndpoint: (number) => consumer.send('deleteEndpoint', { endpoint: endpoint(number) }),
  tag: (number) =>
    consumer.send('batchAddOrRemoveResourceInstance', {
      path: { resource_type: 'endpoint', resource_id: endpoint(number) },
      body: { action: 'create', tags: [{ key: `k${number}`, value: '' }] },
    }),
  details: (number) => owner.send('listServiceDetails', { service: service(number) }),
  services: () => owner.send('listEndpointService', { query: { sort_key: 'update_at' } }),
  endpoints: () => consumer.send('listEndpoints', { query: { sort_key: 'create_at' } }),
  advance: (number) => {
    run.mock.clock.advance(number * 700);
    return run.mock.clock.now();
  },
  transitions: (number) => {
    run.mock.setTransitions({ endpoint: number % 2 === 0 ? 'manual(2)' : 'time(2500ms)' });
  },
};

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(5)), { minLength: 3, maxLength: 20 });
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never;

/** The ID of a request, which a refusal by the gateway repeats, is another each time. */
const withoutRequestId = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer ?? null), (name, value: unknown) => (name === 'request_id' ? '' : value));

async function play(all: Steps): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const [name, number] of all) answers.push(withoutRequestId(await acts[name]?.(number)));
  return answers;
}

async function put(state: unknown): Promise<void> {
  const response = await fetch(`${run.mock.url}/_mock/state`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(state),
  });
  expect([response.status, await response.text()]).toEqual([204, '']);
}
const get = async () => (await (await fetch(`${run.mock.url}/_mock/state`)).json()) as MockState;

test('whatever was done, a state that is read and loaded again is the same, and so is what follows', async () => {
  await fc.assert(
    fc.asyncProperty(steps, steps, fc.nat(5), async (before, after, back) => {
      run.mock.reset();
      // A state in which things happened later than its present, too.
      if (back > 3) await put({ now: '2025-06-01T00:00:00.250Z', services: [], endpoints: [] });
      await play(before);
      if (back > 4) await put({ ...(await get()), now: '2025-01-01T00:00:00Z' });
      await play(before.slice(0, back));
      const kept = await get();
      const answers = await play(after);
      const end = await get();
      await put(kept);
      expect(await get()).toEqual(kept);
      expect(await play(after)).toEqual(answers);
      expect(await get()).toEqual(end);
    }),
    { numRuns: scaled(40) },
  );
});

test.each(['manual', 'system'] as const)(
  'a state sets a clock that is %s to its time, ahead and back',
  async (clock) => {
    const mock = await startMock({ port: 0, clock });
    const api = apiOf(mock, 'owner');
    for (const now of ['2040-01-01T00:00:00Z', '2020-01-01T00:00:00Z']) {
      mock.load({ now, services: [], endpoints: [] });
      const { created_at: created } = await api.ok('createEndpointService', { body: serviceBody(1) });
      expect(created.slice(0, 15)).toBe(now.slice(0, 15));
    }
    mock.reset();
    const present = clock === 'manual' ? Date.UTC(2026, 0, 1) : Date.now();
    expect(Math.abs(Date.parse(mock.clock.now()) - present)).toBeLessThan(60_000);
    await mock.close();
  },
);
