import { expect, test } from 'vitest';
import { ControlError, MockStartError, startMock } from '../../src/index.js';
import { endpointBody, serviceBody } from '../api.js';
import { runReplicas } from './running-replicas.js';

const run = runReplicas();

test('what one replica has answered, the other knows at once', async () => {
  const [one, other] = await run.two({ clock: 'manual', transitions: 'immediate' });
  for (let number = 0; number < 20; number++) {
    const { id } = await one.owner.ok('createEndpointService', { body: serviceBody(number) });
    const { status } = await other.owner.ok('listServiceDetails', { service: id });
    expect(status).toBe('available');
    await other.owner.ok('updateEndpointService', { service: id, body: { description: `by the other ${number}` } });
    const { description } = await one.owner.ok('listServiceDetails', { service: id });
    expect(description).toBe(`by the other ${number}`);
  }
  expect(await one.told.state()).toEqual(await other.told.state());
});

test('IDs are those of a mock on its own', async () => {
  const [one, other] = await run.two();
  const alone = await startMock({ port: 0 });
  try {
    const { apiOf } = await import('../api.js');
    for (const [number, replica] of [one, other, one].entries()) {
      const body = serviceBody(number);
      const { id } = await apiOf(alone, 'owner').ok('createEndpointService', { body });
      expect((await replica.owner.ok('createEndpointService', { body })).id).toBe(id);
    }
  } finally {
    await alone.close();
  }
});

test('a search by POST finds what the other replica has answered', async () => {
  const [one, other] = await run.two({ transitions: 'immediate' });
  const path = { resource_type: 'endpoint_service' };
  const search = async () =>
    (await other.owner.ok('listResourceInstances', { path, body: { action: 'count' } })).total_count;
  await one.owner.ok('createEndpointService', { body: serviceBody(1) });
  expect(await search()).toBe(1);
  await one.told.reset();
  expect(await search()).toBe(0);
});

test('clock, transitions, quotas and snapshots are those of all', async () => {
  const [one, other] = await run.two({ clock: 'manual' });
  await one.told.setTransitions({ endpoint_service: 'time(1m)' });
  const { id } = await other.owner.ok('createEndpointService', { body: serviceBody(1) });
  await one.told.clock.advance('59s');
  expect((await other.owner.ok('listServiceDetails', { service: id })).status).toBe('creating');
  await other.told.clock.advance('1s');
  expect((await one.owner.ok('listServiceDetails', { service: id })).status).toBe('available');
  expect(await one.told.clock.now()).toBe(await other.told.clock.now());

  await one.told.setQuotas({ endpoint_service: 1 });
  await other.owner.refused('createEndpointService', 'Endpoint.1018', { body: serviceBody(2) });

  await other.told.snapshots.save('with-one');
  await one.told.reset();
  expect((await other.owner.ok('listEndpointService')).total_count).toBe(0);
  expect(await one.told.snapshots.list()).toMatchObject([{ name: 'with-one', services: 1 }]);
  await one.told.snapshots.restore('with-one');
  expect((await other.owner.ok('listEndpointService')).total_count).toBe(1);
  expect(await one.told.state()).toEqual(await other.told.state());
});

test('what takes its time by the clock of the machine is done on all', async () => {
  const [one, other] = await run.two({ transitions: 'time(1s)' });
  const { id } = await one.owner.ok('createEndpointService', { body: serviceBody(1) });
  for (const { owner } of [other, one]) {
    await expect.poll(async () => (await owner.ok('listServiceDetails', { service: id })).status).toBe('available');
  }
  expect((await one.told.state()).services).toEqual((await other.told.state()).services);
});

test('polls count wherever they arrive', async () => {
  const options = { transitions: 'manual(2)', clock: 'manual' } as const;
  const [one, other] = await run.two(options);
  const { id } = await one.owner.ok('createEndpointService', { body: serviceBody(1) });
  const statuses: unknown[] = [];
  // However the ID is written.
  const escaped = `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`;
  const headers = { 'X-Auth-Token': 'x' };
  for (const [{ mock }, written] of [
    [one, escaped],
    [other, id],
    [one, id],
    [other, escaped],
  ] as const) {
    const response = await fetch(`${mock.url}/v1/owner/vpc-endpoint-services/${written}`, { headers });
    statuses.push(((await response.json()) as { status: string }).status);
  }
  expect((await one.told.state()).services).toEqual((await other.told.state()).services);
  expect(statuses).toEqual(['creating', 'creating', 'available', 'available']);
});

test('faults count wherever they are met, and hold back only the answers that they are for', async () => {
  const [one, other] = await run.two();
  await one.told.setFaults([{ operation: 'listEndpointService', nth: 2, status: 503 }]);
  expect(await one.owner.send('listEndpointService')).toMatchObject({ status: 200 });
  expect(await other.owner.send('listEndpointService')).toMatchObject({ status: 503 });
  expect(await one.told.faultCounts()).toEqual([{ calls: 2, hits: 1 }]);

  await other.told.setFaults([{ operation: 'createEndpointService', latency: '60s', times: 1 }]);
  const held = one.owner.send('createEndpointService', { body: serviceBody(1) });
  held.catch(() => undefined);
  await expect.poll(async () => (await other.told.state()).services.length).toBe(1);
  await other.owner.ok('createEndpointService', { body: serviceBody(2) });

  await one.told.setFaults([{ operation: 'listQuotaDetails', drop: 'request' }]);
  await expect(other.owner.send('listQuotaDetails')).rejects.toThrow('socket hang up');
  await one.mock.close();
  await expect(held).rejects.toThrow();
});

