import { beforeEach, describe, expect, test } from 'vitest';
import { MockStartError, startMock, type Transitions } from '../src/index.js';
import { endpointBody, serviceBody } from './api.js';
import { runMock } from './running.js';

const run = runMock({ transitions: 'immediate' });
const { owner, consumer } = run;

const create = async (number = 1, fields: object = {}) =>
  (await owner.ok('createEndpointService', { body: serviceBody(number, fields) })).id;
const service = async (id: string) => (await owner.ok('listServiceDetails', { service: id })).status;
const endpoint = async (id: string) => (await consumer.ok('listEndpointInfoDetails', { endpoint: id })).status;

describe('a service that was changed', () => {
  const change = { description: 'changed' };
  test('is available at once by default', async () => {
    const id = await create();
    expect(await owner.ok('updateEndpointService', { service: id, body: change })).toMatchObject({
      ...change,
      status: 'available',
    });
  });

  test('is creating for as long as asked, and neither changed nor deleted then', async () => {
    run.mock.setTransitions({ endpoint_service_update: 'time(10s)' });
    const id = await create();
    expect(await owner.ok('updateEndpointService', { service: id, body: change })).toMatchObject({
      ...change,
      status: 'creating',
    });
    await owner.refused('updateEndpointService', 'EndPoint.3045', { service: id, body: change });
    await owner.refused('deleteEndpointService', 'EndPoint.3005', { service: id });
    run.mock.clock.advance('9s');
    expect(await service(id)).toBe('creating');
    run.mock.clock.advance('1s');
    expect(await service(id)).toBe('available');
  });
});

describe('a service that is deleted late', () => {
  const stages: Partial<Transitions> = { endpoint_service: 'time(3s)', endpoint_service_deletion_lag: 'time(10s)' };
  let id: string;
  beforeEach(async () => {
    id = await create(1, { approval_enabled: false });
    run.mock.setTransitions(stages);
    await owner.ok('deleteEndpointService', { service: id });
  });

  test('stays available, then it is deleting, then it is gone', async () => {
    expect(await service(id)).toBe('available');
    run.mock.clock.advance('10s');
    expect(await service(id)).toBe('deleting');
    run.mock.clock.advance('3s');
    await owner.refused('listServiceDetails', 'EndPoint.0005', { service: id });
  });

  test('goes through all of that when the clock is moved beyond it', async () => {
    run.mock.clock.advance('13s');
    await owner.refused('listServiceDetails', 'EndPoint.0005', { service: id });
  });

  test('takes no change and no endpoint while it seems to be available', async () => {
    const message = await owner.refused('updateEndpointService', 'EndPoint.3045', { service: id, body: {} });
    expect(message).toContain(`${id} is deleting`);
    await owner.refused('deleteEndpointService', 'EndPoint.3005', { service: id });
    await owner.refused('createEndpoint', 'EndPoint.2004', { body: endpointBody(id) });
    const body = { endpoint_service_name: 'late' };
    await owner.refused('updateEndpointServiceName', 'EndPoint.0005', { service: id, body });
  });

  test('goes on where it was when its state is saved and loaded', async () => {
    run.mock.clock.advance('4s');
    const state = run.mock.state();
    run.mock.reset();
    run.mock.load(state);
    run.mock.clock.advance('5s');
    expect(await service(id)).toBe('available');
    run.mock.clock.advance('1s');
    expect(await service(id)).toBe('deleting');
  });
});

test('a deletion may wait for polls twice, first to begin and then to end', async () => {
  const id = await create();
  run.mock.setTransitions({ endpoint_service: 'manual(1)', endpoint_service_deletion_lag: 'manual(2)' });
  await owner.ok('deleteEndpointService', { service: id });
  expect([await service(id), await service(id), await service(id)]).toEqual(['available', 'available', 'deleting']);
  await owner.refused('listServiceDetails', 'EndPoint.0005', { service: id });
});

test('an accepted connection is creating for as long as asked', async () => {
  run.mock.setTransitions({ endpoint_acceptance: 'time(5s)' });
  const id = await create();
  await owner.ok('addOrRemoveServicePermissions', { service: id, body: { action: 'add', permissions: ['*'] } });
  const connected = await consumer.ok('createEndpoint', { body: endpointBody(id) });
  const decide = (action: string) => ({ service: id, body: { action, endpoints: [connected.id] } });
  const { connections } = await owner.ok('acceptOrRejectEndpoint', decide('receive'));
  expect(connections).toMatchObject([{ status: 'creating' }]);
  await owner.refused('acceptOrRejectEndpoint', 'EndPoint.2019', decide('reject'));
  expect(await consumer.ok('listEndpointInfoDetails', { endpoint: connected.id })).not.toHaveProperty('ip');
  run.mock.clock.advance('5s');
  expect(await consumer.ok('listEndpointInfoDetails', { endpoint: connected.id })).toHaveProperty('ip');
  expect(await endpoint(connected.id)).toBe('accepted');
  await owner.ok('acceptOrRejectEndpoint', decide('reject'));
  expect(await endpoint(connected.id)).toBe('rejected');
});

test('one text is about creations and deletions, and a stage that there is none of is refused', async () => {
  expect(run.mock.state().transitions).toEqual({
    endpoint_service: 'immediate',
    endpoint: 'immediate',
    endpoint_service_update: 'immediate',
    endpoint_service_deletion_lag: 'immediate',
    endpoint_acceptance: 'immediate',
  });
  const mock = await startMock({ port: 0, transitions: 'time(1h)' });
  expect(mock.state().transitions).toMatchObject({ endpoint: 'time(1h)', endpoint_acceptance: 'immediate' });
  await mock.close();
  const transitions = { acceptance: 'immediate' } as Partial<Transitions>;
  const started = startMock({ port: 0, transitions });
  await expect(started).rejects.toThrow(MockStartError);
  await expect(started).rejects.toThrow(/of endpoint_service, endpoint, .*, not of acceptance/);
});
