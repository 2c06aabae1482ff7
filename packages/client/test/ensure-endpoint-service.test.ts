import { startMock, type Mock, type MockState } from '@vpcep/mock';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureEndpointService, type DesiredEndpointService, type EndpointServiceCalls } from '../src/ensure/index.js';
import { ownName } from '../src/ensure/own-name.js';
import {
  createVpcepCore,
  VpcepAbortError,
  VpcepConnectionError,
  VpcepError,
  VpcepHttpError,
  VpcepNotFoundError,
  VpcepTimeoutError,
  VpcepValidationError,
  VpcepWaiterError,
  type Fetch,
} from '../src/index.js';
import { changing, projectId, quick } from './ensure-fixture.js';
import { failureOf } from './failure-of.js';
import { service as shown, serviceId } from './scripted-client.js';

const desired = {
  service_name: 'orders',
  port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
  vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
  server_type: 'VM',
  approval_enabled: true,
  ports: [{ client_port: 8080, server_port: 80 }],
  tags: [{ key: 'team', value: 'shop' }],
  description: 'Orders of the shop',
  permissions: ['iam:domain::a1', 'organizations:orgPath::o-1/r-2'],
} satisfies DesiredEndpointService;

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, transitions: 'manual(1)' });
});
beforeEach(() => {
  mock.reset();
});
afterAll(() => mock.close());

/** The project's services, as the mock remembers them. */
const services = () => mock.state().services;
const onlyService = () => {
  const [service, ...others] = services();
  if (service === undefined || others.length > 0) throw new Error(`there are ${services().length} services, not one`);
  return service;
};

/** A service that is as wanted. */
const record = {
  id: '84ba1f63-8882-4871-a3c2-d380272eed83',
  project_id: projectId,
  created_at: '2026-01-01T00:00:00Z',
  status: 'available',
  name: desired.service_name,
  port_id: desired.port_id,
  vpc_id: desired.vpc_id,
  server_type: desired.server_type,
  ports: desired.ports,
  tags: desired.tags,
  description: desired.description,
  permissions: desired.permissions.map((permission) => ({
    id: permission,
    permission,
    created_at: '2026-01-01T00:00:00Z',
    description: '',
  })),
} satisfies MockState['services'][number];

/** Puts services into the mock that differ by what is given from one that is as wanted; returns their IDs. */
function put(...differences: Partial<MockState['services'][number]>[]): string[] {
  const all = differences.map((difference, index) => ({
    ...record,
    id: `${record.id.slice(0, -1)}${index}`,
    ...difference,
  }));
  mock.load({ services: all, endpoints: [] });
  return all.map(({ id }) => id);
}

test('a service that is not there is created, waited for, and said to be', async () => {
  const { client, sent } = changing(mock);
  const { service, created, changes } = await ensureEndpointService(client, desired, quick);
  expect(service).toMatchObject({ status: 'available', description: 'Orders of the shop', tags: desired.tags });
  expect(service.service_name).toBe(`cn-north-4.orders.${service.id}`);
  expect(onlyService().permissions?.map(({ permission }) => permission)).toEqual(desired.permissions);
  expect(created).toBe(true);
  const { permissions, ...fields } = desired;
  expect(changes).toEqual([
    ...Object.entries(fields).map(([field, to]) => ({ field, to, operation: 'createEndpointService' })),
    { field: 'permissions', from: [], to: permissions, operation: 'addOrRemoveServicePermissions' },
  ]);
  expect(sent).toEqual([
    'POST /vpc-endpoint-services',
    `POST /vpc-endpoint-services/${service.id}/permissions/action`,
    `POST /vpc-endpoint-services/${service.id}/permissions/action`,
  ]);
});

test('a second run changes nothing, and only reads', async () => {
  await ensureEndpointService(changing(mock).client, desired, quick);
  const { now: _, ...before } = mock.state();
  const { client, sent } = changing(mock);
  expect(await ensureEndpointService(client, desired, quick)).toMatchObject({ created: false, changes: [] });
  expect(sent).toEqual([]);
  expect(mock.state()).toMatchObject(before);
});