test('worlds are there on all replicas, and apart from each other', async () => {
  const [one, other] = await run.two({ clock: 'manual' });
  const world = await one.told.world({ scenario: 'small-team' });
  const { connectMock } = await import('../../src/index.js');
  const there = await connectMock(world.url.replace(one.mock.url, other.mock.url));
  expect(await there.state()).toEqual(await world.state());
  await there.load('empty');
  expect((await world.state()).services).toEqual([]);
  expect((await one.told.state()).services).toEqual([]);
  const [listed] = await other.told.worlds();
  expect(listed).toMatchObject({ id: world.id });
  await world.close();
  expect(await other.told.worlds()).toEqual([]);
  expect((await fetch(`${there.url}/_mock/state`)).status).toBe(404);
});

test('a world that nobody uses on any replica is removed from all', async () => {
  const [one, other] = await run.two();
  const used = await one.told.world({ idle: '3s' });
  await one.told.world({ idle: '1s' });
  await expect.poll(async () => (await other.told.worlds()).map(({ id }) => id)).toEqual([used.id]);
  expect(one.mock.worlds().map(({ id }) => id)).toEqual([used.id]);
});

test('who asks for the requests that arrived learns of those of all replicas', async () => {
  const [one, other] = await run.two({ transitions: 'immediate' });
  const { id } = await one.owner.ok('createEndpointService', { body: serviceBody(1) });
  await other.owner.ok('listServiceDetails', { service: id });
  await one.consumer.refused('createEndpoint', 'EndPoint.0002', { body: { ...endpointBody(id), vpc_id: 1 } });
  const arrived = await other.told.requests();
  expect(arrived.map(({ operation }) => operation)).toEqual([
    'createEndpointService',
    'listServiceDetails',
    'createEndpoint',
  ]);
  expect(await one.told.requests()).toEqual(arrived);
  expect(await other.told.unexpected()).toHaveLength(1);
  expect(await one.told.requests({ since: arrived[0]?.id ?? 0, limit: 1 })).toEqual(arrived.slice(2));
  const refused = await fetch(`${one.mock.url}/_mock/requests?operation=none`);
  expect(refused.status).toBe(400);

  const waited = other.told.waitForRequest({ operation: 'deleteEndpointService' });
  await one.owner.ok('deleteEndpointService', { service: id });
  expect(await waited).toMatchObject({ status: 204 });
  await expect(one.told.waitForRequest({ status: 418 }, { timeout: '200ms' })).rejects.toThrow(
    /No such request has arrived within 0.2 s/,
  );
  await one.told.clearRequests();
  expect(await other.told.requests()).toEqual([]);
});

test('in code, it can be asked, and is told over HTTP what to do', async () => {
  const { mock, told } = await run.start({ scenario: 'small-team' });
  expect(mock.state().services.length).toBeGreaterThan(0);
  const calls: (() => unknown)[] = [
    () => {
      mock.load('empty');
    },
    () => {
      mock.reset();
    },
    () => {
      mock.setFaults([]);
    },
    () => {
      mock.clock.advance('1s');
    },
    () => {
      mock.snapshots.remove('none');
    },
  ];
  for (const call of calls) expect(call).toThrow(ControlError);
  expect(() => {
    mock.reset();
  }).toThrow(`connectMock('${mock.url}').reset`);
  await expect(mock.world()).rejects.toThrow('world changes a shared mock');
  await told.reset();
});

test.each([
  [{ shared: 'nonsense' }, /shared must be the URL of Redis with a name/],
  [{ shared: 'redis://127.0.0.1:1/0' }, /add \?name=/],
  [{ shared: 'redis://127.0.0.1:1/0?name=a b' }, /shared must be the URL of Redis/],
  [{ shared: 'redis://127.0.0.1:1/x?name=a' }, /the number of a database/],
  [{ shared: 'redis://127.0.0.1:1/0?name=a&db=1' }, /no parameter but name/],
  [
    { shared: 'redis://user:hunter2@127.0.0.1:1/0?name=a' },
    /through redis:\/\/127\.0\.0\.1:1\/0\?name=a: connect ECONNREFUSED/,
  ],
  [{ shared: 'redis://127.0.0.1:1/0?name=a', persist: 'folder' }, /leave out one of shared and persist/],
  [{ shared: 'redis://127.0.0.1:1/0?name=a', stateful: false }, /leave out one of shared and stateful: false/],
  [{ shared: 'redis://127.0.0.1:1/0?name=a', watch: true, document: 'x' }, /leave out one of shared and watch/],
])('it does not start with %o', async (options, message) => {
  const started = startMock({ port: 0, ...options });
  await expect(started).rejects.toThrow(MockStartError);
  await expect(started).rejects.toThrow(message);
  await expect(started).rejects.not.toThrow(/hunter2/);
});
