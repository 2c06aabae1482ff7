import { startMock, type Mock, type MockState } from '@vpcep/mock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureEndpoint, type DesiredEndpoint } from '../src/ensure/index.js';
import {
  VpcepConnectionError,
  VpcepError,
  VpcepNotFoundError,
  VpcepValidationError,
  VpcepWaiterError,
} from '../src/index.js';
import { changing, projectId, quick } from './ensure-fixture.js';
import { failureOf } from './failure-of.js';

const serviceId = '4189d3c2-8882-4871-a3c2-d380272eed83';
const subnet = '68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de';
const otherSubnet = '68bfbcc1-dff2-47e4-a9d4-332b9bc1b8df';
const desired = {
  endpoint_service_id: serviceId,
  vpc_id: '84758cf5-9c62-43ae-a778-3dbd8370c0a4',
  subnet_id: subnet,
  port_ip: '192.168.0.10',
  enable_dns: true,
  whitelist: ['10.0.0.1', '10.0.1.0/24'],
  enable_whitelist: true,
  tags: [{ key: 'team', value: 'shop' }],
  description: 'To the orders',
} satisfies DesiredEndpoint;

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, transitions: 'manual(1)' });
});
beforeEach(() => {
  mock.reset();
  put();
});
afterAll(() => mock.close());

const endpoints = () => mock.state().endpoints;

const service = {
  id: serviceId,
  project_id: projectId,
  created_at: '2026-01-01T00:00:00Z',
  status: 'available',
  name: 'orders',
  port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
  vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
  server_type: 'VM',
  approval_enabled: false,
  ports: [{ client_port: 8080, server_port: 80 }],
} satisfies MockState['services'][number];

/** An endpoint that is as wanted. */
const record = {
  id: '03184a04-95d5-4555-86c4-e767a371ff90',
  project_id: projectId,
  created_at: '2026-01-01T00:00:00Z',
  status: 'accepted',
  service_type: 'interface',
  marker_id: 1,
  endpoint_service_id: serviceId,
  vpc_id: desired.vpc_id,
  subnet_id: subnet,
  address: desired.port_ip,
  enable_dns: true,
  whitelist: desired.whitelist,
  enable_whitelist: true,
  tags: desired.tags,
  description: desired.description,
} satisfies MockState['endpoints'][number];

/** Puts the service into the mock, and endpoints that differ by what is given from one that is as wanted. */
function put(...differences: Partial<MockState['endpoints'][number]>[]): string[] {
  const all = differences.map((difference, index) => ({
    ...record,
    id: `${record.id.slice(0, -1)}${index}`,
    marker_id: index + 1,
    address: `192.168.0.${10 + index}`,
    ...difference,
  }));
  mock.load({ services: [service], endpoints: all });
  return all.map(({ id }) => id);
}

test('an endpoint that is not there is created and waited for; a second run only reads', async () => {
  const first = await ensureEndpoint(changing(mock).client, desired, quick);
  expect(first).toMatchObject({ created: true, endpoint: { status: 'accepted', ip: '192.168.0.10' } });
  expect(first.changes).toEqual(
    Object.entries(desired).map(([field, to]) => ({ field, to, operation: 'createEndpoint' })),
  );
  const { client, sent } = changing(mock);
  const second = await ensureEndpoint(client, desired, quick);
  expect(second).toEqual({ endpoint: first.endpoint, created: false, changes: [] });
  expect(sent).toEqual([]);
});

test('what differs is changed, and nothing else', async () => {
  const [id = ''] = put({});
  const { client, sent } = changing(mock);
  const { changes, endpoint } = await ensureEndpoint(
    client,
    { id, enable_whitelist: false, tags: [{ key: 'stage' }] },
    quick,
  );
  expect(changes.map(String)).toEqual([
    'enable_whitelist: true → false (updateEndpointWhite)',
    'tags: [{"key":"team","value":"shop"}] → [{"key":"stage"}] (batchAddOrRemoveResourceInstance)',
  ]);
  expect(endpoint).toMatchObject({
    whitelist: desired.whitelist,
    enable_whitelist: false,
    tags: [{ key: 'stage', value: '' }],
    description: desired.description,
  });
  expect(sent).toEqual([
    `PUT /vpc-endpoints/${id}`,
    `POST /endpoint/${id}/tags/action`,
    `POST /endpoint/${id}/tags/action`,
  ]);
});