test('what means the same is no difference, however it is written', async () => {
  put({
    ports: [
      { client_port: 1, server_port: 2, protocol: 'UDP' },
      { client_port: 8080, server_port: 80, protocol: 'TCP' },
    ],
    tags: [
      { key: 'b', value: '' },
      { key: 'a', value: '1' },
    ],
    description: '',
  });
  const { client, sent } = changing(mock);
  const { changes } = await ensureEndpointService(
    client,
    {
      ...desired,
      ports: [
        { server_port: 80, client_port: 8080 },
        { protocol: 'UDP', client_port: 1, server_port: 2 },
      ],
      tags: [{ key: 'a', value: '1' }, { key: 'b' }],
      description: '',
      tcp_proxy: 'close',
      enable_policy: false,
      permissions: [...desired.permissions].reverse(),
    },
    quick,
  );
  expect(changes).toEqual([]);
  expect(sent).toEqual([]);
});

test('what differs is changed, each change is told as it is made, and reads well', async () => {
  const [id = ''] = put({});
  mock.setTransitions({ endpoint_service_update: 'manual(2)' });
  const { client, sent } = changing(mock);
  const told: string[] = [];
  const states: string[] = [];
  const wanted: DesiredEndpointService = {
    ...desired,
    approval_enabled: false,
    ports: [{ client_port: 443, server_port: 8443 }],
    tcp_proxy: 'toa_open',
    tags: [
      { key: 'team', value: 'pay' },
      { key: 'stage', value: 'test' },
    ],
    permissions: ['*'],
  };
  const { service, created, changes } = await ensureEndpointService(client, wanted, {
    ...quick,
    onChange: (change) => told.push(String(change)),
    onProgress: ({ state }) => states.push(state),
  });
  expect(created).toBe(false);
  expect(told).toEqual([
    'approval_enabled: true → false (updateEndpointService)',
    expect.stringMatching(
      /^ports: \[{.*"client_port":8080.*}\] → \[{"client_port":443,"server_port":8443}\] \(updateEndpointService\)$/,
    ),
    'tcp_proxy: "close" → "toa_open" (updateEndpointService)',
    'tags: [{"key":"team","value":"shop"}] → [{"key":"team","value":"pay"},{"key":"stage","value":"test"}] (batchAddOrRemoveResourceInstance)',
    'permissions: ["organizations:orgPath::o-1/r-2","iam:domain::a1"] → ["*"] (addOrRemoveServicePermissions)',
  ]);
  expect(changes.map(String)).toEqual(told);
  expect(states).toContain('creating');
  expect(service).toMatchObject({ id, status: 'available', tcp_proxy: 'toa_open', approval_enabled: false });
  expect(onlyService().tags).toEqual(wanted.tags);
  expect(onlyService().permissions?.map(({ permission }) => permission)).toEqual(['*']);
  expect(onlyService().description).toBe(desired.description);
  expect(sent.map((call) => call.replace(id, '…'))).toEqual([
    'PUT /vpc-endpoint-services/…',
    'POST /endpoint_service/…/tags/action',
    'POST /endpoint_service/…/tags/action',
    'POST /vpc-endpoint-services/…/permissions/action',
    'POST /vpc-endpoint-services/…/permissions/action',
    'POST /vpc-endpoint-services/…/permissions/action',
  ]);
});

test('what is no longer shown by any service is not set again and again', async () => {
  put({ server_type: 'VIP' });
  const { client, sent } = changing(mock);
  // As a type without its deprecations, which this is about.
  const hidden: object = { vip_port_id: 'vip', snat_network_id: 'net' };
  const wanted: DesiredEndpointService = { ...desired, server_type: 'VIP', ...hidden };
  expect(await ensureEndpointService(client, wanted, quick)).toMatchObject({ changes: [] });
  expect(sent).toEqual([]);
});

test('fields that are not given, or undefined, stay as they are', async () => {
  const [id = ''] = put({ description: 'by hand', tags: [{ key: 'by', value: 'hand' }] });
  const { client, sent } = changing(mock);
  const { service } = await ensureEndpointService(client, { id, approval_enabled: true, tags: undefined }, quick);
  expect(service).toMatchObject({ description: 'by hand', tags: [{ key: 'by', value: 'hand' }] });
  expect(sent).toEqual([]);
});

test('empty lists take away all that there is', async () => {
  put({});
  await ensureEndpointService(changing(mock).client, { ...desired, tags: [], permissions: [], description: '' }, quick);
  expect(onlyService()).toMatchObject({ tags: [], permissions: [], description: '' });
});

