import { describe, expect, test } from 'vitest';
import { MockStartError, startMock, type MockState } from '../src/index.js';
import { type Api, apiOf, endpointBody, serviceBody } from './api.js';
import { controlOf, errorResponse } from './control-route.js';
import { runMock } from './running.js';

const run = runMock();
const { owner, consumer } = run;

const control = controlOf(run);
const create = async (number = 1) => (await owner.ok('createEndpointService', { body: serviceBody(number) })).id;
const statusOf = async (service: string) => (await owner.ok('listServiceDetails', { service })).status;

describe('time', () => {
  test('moves when it is told to, over HTTP too', async () => {
    const service = await create();
    expect(await control('POST', 'clock', { advance: '2m' })).toMatchObject({
      status: 200,
      body: { now: '2026-01-01T00:02:00Z' },
    });
    expect(await statusOf(service)).toBe('available');
    expect(run.mock.clock.now()).toBe('2026-01-01T00:02:00Z');
    expect((await owner.ok('listServiceDetails', { service })).updated_at).toBe('2026-01-01T00:00:03Z');
  });

  test('what is due in a row happens in its order', async () => {
    run.mock.setTransitions({ endpoint_service: 'time(1m)' });
    const first = await create(1);
    run.mock.setTransitions({ endpoint_service: 'time(1s)' });
    const second = await create(2);
    run.mock.clock.advance('1h');
    const { endpoint_services: services } = await owner.ok('listEndpointService', { query: { sort_key: 'update_at' } });
    expect(services.map(({ id, updated_at }) => [id, updated_at])).toEqual([
      [first, '2026-01-01T00:01:00Z'],
      [second, '2026-01-01T00:00:01Z'],
    ]);
  });

  test('transitions wait for polls of the details, or for nothing', async () => {
    expect(await control('POST', 'clock', { transitions: { endpoint_service: 'manual(2)' } })).toMatchObject({
      body: { transitions: { endpoint_service: 'manual(2)', endpoint: 'time(3s)' } },
    });
    const service = await create(1);
    run.mock.clock.advance('1h');
    expect([await statusOf(service), await statusOf(service), await statusOf(service)]).toEqual([
      'creating',
      'creating',
      'available',
    ]);
    run.mock.setTransitions({ endpoint_service: 'immediate' });
    expect(await statusOf(await create(2))).toBe('available');
    await owner.ok('deleteEndpointService', { service });
    await owner.refused('listServiceDetails', 'EndPoint.0005', { service });
  });

  test('follows the machine unless told otherwise, and can still be moved on', async () => {
    const mock = await startMock({ port: 0, transitions: 'time(1h)' });
    const api = apiOf(mock, 'owner');
    const before = Date.now();
    const { id: service, created_at: created } = await api.ok('createEndpointService', { body: serviceBody(1) });
    expect(Date.parse(created)).toBeGreaterThanOrEqual(before - 1000);
    expect(Date.parse(created)).toBeLessThanOrEqual(Date.now());
    mock.clock.advance('1h');
    expect((await api.ok('listServiceDetails', { service })).status).toBe('available');
    await mock.close();
  });

  test.each([
    [{ advance: 'soon' }, /body\.advance must be a number of milliseconds, or .*'2m'/],
    [{ advance: -1 }, /body\.advance/],
    [{ advance: '99999999999h' }, /year 8999/],
    [{ transitions: { endpoint: 'slowly' } }, /body\.transitions\.endpoint must be 'immediate'/],
    [{ transitions: { backend: 'immediate' } }, /body\.transitions\.backend is not known/],
    [{}, /body/],
  ])('%j is refused', async (body, message) => {
    expect(await control('POST', 'clock', body)).toEqual(errorResponse(message));
  });
});

