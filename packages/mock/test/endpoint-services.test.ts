import { describe, expect, test } from 'vitest';
import { endpointBody, serviceBody } from './api.js';
import { runMock } from './running.js';

const run = runMock({ quotas: { endpoint_service: 20 } });
const { owner, consumer } = run;

const create = (number: number, fields?: object) =>
  owner.ok('createEndpointService', { body: serviceBody(number, fields) });
async function available(number: number, fields?: object) {
  const { id } = await create(number, fields);
  run.mock.clock.advance('3s');
  return id;
}

describe('creating', () => {
  test('takes its time, and fills in what was left out', async () => {
    const created = await create(1, { service_name: 'orders' });
    expect(created).toMatchObject({
      status: 'creating',
      service_name: `cn-north-4.orders.${created.id}`,
      service_type: 'interface',
      approval_enabled: true,
      tcp_proxy: 'close',
      cidr_type: 'internal',
      project_id: 'owner',
      ports: [{ client_port: 8080, server_port: 80, protocol: 'TCP' }],
      tags: [],
      created_at: '2026-01-01T00:00:00Z',
    });
    run.mock.clock.advance('2999ms');
    expect((await owner.ok('listServiceDetails', { service: created.id })).status).toBe('creating');
    run.mock.clock.advance('1ms');
    expect(await owner.ok('listServiceDetails', { service: created.id })).toEqual({
      ...created,
      status: 'available',
      supported_editions: ['basic'],
      updated_at: '2026-01-01T00:00:03Z',
    });
  });

  test('keeps what later releases added, and shows it', async () => {
    const fields = { ip_version: 'ipv6', snat_network_id: 'network', enable_policy: true, ip: 'host.example.com' };
    const created = await create(1, { ...fields, pool_id: 'pool' });
    expect(created).toMatchObject({ ...fields, pool_id: 'pool' });
    expect(await owner.ok('listServiceDetails', { service: created.id })).toMatchObject({ ...fields, pool_id: 'pool' });
    expect((await owner.ok('listEndpointService')).endpoint_services).toMatchObject([fields]);
    const body = serviceBody(2, { ip_version: 'ipv6' });
    const message = await owner.refused('createEndpointService', 'EndPoint.0002', { body });
    expect(message).toContain('snat_network_id must be given');
    const { ip_version: version, enable_policy: policy, ...plain } = await create(3);
    expect([version, policy]).toEqual(['ipv4', false]);
    for (const field of ['ip', 'snat_network_id']) expect(plain).not.toHaveProperty(field);
  });

  test('a service without a name is called by region and ID', async () => {
    const { id, service_name: name } = await create(1);
    expect(name).toBe(`cn-north-4.${id}`);
  });

  test('one that is told to fail does, and says why', async () => {
    run.mock.setFaults([{ operation: 'createEndpointService', creationFails: 'EndPoint.3001', times: 1 }]);
    const id = await available(1);
    expect(await owner.ok('listServiceDetails', { service: id })).toMatchObject({
      status: 'failed',
      error: [{ error_code: 'EndPoint.3001', error_message: 'Failed to create a port.' }],
    });
    // What failed opens no ports, so that another may try.
    expect(await create(1)).toMatchObject({ status: 'creating' });
  });

  test('mappings may not clash with those of a service with the same backend', async () => {
    const first = await create(1);
    const message = await owner.refused('createEndpointService', 'EndPoint.3044', {
      body: serviceBody(1, {
        ports: [
          { client_port: 1, server_port: 81 },
          { client_port: 2, server_port: 80, protocol: 'TCP' },
        ],
      }),
    });
    expect(message).toMatch(new RegExp(`body\\.ports\\[1\\]: endpoint service ${first.id} .*use another`));
    await create(1, { ports: [{ client_port: 8080, server_port: 80, protocol: 'UDP' }] });
    await create(2);
    await consumer.ok('createEndpointService', { body: serviceBody(1) });
  });

  test('mappings that differ only by a protocol that is left out are equal', async () => {
    const ports = [
      { client_port: 1, server_port: 80 },
      { client_port: 1, server_port: 80, protocol: 'TCP' },
    ];
    const message = await owner.refused('createEndpointService', 'EndPoint.3004', { body: serviceBody(1, { ports }) });
    expect(message).toContain(
      'body.ports[1] has the same client_port, server_port and protocol as the item at position [0]',
    );
  });

  test.each([
    [
      'EndPoint.3067',
      [{ key: 'a' }, { key: 'a', value: 'b' }],
      'body.tags[1] has the same key as the item at position [0]',
    ],
    ['EndPoint.3072', [{ value: 'a' }], 'body.tags[0].key must be given'],
  ])('tags: %s', async (code, tags, message) => {
    expect(await owner.refused('createEndpointService', code, { body: serviceBody(1, { tags }) })).toContain(message);
  });

  test('there is a quota for each project', async () => {
    for (let number = 0; number < 20; number++) await create(number);
    expect(await owner.refused('createEndpointService', 'Endpoint.1018', { body: serviceBody(20) })).toMatch(
      /project owner has 20/,
    );
    await consumer.ok('createEndpointService', { body: serviceBody(20) });
    expect(await owner.ok('listQuotaDetails')).toEqual({
      quotas: {
        resources: [
          { type: 'endpoint_service', used: 20, quota: 20 },
          { type: 'endpoint', used: 0, quota: 150 },
        ],
      },
    });
    const { quotas } = await consumer.ok('listQuotaDetails', { query: { type: 'endpoint_service' } });
    expect(quotas.resources).toEqual([{ type: 'endpoint_service', used: 1, quota: 20 }]);
  });
});