test('by its ID a service can be renamed', async () => {
  const [id = ''] = put({});
  const { service, changes } = await ensureEndpointService(
    changing(mock).client,
    { id, service_name: 'billing' },
    quick,
  );
  expect(service.service_name).toBe(`cn-north-4.billing.${id}`);
  expect(changes).toEqual([
    { field: 'service_name', from: 'orders', to: 'billing', operation: 'updateEndpointService' },
  ]);
});

test('the smallest client will do, in another project too', async () => {
  const core = createVpcepCore({ baseUrl: mock.url, projectId: 'other', credentials: { token: 'any' } });
  const { service } = await ensureEndpointService(core, desired, { ...quick, projectId });
  expect(service.project_id).toBe(projectId);
});

describe('which service is meant', () => {
  test('is told by the whole name, in upper and lower case', async () => {
    put({ name: 'orders-2' }, { name: 'Orders', port_id: '2b6c93e8-1d47-4f05-9a7b-c8e34d5f0716' }, { name: '' });
    const { created } = await ensureEndpointService(
      changing(mock).client,
      { ...desired, port_id: '9f1e5a30-84d2-4c6b-b7e9-35a0c2d8f467' },
      quick,
    );
    expect(created).toBe(true);
    expect(services().map(({ name }) => name)).toEqual(['orders-2', 'Orders', '', 'orders']);
  });

  test.each([
    ['cn-north-4.orders.id', 'orders'],
    ['cn-north-4.id', ''],
    ['id', ''],
    ['com.myhuaweicloud.cn-north-4.dns', ''],
    ['cn-north-4.orders.another', ''],
  ])('is told by its own part of the full name: %s', (service_name, name) => {
    expect(ownName({ id: 'id', service_name })).toBe(name);
  });

  test('is not guessed among several: they are listed', async () => {
    const ids = put({}, { port_id: '2b6c93e8-1d47-4f05-9a7b-c8e34d5f0716' });
    const { client, sent } = changing(mock);
    const error = await failureOf(ensureEndpointService(client, { ...desired, description: 'x' }, quick));
    expect(error).toBeInstanceOf(VpcepValidationError);
    expect(error).toMatchObject({ field: 'service_name' });
    for (const id of ids) expect(error.message).toContain(id);
    expect(sent).toEqual([]);
  });

  test('has to be said', async () => {
    const { client } = changing(mock);
    const unnamed = { ...desired, service_name: '' };
    expect(await failureOf(ensureEndpointService(client, unnamed))).toMatchObject({ field: 'service_name' });
  });

  test('has to be there when it is told by an ID', async () => {
    const { client } = changing(mock);
    const missing = ensureEndpointService(client, { id: '4189d3c2-8882-4871-a3c2-d380272eed83' }, quick);
    expect(await failureOf(missing)).toBeInstanceOf(VpcepNotFoundError);
  });

  test('is not lost in a project of many', async () => {
    const many = Array.from({ length: 1005 }, (_, index) => ({
      name: `orders-${index}`,
      id: `id-${index}`,
      port_id: `4189d3c2-8882-4871-a3c2-${String(index).padStart(12, '0')}`,
    }));
    put(...many, { created_at: '2020-01-01T00:00:00Z' });
    expect(await ensureEndpointService(changing(mock).client, desired, quick)).toMatchObject({ created: false });
  });
});

describe('what cannot be changed', () => {
  test('and differs is refused before anything is changed', async () => {
    const [id = ''] = put({});
    const { client, sent } = changing(mock);
    const wanted: DesiredEndpointService = { ...desired, vpc_id: 'other', server_type: 'LB', description: 'new' };
    const error = await failureOf(ensureEndpointService(client, wanted, quick));
    expect(error).toBeInstanceOf(VpcepValidationError);
    expect(error).toMatchObject({ field: 'vpc_id' });
    expect(error.message).toBe(
      `vpc_id: cannot be changed after creation: wanted "other", found "${desired.vpc_id}"; server_type: wanted "LB", found "VM"; in ${id}`,
    );
    expect(sent).toEqual([]);
  });

  test('and is not known at all is named', async () => {
    const { client, sent } = changing(mock);
    const misspelt = { ...desired, aproval_enabled: true };
    const error = await failureOf(ensureEndpointService(client, misspelt, quick));
    expect(error).toMatchObject({ name: 'VpcepValidationError', field: 'aproval_enabled' });
    expect(error.message).toContain('approval_enabled');
    expect(sent).toEqual([]);
  });
});