describe('state', () => {
  async function play(api: Api, other: Api): Promise<void> {
    const service = await api.ok('createEndpointService', { body: serviceBody(1, { service_name: 'orders' }) });
    await api.ok('createEndpointService', { body: serviceBody(2) });
    run.mock.clock.advance('3s');
    await api.ok('addOrRemoveServicePermissions', {
      service: service.id,
      body: { action: 'add', permissions: ['iam:domain::consumer'] },
    });
    await other.ok('createEndpoint', { body: endpointBody(service.id) });
    await api.ok('createEndpointService', { body: serviceBody(3) });
    await api.ok('updateEndpointService', { service: service.id, body: { description: 'changed' } });
  }
  const everything = async () => ({
    services: await owner.ok('listEndpointService', { query: { sort_key: 'update_at' } }),
    endpoints: await consumer.ok('listEndpoints', { query: { sort_key: 'update_at' } }),
  });

  test('is read and loaded again, with what is under way', async () => {
    await play(owner, consumer);
    const before = await everything();
    const state = (await control('GET', 'state')).body;
    run.mock.reset();
    expect((await everything()).services.total_count).toBe(0);
    expect(await control('PUT', 'state', state)).toEqual({ status: 204, body: undefined });
    expect(await everything()).toEqual(before);
    expect(run.mock.state()).toEqual(state);
    run.mock.clock.advance('3s');
    const { endpoints } = await consumer.ok('listEndpoints');
    expect(endpoints).toMatchObject([{ status: 'pendingAcceptance' }]);
    // New IDs differ from those that there are.
    const created = await create(9);
    expect(before.services.endpoint_services.map(({ id }) => id)).not.toContain(created);
  });

  test('after a reset, the same calls get the same answers', async () => {
    await play(owner, consumer);
    const first = run.mock.state();
    expect(await control('POST', 'reset')).toEqual({ status: 204, body: undefined });
    await play(owner, consumer);
    expect(run.mock.state()).toEqual(first);
  });

  test('another seed gives other IDs', async () => {
    const mock = await startMock({ port: 0, seed: 'another', region: 'eu-west-101' });
    const body = serviceBody(1);
    const { id, service_name: name } = await apiOf(mock, 'owner').ok('createEndpointService', { body });
    expect(id).not.toBe(await create());
    expect(name).toBe(`eu-west-101.${id}`);
    await mock.close();
  });

  test('what is loaded needs no more than the essentials', async () => {
    const service = {
      id: 's',
      project_id: 'owner',
      created_at: '2025-01-01T00:00:00Z',
      vpc_id: 'v',
      server_type: 'VM' as const,
      port_id: '00000000-0000-4000-8000-000000000001',
      ports: [{ client_port: 1, server_port: 2 }],
      status: 'available' as const,
    };
    run.mock.load({ quotas: { endpoint_service: 1 }, services: [service], endpoints: [] });
    expect(await owner.ok('listServiceDetails', { service: 's' })).toMatchObject({
      service_name: 'cn-north-4.s',
      updated_at: service.created_at,
      approval_enabled: true,
    });
    await owner.refused('createEndpointService', 'Endpoint.1018', { body: serviceBody(1) });
    expect(run.mock.state().services).toEqual([
      {
        ...service,
        ports: [{ client_port: 1, server_port: 2, protocol: 'TCP' }],
        updated_at: service.created_at,
        changed: 1,
        name: '',
        approval_enabled: true,
        tcp_proxy: 'close',
        tags: [],
        description: '',
        enable_policy: false,
        supported_editions: ['basic'],
        enable_multi_server: false,
        server_resources: [],
        permissions: [],
      },
    ]);
  });

  const endpoint: MockState['endpoints'][number] = {
    id: 'e',
    project_id: 'consumer',
    created_at: '2025-01-01T00:00:00Z',
    vpc_id: 'v',
    endpoint_service_id: 's',
    service_type: 'interface',
    marker_id: 1,
    status: 'accepted',
  };

  test('an endpoint that is loaded needs no more than that, either', () => {
    run.mock.load({ services: [], endpoints: [endpoint] });
    expect(run.mock.state().endpoints).toEqual([
      {
        ...endpoint,
        updated_at: endpoint.created_at,
        changed: 1,
        endpoint_service_name: 's',
        connected: true,
        enable_dns: false,
        tags: [],
        description: '',
        whitelist: [],
        enable_whitelist: false,
        routetables: [],
        policy_statement: [],
      },
    ]);
  });

  test('an endpoint whose type the service has misspelt is one of a gateway', async () => {
    run.mock.load({ services: [], endpoints: [{ ...endpoint, service_type: 'gataway', routetables: ['r'] }] });
    expect(await consumer.ok('listEndpointInfoDetails', { endpoint: 'e' })).toMatchObject({
      service_type: 'gataway',
      routetables: ['r'],
    });
    await consumer.refused('updateEndpointWhite', 'EndPoint.2044', { endpoint: 'e', body: {} });
    const body = { policy_statement: [{ Effect: 'Deny', Action: ['obs:*:*'], Resource: ['obs:*:*:*:*'] }] };
    expect(await consumer.ok('updateEndpointPolicy', { endpoint: 'e', body })).toMatchObject(body);
    expect(await consumer.ok('updateEndpointRoutetable', { endpoint: 'e', body: { routetables: [] } })).toEqual({
      routetables: [],
    });
  });

  test.each([
    [{ service_type: 7 }, /body\.endpoints\[0\]\.service_type must be string/],
    [{ status: 'bridged' }, /body\.endpoints\[0\]\.status must be one of pendingAcceptance, creating/],
    [{ ipv6_address: '10.0.0.1' }, /body\.endpoints\[0\]\.ipv6_address must match format "ipv6"/],
    [{ marker_id: 2 ** 53 }, /body\.endpoints\[0\]\.marker_id must be <= 9007199254740991/],
    [{ whitelist: ['10.0.0.0/33'] }, /body\.endpoints\[0\]\.whitelist\[0\] must match pattern/],
    [{ tags: [{ key: 'a' }] }, /body\.endpoints\[0\]\.tags\[0\]\.value is missing/],
    [{ pending: { to: 'away' } }, /body\.endpoints\[0\]\.pending\.to must be one of/],
    [{ pending: { to: 'gone', polls: -1 } }, /body\.endpoints\[0\]\.pending\.polls must be >= 0/],
  ])('an endpoint with %j is refused', async (fields, message) => {
    const state = { services: [], endpoints: [{ ...endpoint, ...fields }] };
    expect(await control('PUT', 'state', state)).toEqual(errorResponse(message));
  });

  test('a resource in a passing state goes on as if that had begun when it was loaded', async () => {
    run.mock.load('small-team');
    const { services, endpoints } = run.mock.state();
    const service = services.find(({ status }) => status === 'available');
    const endpoint = endpoints.find(({ service_type: type }) => type === 'interface');
    if (service === undefined || endpoint === undefined) throw new Error('the scenario has none');
    const connecting = { ...endpoint, status: 'creating' as const, project_id: 'consumer', connected: false };
    run.mock.load({
      services: [
        { ...service, id: 'a', project_id: 'owner', status: 'creating' },
        { ...service, id: 'b', project_id: 'owner', status: 'deleting' },
        { ...service, id: 'c', project_id: 'owner', approval_enabled: true },
        { ...service, id: 'd', project_id: 'owner', approval_enabled: false },
      ],
      endpoints: [
        { ...connecting, id: 'e', endpoint_service_id: 'c', marker_id: 1 },
        { ...connecting, id: 'f', endpoint_service_id: 'd', marker_id: 2 },
        { ...connecting, id: 'g', endpoint_service_id: 'd', marker_id: 3, status: 'deleting' },
      ],
    });
    const states = async () => {
      const { endpoint_services: listed } = await owner.ok('listEndpointService');
      const { endpoints: connected } = await consumer.ok('listEndpoints');
      return Object.fromEntries([...listed, ...connected].map(({ id, status }) => [id, status]));
    };
    const settled = { c: 'available', d: 'available' };
    expect(await states()).toEqual({
      ...settled,
      ...{ a: 'creating', b: 'deleting', e: 'creating', f: 'creating', g: 'deleting' },
    });
    run.mock.clock.advance('3s');
    expect(await states()).toEqual({ ...settled, a: 'available', e: 'pendingAcceptance', f: 'accepted' });
  });

  const service = {
    id: 's',
    project_id: 'p',
    created_at: '2025-01-01T00:00:00Z',
    vpc_id: 'v',
    server_type: 'VM',
    port_id: '00000000-0000-4000-8000-000000000001',
    ports: [],
    status: 'available',
  };
  test.each([
    [undefined, /body/],
    [{ services: [] }, /body\.endpoints is missing/],
    [
      { services: [{ ...service, status: 'broken' }], endpoints: [] },
      /body\.services\[0\]\.status must be one of creat/,
    ],
    [{ services: [{ ...service, colour: 'red' }], endpoints: [] }, /body\.services\[0\]\.colour is not known/],
    [{ services: [service, service], endpoints: [] }, /body\.services\[1\]\.id s is there twice/],
    [{ services: [{ ...service, created_at: '2025-02-31T99:00:00Z' }], endpoints: [] }, /created_at must be a time/],
    [
      { services: [{ ...service, port_id: 'p' }], endpoints: [] },
      /body\.services\[0\]\.port_id must match format "uuid"/,
    ],
    [{ scenario: 'huge' }, /scenario must be one of empty, small-team, busy, approval-queue, not 'huge'/],
  ])('%j is refused, and nothing changes', async (body, message) => {
    const id = await create();
    expect(await control('PUT', 'state', body)).toEqual(errorResponse(message));
    expect(await statusOf(id)).toBe('creating');
  });

  test('a mock does not start from a state that is not valid', async () => {
    const scenario = { services: [{}], endpoints: [] } as unknown as MockState;
    await expect(startMock({ port: 0, scenario })).rejects.toThrow(MockStartError);
  });
});