describe('listing', () => {
  const ids = async (query: Record<string, string | number>) => {
    const { endpoint_services: services, total_count: total } = await owner.ok('listEndpointService', { query });
    return { ids: services.map(({ id }) => id), total };
  };

  test('sorts by creation or change, and pages', async () => {
    const [a, b, c] = [await available(1), await available(2), await available(3)];
    await owner.ok('updateEndpointService', { service: a, body: { description: 'changed' } });
    expect(await ids({})).toEqual({ ids: [c, b, a], total: 3 });
    expect(await ids({ sort_dir: 'asc' })).toEqual({ ids: [a, b, c], total: 3 });
    expect(await ids({ sort_key: 'update_at' })).toEqual({ ids: [a, c, b], total: 3 });
    expect(await ids({ sort_key: 'update_at', sort_dir: 'asc' })).toEqual({ ids: [b, c, a], total: 3 });
    expect(await ids({ limit: 2 })).toEqual({ ids: [c, b], total: 3 });
    expect(await ids({ limit: 2, offset: 2 })).toEqual({ ids: [a], total: 3 });
    expect(await ids({ limit: 2, offset: 1, sort_dir: 'asc' })).toEqual({ ids: [b, c], total: 3 });
    expect(await ids({ offset: 3 })).toEqual({ ids: [], total: 3 });
    expect(await ids({ limit: 0 })).toEqual({ ids: [], total: 3 });
  });

  test('filters by name, ID and status, alone and together', async () => {
    const orders = await available(1, { service_name: 'Orders' });
    const stock = (await create(2, { service_name: 'stock' })).id;
    expect(await ids({ endpoint_service_name: 'ORDER' })).toEqual({ ids: [orders], total: 1 });
    expect(await ids({ endpoint_service_name: 'cn-north-4', limit: 1 })).toEqual({ ids: [stock], total: 2 });
    expect(await ids({ status: 'creating' })).toEqual({ ids: [stock], total: 1 });
    expect(await ids({ status: 'available', endpoint_service_name: 'stock' })).toEqual({ ids: [], total: 0 });
    expect(await ids({ id: orders })).toEqual({ ids: [orders], total: 1 });
    expect(await ids({ id: orders, status: 'creating' })).toEqual({ ids: [], total: 0 });
    expect(await ids({ id: 'nothing' })).toEqual({ ids: [], total: 0 });
    expect(await ids({ public_border_group: 'edge' })).toEqual({ ids: [], total: 0 });
    const onVlan = await available(3, { ip: '10.0.0.9' });
    expect(await ids({ net_type: 'vlan' })).toEqual({ ids: [onVlan], total: 1 });
    expect(await ids({ net_type: 'vlan', id: orders })).toEqual({ ids: [], total: 0 });
    expect(await ids({ net_type: 'vxlan', sort_dir: 'asc' })).toEqual({ ids: [orders, stock], total: 2 });
    expect(await ids({ net_type: 'all', status: 'available' })).toMatchObject({ total: 3 });
  });

  test.each([
    ['limit', '1001', 'EndPoint.0006'],
    ['offset', '-1', 'EndPoint.0010'],
    ['sort_key', 'name', 'EndPoint.0017'],
    ['sort_dir', 'up', 'EndPoint.0018'],
    ['status', 'gone', 'EndPoint.0019'],
  ])('%s=%s is refused with the code that it has', async (name, value, code) => {
    expect(await owner.refused('listEndpointService', code, { query: { [name]: value } })).toContain(`query.${name}`);
  });

  test('a parameter that is sent twice is refused', async () => {
    const url = `${run.mock.url}/v1/owner/vpc-endpoint-services?limit=1&limit=2`;
    const response = await fetch(url, { headers: { 'X-Auth-Token': 'any' } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error_msg: expect.stringMatching(/query\.limit .*once/) as string });
  });
});