test.each<[string, object]>([
  ['dryrun', { dryrun: true }],
  ['dryRun', { dryRun: 'yes' }],
  ['onChange', { onChange: 'log' }],
  ['timeout', { timeout: 0 }],
])('an option that is unknown or breaks its rule is refused before anything is changed: %s', async (field, options) => {
  const { client, sent } = changing(mock);
  // Options from outside are not always what the types promise.
  const given: typeof quick = { ...quick, ...options };
  const error = await failureOf(ensureEndpointService(client, desired, given));
  expect(error).toMatchObject({ name: 'VpcepValidationError', field });
  expect(sent).toEqual([]);
});

test('waits are as long as the client’s own, unless it is told otherwise', async () => {
  put({ status: 'creating', pending: { to: 'available', polls: 5 } });
  const { client } = changing(mock, { waiting: { minDelay: 1, maxDelay: 1, timeout: 1 } });
  const waiting = await failureOf(ensureEndpointService(client, desired));
  expect(waiting.message).toMatch(/^ensureEndpointService: .* within 0\.001 s/);
  expect(await ensureEndpointService(client, desired, { timeout: '1m' })).toMatchObject({ changes: [] });

  mock.load('empty');
  mock.setFaults([{ operation: 'createEndpointService', drop: 'request', times: 1 }]);
  const looking = await failureOf(ensureEndpointService(client, desired));
  expect(looking.message).toMatch(/^ensureEndpointService: orders is not done within 0\.001 s/);
  expect(looking).toMatchObject({ resource: 'orders', outcome: 'unknown' });
});

describe('a dry run', () => {
  test('of a service that is not there says what would be created', async () => {
    const { client, sent } = changing(mock);
    const plan = await ensureEndpointService(client, desired, { dryRun: true });
    expect(plan).toMatchObject({ service: undefined, created: true });
    expect(sent).toEqual([]);
    expect((await ensureEndpointService(client, desired, quick)).changes).toEqual(plan.changes);
  });

  test('of a service that differs says what would be changed', async () => {
    put({ description: 'old', status: 'creating', pending: { to: 'available', polls: 100 } });
    const { client, sent } = changing(mock);
    const plan = await ensureEndpointService(client, desired, {
      dryRun: true,
      onChange: () => {
        throw new Error('nothing was changed');
      },
    });
    expect(plan.changes.map(String)).toEqual(['description: "old" → "Orders of the shop" (updateEndpointService)']);
    expect(plan.service?.status).toBe('creating');
    expect(sent).toEqual([]);
  });

  test('refuses what the run itself would refuse', async () => {
    put({ status: 'failed', error: [{ error_code: 'EndPoint.3001', error_message: 'no backend' }] });
    const { client } = changing(mock);
    expect(await failureOf(ensureEndpointService(client, desired, { dryRun: true }))).toBeInstanceOf(VpcepWaiterError);
    put({});
    const other = { ...desired, vpc_id: 'other' };
    expect(await failureOf(ensureEndpointService(client, other, { dryRun: true }))).toMatchObject({ field: 'vpc_id' });
  });
});