test('the whitelist alone is changed without opening the endpoint to everybody', async () => {
  const [id = ''] = put({});
  const { endpoint } = await ensureEndpoint(changing(mock).client, { id, whitelist: ['10.9.9.9'] }, quick);
  expect(endpoint).toMatchObject({ whitelist: ['10.9.9.9'], enable_whitelist: true });
});

describe('an endpoint of a gateway', () => {
  const obs = async () => {
    const { endpoint_services: found } = await changing(mock).client.listServicePublicDetails({
      query: { endpoint_service_name: '.obs' },
    });
    return { endpoint_service_id: found[0]?.id ?? '', vpc_id: 'vpc' };
  };
  const allow = { Effect: 'Allow', Action: ['obs:object:GetObject'], Resource: ['b', 'a'] } as const;

  test('gets exactly the route tables and the policy, in any order and form', async () => {
    const gateway = await obs();
    await ensureEndpoint(changing(mock).client, { ...gateway, routetables: ['t1'] }, quick);
    const wanted = {
      ...gateway,
      routetables: ['t3', 't2'],
      policy_statement: [{ ...allow, Action: [...allow.Action], Resource: [...allow.Resource] }],
    };
    const { changes, created } = await ensureEndpoint(changing(mock).client, wanted, quick);
    expect(created).toBe(false);
    expect(changes.map(({ operation }) => operation)).toEqual(['updateEndpointRoutetable', 'updateEndpointPolicy']);
    const { client, sent } = changing(mock);
    const again = {
      ...wanted,
      routetables: ['t2', 't3'],
      policy_statement: [{ Resource: ['a', 'b'], Action: 'obs:object:GetObject', Effect: 'Allow' as const }],
    };
    expect(await ensureEndpoint(client, again, quick)).toMatchObject({ changes: [] });
    expect(sent).toEqual([]);
  });

  test('has its policy recognised where it is shown as a text', async () => {
    const gateway = await obs();
    const { client, sent } = changing(mock);
    const wanted = {
      ...gateway,
      policy_statement: [{ ...allow, Action: [...allow.Action], Resource: [...allow.Resource] }],
    };
    await ensureEndpoint(client, wanted, quick);
    sent.length = 0;
    const showing = {
      ...client,
      listEndpointInfoDetails: async (...args: Parameters<typeof client.listEndpointInfoDetails>) => ({
        ...(await client.listEndpointInfoDetails(...args)),
        policy_statement: [JSON.stringify(allow)],
      }),
    };
    expect(await ensureEndpoint(showing, wanted, quick)).toMatchObject({ changes: [] });
    expect(sent).toEqual([]);
  });

  test('names the route tables that could not be bound', async () => {
    const gateway = await obs();
    const { client } = changing(mock);
    await ensureEndpoint(client, { ...gateway, vpc_id: 'other', routetables: ['taken'] }, quick);
    await ensureEndpoint(client, { ...gateway, routetables: ['t1'] }, quick);
    const error = await failureOf(ensureEndpoint(client, { ...gateway, routetables: ['t1', 'taken'] }, quick));
    expect(error).toBeInstanceOf(VpcepError);
    expect(error.message).toMatch(/taken: The route table is/);
  });
});