describe('others', () => {
  test('do not see it among their own', async () => {
    const id = await available(1);
    expect((await consumer.ok('listEndpointService')).total_count).toBe(0);
    expect((await consumer.ok('listEndpointService', { query: { id } })).total_count).toBe(0);
    const body = { approval_enabled: false };
    for (const call of ['listServiceDetails', 'deleteEndpointService', 'listServiceConnections'] as const) {
      expect(await consumer.refused(call, 'EndPoint.0005', { service: id })).toContain(
        'project consumer has no endpoint service',
      );
    }
    await consumer.refused('updateEndpointService', 'EndPoint.0005', { service: id, body });
    await consumer.refused('updateEndpointServiceName', 'EndPoint.0005', { service: id, body: {} });
  });

  test('find it by full name or ID, and learn no more than they need', async () => {
    const { id, service_name: name, created_at } = await create(1, { service_name: 'orders' });
    const card = {
      ...{ id, service_name: name, service_type: 'interface', created_at },
      ...{ is_charge: true, enable_policy: false },
    };
    expect(await consumer.ok('listServiceDescribeDetails', { query: { endpoint_service_name: name } })).toEqual(card);
    expect(await consumer.ok('listServiceDescribeDetails', { query: { id } })).toEqual(card);
    for (const query of [{}, { id, endpoint_service_name: name }]) {
      const message = await consumer.refused('listServiceDescribeDetails', 'EndPoint.0002', { query });
      expect(message).toContain('exactly one');
    }
    const query = { endpoint_service_name: 'orders' };
    await consumer.refused('listServiceDescribeDetails', 'EndPoint.0005', { query });
    await consumer.refused('listServiceDescribeDetails', 'EndPoint.0005', { query: { id: 'nothing' } });
  });
});