describe('a service that is', () => {
  test('creating is waited for, and then changed', async () => {
    put({ description: 'old', status: 'creating', pending: { to: 'available', polls: 3 } });
    const { service } = await ensureEndpointService(changing(mock).client, desired, quick);
    expect(service).toMatchObject({ status: 'available', description: 'Orders of the shop' });
  });

  test('deleting is waited for until it is gone, and created anew', async () => {
    const [id] = put({ status: 'deleting', pending: { to: 'gone', polls: 3 } });
    const { service, created } = await ensureEndpointService(changing(mock).client, desired, quick);
    expect(created).toBe(true);
    expect(service.id).not.toBe(id);
    expect(services()).toHaveLength(1);
  });

  test('deleting, and is meant by its ID, is an error', async () => {
    const [id = ''] = put({ status: 'deleting', pending: { to: 'gone', polls: 3 } });
    const error = await failureOf(ensureEndpointService(changing(mock).client, { id, tags: [] }, quick));
    expect(error).toMatchObject({ name: 'VpcepWaiterError', state: 'deleting' });
  });

  test('failed is an error that says why', async () => {
    put({ status: 'failed', error: [{ error_code: 'EndPoint.3001', error_message: 'no backend' }] });
    const { client, sent } = changing(mock);
    const error = await failureOf(ensureEndpointService(client, desired, quick));
    expect(error).toBeInstanceOf(VpcepWaiterError);
    expect(error).toMatchObject({ reasons: [{ code: 'EndPoint.3001', message: 'no backend' }] });
    expect(sent).toEqual([]);
  });

  test('to fail while it is created is an error that says why', async () => {
    mock.setFaults([{ operation: 'createEndpointService', creationFails: 'EndPoint.3001' }]);
    const error = await failureOf(ensureEndpointService(changing(mock).client, desired, quick));
    expect(error).toMatchObject({ name: 'VpcepWaiterError', reasons: [{ code: 'EndPoint.3001' }] });
  });
});

describe('a lost answer', () => {
  test('to the creation is made up for by a look for the name', async () => {
    mock.setFaults([{ operation: 'createEndpointService', drop: 'answer', times: 1 }]);
    const { client, sent } = changing(mock);
    const { created, service } = await ensureEndpointService(client, desired, quick);
    expect(created).toBe(true);
    expect(onlyService().id).toBe(service.id);
    expect(sent.filter((call) => call === 'POST /vpc-endpoint-services')).toHaveLength(1);
  });

  test('to a creation that did not happen is made up for by another', async () => {
    mock.setFaults([{ operation: 'createEndpointService', drop: 'request', times: 1 }]);
    const { client, sent } = changing(mock);
    await ensureEndpointService(client, desired, quick);
    expect(services()).toHaveLength(1);
    expect(sent.filter((call) => call === 'POST /vpc-endpoint-services')).toHaveLength(2);
  });

  test('to the second creation, too, is thrown when there is no service', async () => {
    mock.setFaults([{ operation: 'createEndpointService', drop: 'request' }]);
    const { client, sent } = changing(mock);
    expect(await failureOf(ensureEndpointService(client, desired, quick))).toBeInstanceOf(VpcepConnectionError);
    expect(sent).toHaveLength(2);
  });

  test('to an update whose repetition is then refused is no failure', async () => {
    put({ description: 'old' });
    mock.setTransitions({ endpoint_service_update: 'manual(2)' });
    mock.setFaults([{ operation: 'updateEndpointService', drop: 'answer', times: 1 }]);
    const { client, sent } = changing(mock);
    const { changes } = await ensureEndpointService(client, desired, quick);
    expect(changes.map(({ field }) => field)).toEqual(['description']);
    expect(sent).toHaveLength(2);
    expect(onlyService().description).toBe(desired.description);
  });

  test('to an update that did not happen is thrown', async () => {
    put({ description: 'old' });
    mock.setFaults([{ operation: 'updateEndpointService', drop: 'request' }]);
    const run = ensureEndpointService(changing(mock).client, desired, quick);
    expect(await failureOf(run)).toMatchObject({ name: 'VpcepConnectionError', operation: 'updateEndpointService' });
  });

  test('to a change of tags or of the whitelist is asked for again', async () => {
    mock.setFaults([
      { operation: 'addOrRemoveServicePermissions', drop: 'answer', times: 1 },
      { operation: 'batchAddOrRemoveResourceInstance', drop: 'answer', times: 1 },
    ]);
    put({ tags: [], permissions: [] });
    await ensureEndpointService(changing(mock).client, desired, quick);
    expect(onlyService().tags).toEqual(desired.tags);
    expect(onlyService().permissions).toHaveLength(2);
  });

  test('is no reason to create again after a refusal', async () => {
    mock.setFaults([{ operation: 'createEndpointService', error: 'EndPoint.3044' }]);
    const { client, sent } = changing(mock);
    expect(await failureOf(ensureEndpointService(client, desired, quick))).toBeInstanceOf(VpcepHttpError);
    expect(sent).toHaveLength(1);
  });
});