describe('which endpoint is meant', () => {
  test('is told by its service, its VPC and its subnet', async () => {
    put({ vpc_id: 'another' }, { endpoint_service_id: 'another' }, { subnet_id: otherSubnet });
    const { created } = await ensureEndpoint(changing(mock).client, { ...desired, port_ip: '192.168.0.99' }, quick);
    expect(created).toBe(true);
    expect(endpoints()).toHaveLength(4);
  });

  test('is told without its subnet where there is one alone', async () => {
    put({ subnet_id: otherSubnet });
    const { subnet_id: _, ...anywhere } = desired;
    expect(await ensureEndpoint(changing(mock).client, anywhere, quick)).toMatchObject({ created: false });
  });

  test('is not guessed among several: they are listed', async () => {
    const ids = put({}, {});
    const { client, sent } = changing(mock);
    const error = await failureOf(ensureEndpoint(client, { ...desired, tags: [] }, quick));
    expect(error).toBeInstanceOf(VpcepValidationError);
    for (const id of ids) expect(error.message).toContain(id);
    expect(sent).toEqual([]);
  });

  test('has to be said', async () => {
    const { client } = changing(mock);
    expect(await failureOf(ensureEndpoint(client, { ...desired, vpc_id: '' }))).toMatchObject({ field: 'vpc_id' });
  });

  test('has to be there when it is told by an ID', async () => {
    const run = ensureEndpoint(changing(mock).client, { id: record.id, tags: [] }, quick);
    expect(await failureOf(run)).toBeInstanceOf(VpcepNotFoundError);
  });
});

test.each([
  ['port_ip', '192.168.0.77', '192.168.0.10'],
  ['enable_dns', false, true],
  ['description', 'new', 'To the orders'],
  ['subnet_id', otherSubnet, subnet],
])('%s cannot be changed, and is refused before anything is', async (field, wanted, found) => {
  const [id = ''] = put({});
  const { client, sent } = changing(mock);
  const error = await failureOf(ensureEndpoint(client, { ...desired, id, tags: [], [field]: wanted }, quick));
  expect(error).toMatchObject({ name: 'VpcepValidationError', field });
  expect(error.message).toContain(`wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
  expect(sent).toEqual([]);
});

test('what an endpoint does not show yet is not held against it', async () => {
  put({ status: 'pendingAcceptance', connected: false });
  const wanted = { ...desired, port_ip: '192.168.0.77' };
  const run = await ensureEndpoint(changing(mock).client, wanted, { ...quick, until: 'pendingAcceptance' });
  expect(run).toMatchObject({ changes: [], endpoint: { status: 'pendingAcceptance' } });
});

test('one that waits for its acceptance is changed, and then waited for', async () => {
  put({ status: 'pendingAcceptance', connected: false, tags: [] });
  const { client } = changing(mock);
  let accepted: Promise<unknown> | undefined;
  const run = await ensureEndpoint(client, desired, {
    ...quick,
    onChange: () => {
      accepted = client.acceptOrRejectEndpoint({
        path: { vpc_endpoint_service_id: serviceId },
        body: { action: 'receive', endpoints: [record.id] },
      });
    },
  });
  await accepted;
  expect(run).toMatchObject({ endpoint: { status: 'accepted' }, changes: [{ field: 'tags' }] });
});

test('one that was rejected is an error', async () => {
  put({ status: 'rejected' });
  const error = await failureOf(ensureEndpoint(changing(mock).client, desired, quick));
  expect(error).toBeInstanceOf(VpcepWaiterError);
  expect(error).toMatchObject({ state: 'rejected' });
});

test('one that is deleting is waited for until it is gone, and created anew', async () => {
  const [id] = put({ status: 'deleting', pending: { to: 'gone', polls: 2 } });
  const { created, endpoint } = await ensureEndpoint(changing(mock).client, desired, quick);
  expect(created).toBe(true);
  expect(endpoint.id).not.toBe(id);
});

test('a dry run says what the run then does', async () => {
  const { client, sent } = changing(mock);
  const plan = await ensureEndpoint(client, desired, { dryRun: true });
  expect(plan).toMatchObject({ endpoint: undefined, created: true });
  expect(sent).toEqual([]);
  expect((await ensureEndpoint(client, desired, quick)).changes).toEqual(plan.changes);
});

test.each(['answer', 'request'] as const)('a creation whose %s is lost makes one endpoint', async (drop) => {
  mock.setFaults([{ operation: 'createEndpoint', drop, times: 1 }]);
  await ensureEndpoint(changing(mock).client, desired, quick);
  expect(endpoints()).toHaveLength(1);
});

test('a creation that is lost twice is thrown', async () => {
  mock.setFaults([{ operation: 'createEndpoint', drop: 'request' }]);
  expect(await failureOf(ensureEndpoint(changing(mock).client, desired, quick))).toBeInstanceOf(VpcepConnectionError);
});