describe('changing', () => {
  test('replaces what is sent, and leaves the rest', async () => {
    const id = await available(1, { service_name: 'orders', description: 'old' });
    run.mock.clock.advance('1m');
    const before = await owner.ok('listServiceDetails', { service: id });
    const body = { approval_enabled: false, ports: [{ client_port: 1, server_port: 2, protocol: 'UDP' }] };
    expect(await owner.ok('updateEndpointService', { service: id, body })).toEqual({
      ...before,
      ...body,
      updated_at: run.mock.clock.now(),
    });
    // The port that it opened before is free again, the new one is taken.
    await create(1);
    await owner.refused('createEndpointService', 'EndPoint.3044', { body: serviceBody(1, { ports: body.ports }) });
  });

  test('changes how the address of callers is passed on, and where the backend is', async () => {
    const id = await available(1);
    const body = { tcp_proxy: 'open', ip: '10.0.0.9' };
    expect(await owner.ok('updateEndpointService', { service: id, body })).toMatchObject(body);
    await owner.ok('updateEndpointService', { service: id, body: { description: 'changed' } });
    expect(await owner.ok('listServiceDetails', { service: id })).toMatchObject(body);
  });

  test('may not lead to a clash, and a clash changes nothing', async () => {
    await available(1);
    const other = await available(2);
    const body = { port_id: serviceBody(1).port_id, description: 'changed' };
    await owner.refused('updateEndpointService', 'EndPoint.3044', { service: other, body });
    expect(await owner.ok('listServiceDetails', { service: other })).toMatchObject({
      port_id: serviceBody(2).port_id,
      description: '',
    });
    // It does not clash with itself.
    await owner.ok('updateEndpointService', { service: other, body: { ports: serviceBody(2).ports } });
  });

  test('is refused until it is available', async () => {
    const { id } = await create(1);
    const message = await owner.refused('updateEndpointService', 'EndPoint.3045', { service: id, body: {} });
    expect(message).toContain(`${id} is creating`);
  });

  test('the name is part of the full name, and endpoints show it', async () => {
    const id = await available(1, { service_name: 'old' });
    const endpoint = await owner.ok('createEndpoint', { body: endpointBody(id) });
    const body = { endpoint_service_name: 'new' };
    expect(await owner.ok('updateEndpointServiceName', { service: id, body })).toEqual(body);
    const name = `cn-north-4.new.${id}`;
    expect((await owner.ok('listServiceDetails', { service: id })).service_name).toBe(name);
    expect((await owner.ok('listEndpointInfoDetails', { endpoint: endpoint.id })).endpoint_service_name).toBe(name);
    const query = { endpoint_service_name: name };
    expect((await consumer.ok('listServiceDescribeDetails', { query })).id).toBe(id);
    await consumer.refused('listServiceDescribeDetails', 'EndPoint.0005', {
      query: { endpoint_service_name: `cn-north-4.old.${id}` },
    });
    // Without a name it is called by region and ID.
    expect(await owner.ok('updateEndpointServiceName', { service: id, body: { endpoint_service_name: '' } })).toEqual({
      endpoint_service_name: `cn-north-4.${id}`,
    });
  });

  test('the name stays when the call that changes it names none', async () => {
    const { id, service_name: name } = await create(1, { service_name: 'orders' });
    expect(await owner.refused('updateEndpointServiceName', 'EndPoint.0002', { service: id, body: {} })).toContain(
      'body.endpoint_service_name is missing',
    );
    expect((await owner.ok('listServiceDetails', { service: id })).service_name).toBe(name);
  });
});

describe('deleting', () => {
  test('takes its time, and ends at 404', async () => {
    const id = await available(1);
    await owner.ok('deleteEndpointService', { service: id });
    expect((await owner.ok('listServiceDetails', { service: id })).status).toBe('deleting');
    expect((await owner.ok('listEndpointService', { query: { status: 'deleting' } })).total_count).toBe(1);
    await owner.refused('deleteEndpointService', 'EndPoint.3005', { service: id });
    run.mock.clock.advance('3s');
    await owner.refused('listServiceDetails', 'EndPoint.0005', { service: id });
    expect((await owner.ok('listEndpointService')).total_count).toBe(0);
    // Its ports are free.
    await create(1);
  });

  test('is refused while it is created, or while it is used', async () => {
    const creating = await create(1);
    await owner.refused('deleteEndpointService', 'EndPoint.3005', { service: creating.id });
    const used = await available(2, { approval_enabled: false });
    const { id: endpoint } = await owner.ok('createEndpoint', { body: endpointBody(used) });
    expect(await owner.refused('deleteEndpointService', 'EndPoint.3006', { service: used })).toContain('1 endpoints');
    run.mock.clock.advance('3s');
    await owner.refused('deleteEndpointService', 'EndPoint.3006', { service: used });
    await owner.ok('acceptOrRejectEndpoint', { service: used, body: { action: 'reject', endpoints: [endpoint] } });
    await owner.ok('deleteEndpointService', { service: used });
    run.mock.clock.advance('3s');
    // The endpoint remembers what it was for.
    expect(await owner.ok('listEndpointInfoDetails', { endpoint })).toMatchObject({
      status: 'rejected',
      endpoint_service_name: `cn-north-4.${used}`,
    });
  });
});