describe('a service that does not become as wanted', () => {
  test('says what still differs when the time is over', async () => {
    const stubborn = {
      listServiceDetails: () => Promise.resolve(shown('available', { description: 'old' })),
      updateEndpointService: () => Promise.resolve(shown('available')),
    };
    vi.useFakeTimers();
    try {
      const run = failureOf(
        ensureEndpointService(stubborn as unknown as EndpointServiceCalls, { id: serviceId, description: 'new' }),
      );
      await vi.advanceTimersByTimeAsync(10 * 60_000);
      const error = await run;
      expect(error).toBeInstanceOf(VpcepTimeoutError);
      expect(error.message).toBe(
        `ensureEndpointService: ${serviceId} still differs: description: "old" → "new" (updateEndpointService)`,
      );
      expect(error.cause).toBeInstanceOf(VpcepTimeoutError);
      expect(error).toMatchObject({ outcome: 'unknown' });
    } finally {
      vi.useRealTimers();
    }
  });

  test('is not created again and again when its name cannot be recognised', async () => {
    const { client } = changing(mock);
    const renaming = {
      ...client,
      createEndpointService: async (...args: Parameters<typeof client.createEndpointService>) => ({
        ...(await client.createEndpointService(...args)),
        service_name: 'another-form',
      }),
    };
    const error = await failureOf(ensureEndpointService(renaming, desired, quick));
    expect(error).toBeInstanceOf(VpcepError);
    expect(error.message).toContain(onlyService().id);
    expect(error.message).toContain('another-form');
  });
});

test('an aborted signal ends it, also while it waits', async () => {
  put({ status: 'creating', pending: { to: 'available', polls: 999_999 } });
  const controller = new AbortController();
  const run = ensureEndpointService(changing(mock).client, desired, {
    ...quick,
    signal: controller.signal,
    onProgress: () => {
      controller.abort();
    },
  });
  const error = await failureOf(run);
  expect(error).toBeInstanceOf(VpcepAbortError);
  expect(error).toMatchObject({ outcome: 'not done' });
});

describe('once something may have been changed, the outcome is unknown', () => {
  test.each([
    ['the creation', 'POST'],
    ['a change', 'PUT'],
  ])('when it is aborted while the answer to %s is on its way', async (_, method) => {
    if (method === 'PUT') put({ description: 'old' });
    const controller = new AbortController();
    const fetch: Fetch = (url, init) => {
      if (init.method === method) controller.abort(new Error('enough'));
      return globalThis.fetch(url, init);
    };
    const { client } = changing(mock, { fetch });
    const error = await failureOf(ensureEndpointService(client, desired, { ...quick, signal: controller.signal }));
    expect(error).toMatchObject({ name: 'VpcepAbortError', outcome: 'unknown', cause: { message: 'enough' } });
  });

  test('when what was created does not come up in time', async () => {
    mock.setTransitions({ endpoint_service: 'time(1h)' });
    const error = await failureOf(ensureEndpointService(changing(mock).client, desired, { ...quick, timeout: 20 }));
    expect(error).toMatchObject({ name: 'VpcepTimeoutError', outcome: 'unknown' });
  });

  test('when it is aborted between two calls that make one change', async () => {
    put({ tags: [{ key: 'by', value: 'hand' }] });
    const controller = new AbortController();
    const { client } = changing(mock);
    const aborting: EndpointServiceCalls = {
      ...client,
      async batchAddOrRemoveResourceInstance(...args) {
        await client.batchAddOrRemoveResourceInstance(...args);
        controller.abort();
      },
    };
    const error = await failureOf(ensureEndpointService(aborting, desired, { ...quick, signal: controller.signal }));
    expect(error).toMatchObject({ name: 'VpcepAbortError', outcome: 'unknown' });
    expect(onlyService().tags).toEqual([]);
  });
});

test('what is told of changes is waited for, and its rejection ends the run', async () => {
  put({ description: 'old', tags: [] });
  const { client, sent } = changing(mock);
  const told: number[] = [];
  const onChange = async () => {
    await Promise.resolve();
    told.push(sent.length);
    if (told.length === 2) throw new Error('the journal is full');
  };
  const wanted = { ...desired, approval_enabled: false, permissions: [] };
  const error = await failureOf(ensureEndpointService(client, wanted, { ...quick, onChange }));
  expect(error.message).toBe('the journal is full');
  expect(told).toEqual([1, 1]);
});