describe('ready-made states', () => {
  const project = '6e9dfd51d1124e8d8498dce894923a0d';
  test.each([
    ['empty', 0],
    ['small-team', 4],
    ['busy', 400],
    ['approval-queue', 1],
  ])('%s has %i services, all of which can be listed and connected to', async (scenario, count) => {
    expect(await control('PUT', 'state', { scenario })).toMatchObject({ status: 204 });
    const api = apiOf(run.mock, project);
    const page = await api.ok('listEndpointService', { query: { limit: 1000 } });
    expect(page).toMatchObject({ total_count: count, endpoint_services: { length: count } });
    for (const { id, connection_count: connected } of page.endpoint_services.slice(0, 5)) {
      const { connections } = await api.ok('listServiceConnections', { service: id, query: { limit: 1000 } });
      expect(connections.filter(({ status }) => status === 'accepted')).toHaveLength(connected ?? -1);
    }
  });
});

test('other control routes and methods are named in the answer', async () => {
  expect(await control('GET', 'nothing')).toMatchObject({
    status: 404,
    body: { error_msg: expect.stringMatching(/\/_mock\/health, \/_mock\/state/) as string },
  });
  expect(await control('DELETE', 'state')).toMatchObject({
    status: 405,
    body: { error_msg: expect.stringMatching(/GET, HEAD, PUT, not DELETE/) as string },
  });
  expect(await control('GET', 'health')).toMatchObject({ status: 200, body: { status: 'ok' } });
});
