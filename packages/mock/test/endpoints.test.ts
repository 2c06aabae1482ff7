import { isIPv6 } from 'node:net';
import { describe, expect, test } from 'vitest';
import { endpointBody, serviceBody } from './api.js';
import { runMock } from './running.js';

const run = runMock({ quotas: { endpoint: 5 } });
const { owner, consumer } = run;

/** An available service that everybody may connect to. */
async function publish(number: number, fields: object = {}): Promise<string> {
  const { id } = await owner.ok('createEndpointService', { body: serviceBody(number, fields) });
  run.mock.clock.advance('3s');
  await owner.ok('addOrRemoveServicePermissions', { service: id, body: { action: 'add', permissions: ['*'] } });
  return id;
}
const connect = (service: string, fields: object = {}) =>
  consumer.ok('createEndpoint', { body: endpointBody(service, fields) });
const show = (endpoint: string) => consumer.ok('listEndpointInfoDetails', { endpoint });
const decide = (service: string, action: string, endpoint: string) => ({
  service,
  body: { action, endpoints: [endpoint] },
});
async function gateway(): Promise<string> {
  const query = { endpoint_service_name: 'obs' };
  const { endpoint_services: found } = await consumer.ok('listServicePublicDetails', { query });
  return found[0]?.id ?? '';
}

describe('connecting', () => {
  test('without approval it is accepted, and has an address', async () => {
    const service = await publish(1, { approval_enabled: false });
    const created = await connect(service, { enable_dns: true });
    expect(created).toMatchObject({ status: 'creating', service_type: 'interface', project_id: 'consumer' });
    expect(created).not.toHaveProperty('ip');
    run.mock.clock.advance('3s');
    expect(await show(created.id)).toMatchObject({
      status: 'accepted',
      ip: expect.stringMatching(/^192\.168\.\d+\.\d+$/) as string,
      dns_names: [`vpcep-${created.id}.cn-north-4.huaweicloud.com`],
    });
  });

  test('with approval it waits for the owner, who accepts, ends and accepts it again', async () => {
    const service = await publish(1);
    const { id } = await connect(service, { port_ip: '10.0.0.7' });
    await owner.refused('acceptOrRejectEndpoint', 'EndPoint.2019', decide(service, 'receive', id));
    run.mock.clock.advance('3s');
    expect(await show(id)).toMatchObject({ status: 'pendingAcceptance' });
    expect(await show(id)).not.toHaveProperty('ip');
    const { connections } = await owner.ok('acceptOrRejectEndpoint', decide(service, 'receive', id));
    expect(connections).toMatchObject([{ id, status: 'accepted', domain_id: 'consumer' }]);
    expect(await show(id)).toMatchObject({ status: 'accepted', ip: '10.0.0.7' });
    await owner.ok('acceptOrRejectEndpoint', decide(service, 'reject', id));
    expect(await show(id)).toMatchObject({ status: 'rejected', ip: '10.0.0.7' });
    await owner.ok('acceptOrRejectEndpoint', decide(service, 'receive', id));
    expect(await show(id)).toMatchObject({ status: 'accepted' });
  });

  test('a decision that was made already is made again, and changes nothing', async () => {
    const service = await publish(1);
    const { id } = await connect(service);
    run.mock.clock.advance('3s');
    for (const [action, status] of [
      ['receive', 'accepted'],
      ['reject', 'rejected'],
    ] as const) {
      await owner.ok('acceptOrRejectEndpoint', decide(service, action, id));
      const before = await show(id);
      run.mock.clock.advance('1m');
      expect(await owner.ok('acceptOrRejectEndpoint', decide(service, action, id))).toMatchObject({
        connections: [{ id, status }],
      });
      expect(await show(id)).toEqual(before);
    }
  });

  test('one that was rejected at once never shows its address', async () => {
    const service = await publish(1);
    const { id } = await connect(service);
    run.mock.clock.advance('3s');
    await owner.ok('acceptOrRejectEndpoint', decide(service, 'reject', id));
    expect(await show(id)).toMatchObject({ status: 'rejected' });
    expect(await show(id)).not.toHaveProperty('ip');
  });

  test('one that is told to fail does, and can only be deleted', async () => {
    run.mock.setFaults([{ operation: 'createEndpoint', creationFails: 'EndPoint.2022' }]);
    const service = await publish(1);
    const { id } = await connect(service);
    run.mock.clock.advance('3s');
    expect(await show(id)).toMatchObject({ status: 'failed', error: [{ error_code: 'EndPoint.2022' }] });
    await owner.refused('acceptOrRejectEndpoint', 'EndPoint.0007', decide(service, 'receive', id));
    await consumer.refused('updateEndpointWhite', 'EndPoint.2047', { endpoint: id, body: {} });
    await consumer.ok('deleteEndpoint', { endpoint: id });
  });

  test.each([
    ['there is no such service', 'EndPoint.2003', {}, endpointBody('nothing'), 'body.endpoint_service_id'],
    ['it has no subnet', 'EndPoint.2010', {}, { subnet_id: undefined }, 'body.subnet_id is missing'],
    ['its address is reserved', 'EndPoint.2043', {}, { port_ip: '198.19.130.1' }, '198.19.128.0/20'],
    ['its whitelist is too long', 'EndPoint.2045', {}, { whitelist: Array(61).fill('10.0.0.1') }, 'at most 60'],
    ['two tags have one key', 'EndPoint.3067', {}, { tags: [{ key: 'a' }, { key: 'a', value: 'b' }] }, 'body.tags[1]'],
  ])('is refused when %s', async (_, code, fields, body, message) => {
    const service = await publish(1, fields);
    expect(await consumer.refused('createEndpoint', code, { body: endpointBody(service, body) })).toContain(message);
  });

  test('is refused when the service is not available', async () => {
    const { id } = await owner.ok('createEndpointService', { body: serviceBody(1) });
    const message = await owner.refused('createEndpoint', 'EndPoint.2004', { body: endpointBody(id) });
    expect(message).toContain(`${id} is creating`);
  });

  test('is refused when another endpoint of the subnet has the address', async () => {
    const service = await publish(1);
    await connect(service, { port_ip: '10.0.0.7' });
    const body = endpointBody(service, { port_ip: '10.0.0.7' });
    await consumer.refused('createEndpoint', 'EndPoint.2042', { body });
    await consumer.ok('createEndpoint', { body: { ...body, subnet_id: serviceBody(9).port_id } });
  });

  test('is refused over the quota', async () => {
    const service = await publish(1);
    for (let number = 0; number < 5; number++) await connect(service);
    await consumer.refused('createEndpoint', 'Endpoint.1018', { body: endpointBody(service) });
  });
});

describe('the whitelist of a service', () => {
  test('lets in those who are on it, and always the owner', async () => {
    const { id: service } = await owner.ok('createEndpointService', { body: serviceBody(1) });
    run.mock.clock.advance('3s');
    const body = endpointBody(service);
    const message = await consumer.refused('createEndpoint', 'EndPoint.2012', { body });
    expect(message).toContain('iam:domain::consumer');
    await owner.ok('createEndpoint', { body });
    const change = (action: string, ...permissions: string[]) =>
      owner.ok('addOrRemoveServicePermissions', { service, body: { action, permissions } });
    expect(await change('add', 'iam:domain::somebody')).toEqual({
      permissions: ['iam:domain::somebody'],
      permission_type: 'domainId',
    });
    await consumer.refused('createEndpoint', 'EndPoint.2012', { body });
    for (const entry of ['iam:domain::consumer', '*', 'iam:domain::*']) {
      await change('add', entry);
      await consumer.ok('createEndpoint', { body });
      await change('remove', entry);
      await consumer.refused('createEndpoint', 'EndPoint.2012', { body });
    }
  });

  test('is of accounts, which may have several projects', async () => {
    run.mock.load({ accounts: { owner: 'company', consumer: 'company' }, services: [], endpoints: [] });
    const { id } = await owner.ok('createEndpointService', { body: serviceBody(1) });
    run.mock.clock.advance('3s');
    await consumer.ok('createEndpoint', { body: endpointBody(id) });
  });

  test('lets in parts of organizations, as far as a state says who is in one', async () => {
    const connects = async (entry: string, organizations: Record<string, string> = {}) => {
      run.mock.load({ organizations, services: [], endpoints: [] });
      const service = await publish(1);
      const change = (action: string, permission: string) =>
        owner.ok('addOrRemoveServicePermissions', { service, body: { action, permissions: [permission] } });
      await change('remove', '*');
      await change('add', `organizations:orgPath::${entry}`);
      return (await consumer.send('createEndpoint', { body: endpointBody(service) })).status === 200;
    };
    expect(await connects('*')).toBe(false);
    expect(await connects('*', { owner: 'o-1/r-1/' })).toBe(false);
    const consumerIn = (path: string) => ({ consumer: path });
    expect(await connects('*', consumerIn('o-1/r-1/'))).toBe(true);
    expect(await connects('o-1/r-1/*', consumerIn('o-1/r-1/ou-2/'))).toBe(true);
    expect(await connects('o-1/r-?/', consumerIn('o-1/r-1/'))).toBe(true);
    expect(await connects('o-1/r-1/', consumerIn('o-1/r-1/ou-2/'))).toBe(false);
    expect(await connects('o-2/*', consumerIn('o-1/r-1/o-2/'))).toBe(false);
    expect(run.mock.state().organizations).toEqual({ consumer: 'o-1/r-1/o-2/' });
  });

  test('says the type of each entry, which its form tells', async () => {
    const service = await publish(1);
    const permissions = ['organizations:orgPath::o-1/*', 'iam:domain::north'];
    const body = { action: 'add', permissions, permission_type: 'domainId' };
    // Of both types together, the answer says none.
    expect(await owner.ok('addOrRemoveServicePermissions', { service, body })).toEqual({ permissions });
    const listed = await owner.ok('listServicePermissionsDetails', { service, query: { sort_dir: 'asc' } });
    expect(listed.permissions.map((record) => record.permission_type)).toEqual(['domainId', 'orgPath', 'domainId']);
    const { id = '' } = listed.permissions[1] ?? {};
    const described = await owner.ok('updateEndpointServicePermissionDesc', {
      ...{ service, path: { permission_id: id } },
      body: { permission: { description: 'ours' } },
    });
    expect(described.permissions).toMatchObject([{ permission_type: 'orgPath', description: 'ours' }]);
  });

  test('holds records with descriptions, each entry once', async () => {
    const { id: service } = await owner.ok('createEndpointService', { body: serviceBody(1) });
    const add = (...permissions: object[]) =>
      owner.ok('batchAddEndpointServicePermissions', { service, body: { permissions } });
    await add({ permission: 'iam:domain::north', description: 'north' }, { permission: '*', description: '' });
    const { permissions } = await add({ permission: 'iam:domain::north', description: 'again' });
    expect(permissions).toMatchObject([{ permission: 'iam:domain::north', description: 'again' }]);

    const list = (query: Record<string, string | number> = {}) =>
      owner.ok('listServicePermissionsDetails', { service, query });
    expect(await list({ sort_dir: 'asc', limit: 1 })).toMatchObject({ permissions: [permissions[0]], total_count: 2 });
    expect(await list({ permission: 'nor' })).toMatchObject({ permissions: [permissions[0]], total_count: 1 });

    const path = { permission_id: permissions[0]?.id ?? '' };
    const body = { permission: { description: 'noted' } };
    await owner.ok('updateEndpointServicePermissionDesc', { service, path, body });
    expect((await list({ permission: 'nor' })).permissions[0]?.description).toBe('noted');
    await owner.ok('batchRemoveEndpointServicePermissions', {
      service,
      body: { permissions: [{ id: path.permission_id }] },
    });
    expect(await list()).toMatchObject({ permissions: [{ permission: '*' }], total_count: 1 });
    await owner.refused('updateEndpointServicePermissionDesc', 'EndPoint.0005', { service, path, body });
  });
});

describe('the connections of a service', () => {
  test('are listed, filtered and counted', async () => {
    const service = await publish(1);
    const [first, second] = [await connect(service), await connect(service)];
    run.mock.clock.advance('3s');
    await owner.ok('acceptOrRejectEndpoint', decide(service, 'receive', first.id));
    const list = async (query: Record<string, string | number> = {}) => {
      const page = await owner.ok('listServiceConnections', { service, query });
      return { ids: page.connections.map(({ id }) => id), total: page.total_count };
    };
    expect(await list()).toEqual({ ids: [second.id, first.id], total: 2 });
    expect(await list({ sort_key: 'update_at', limit: 1 })).toEqual({ ids: [first.id], total: 2 });
    expect(await list({ status: 'accepted' })).toEqual({ ids: [first.id], total: 1 });
    expect(await list({ id: second.id })).toEqual({ ids: [second.id], total: 1 });
    expect(await list({ id: second.id, status: 'accepted' })).toEqual({ ids: [], total: 0 });
    expect(await list({ marker_id: second.marker_id })).toEqual({ ids: [second.id], total: 1 });
    expect(await list({ marker_id: '99999999999999999999' })).toEqual({ ids: [], total: 0 });
    await owner.refused('listServiceConnections', 'EndPoint.0021', { service, query: { marker_id: 'x' } });
    const { endpoint_services: services } = await owner.ok('listEndpointService');
    expect(services).toMatchObject([{ connection_count: 1, domain_id: 'owner' }]);
  });

  test('have descriptions that only the owner of the service sees', async () => {
    const service = await publish(1);
    const { id } = await connect(service, { description: 'mine' });
    const body = { connections: [{ id, description: 'theirs' }] };
    const { connections } = await owner.ok('updateEndpointConnectionsDesc', { service, body });
    expect(connections).toMatchObject([{ id, description: 'theirs' }]);
    expect((await show(id)).description).toBe('mine');
  });

  test('of another service are none of its own', async () => {
    const [one, other] = [await publish(1), await publish(2)];
    const { id } = await connect(one);
    run.mock.clock.advance('3s');
    await owner.refused('acceptOrRejectEndpoint', 'EndPoint.2013', decide(other, 'receive', id));
    const body = { connections: [{ id, description: '' }] };
    await owner.refused('updateEndpointConnectionsDesc', 'EndPoint.2013', { service: other, body });
    await consumer.refused('acceptOrRejectEndpoint', 'EndPoint.0005', decide(one, 'receive', id));
  });
});

describe('an endpoint', () => {
  test('is its own project’s alone', async () => {
    const { id } = await connect(await publish(1));
    await owner.refused('listEndpointInfoDetails', 'EndPoint.0005', { endpoint: id });
    await owner.refused('deleteEndpoint', 'EndPoint.0005', { endpoint: id });
    expect((await owner.ok('listEndpoints')).total_count).toBe(0);
    expect((await owner.ok('listEndpoints', { query: { id } })).total_count).toBe(0);
  });

  test('is listed by service name, VPC and ID', async () => {
    const [orders, stock] = [await publish(1, { service_name: 'orders' }), await publish(2)];
    const first = (await connect(orders)).id;
    const second = (await connect(stock, { vpc_id: 'another' })).id;
    const list = async (query: Record<string, string>) =>
      (await consumer.ok('listEndpoints', { query })).endpoints.map(({ id }) => id);
    expect(await list({})).toEqual([second, first]);
    expect(await list({ endpoint_service_name: 'Orders' })).toEqual([first]);
    expect(await list({ vpc_id: 'another' })).toEqual([second]);
    expect(await list({ vpc_id: 'another', endpoint_service_name: 'orders' })).toEqual([]);
    expect(await list({ id: first })).toEqual([first]);
    expect(await list({ id: first, vpc_id: 'another' })).toEqual([]);
  });

  test('has a whitelist of addresses, which is replaced', async () => {
    const { id: endpoint } = await connect(await publish(1), { whitelist: ['10.0.0.1'], enable_whitelist: true });
    run.mock.clock.advance('3s');
    const change = (body: object) => consumer.ok('updateEndpointWhite', { endpoint, body });
    expect(await show(endpoint)).toMatchObject({ whitelist: ['10.0.0.1'], enable_whitelist: true });
    const body = { whitelist: ['10.0.1.0/24'], enable_whitelist: true };
    expect(await change(body)).toMatchObject(body);
    expect(await change({})).toMatchObject({ whitelist: [], enable_whitelist: false });
  });

  test('is reached by IPv6, too, at its own address or one that is found for it', async () => {
    const service = await publish(1, { approval_enabled: false });
    const ipv6 = { ip_version: 'dualstack', ipv6_address: '2001:db8::e8' };
    const ids = [
      (await connect(service, ipv6)).id,
      (await connect(service, { ip_version: 'dualstack' })).id,
      (await connect(service, { ip_version: 'ipv4' })).id,
      (await connect(service)).id,
    ] as const;
    expect(await show(ids[0])).not.toHaveProperty('ipv6_address');
    run.mock.clock.advance('3s');
    expect(await show(ids[0])).toMatchObject(ipv6);
    const { ipv6_address: found = '' } = await show(ids[1]);
    expect(isIPv6(found)).toBe(true);
    expect(await show(ids[2])).toMatchObject({ ip_version: 'ipv4' });
    for (const id of ids.slice(2)) expect(await show(id)).not.toHaveProperty('ipv6_address');
  });

  test('is deleted in its time, once', async () => {
    const service = await publish(1);
    const { id: endpoint } = await connect(service);
    await consumer.refused('deleteEndpoint', 'EndPoint.2019', { endpoint });
    run.mock.clock.advance('3s');
    await consumer.ok('deleteEndpoint', { endpoint });
    await consumer.refused('deleteEndpoint', 'EndPoint.2018', { endpoint });
    await owner.refused('acceptOrRejectEndpoint', 'EndPoint.2018', decide(service, 'receive', endpoint));
    expect((await show(endpoint)).status).toBe('deleting');
    run.mock.clock.advance('3s');
    await consumer.refused('listEndpointInfoDetails', 'EndPoint.0005', { endpoint });
    expect((await owner.ok('listServiceConnections', { service })).total_count).toBe(0);
  });
});

describe('services of the operator', () => {
  test('are there for everybody, sorted, filtered and paged', async () => {
    const list = async (query: Record<string, string | number> = {}) => {
      const page = await consumer.ok('listServicePublicDetails', { query });
      return { names: page.endpoint_services.map((service) => service.service_name), total: page.total_count };
    };
    const names = ['iam', 'dns', 'api', 'obs', 'dis', 'swr'].map((name) => `com.myhuaweicloud.cn-north-4.${name}`);
    expect(await list()).toEqual({ names: [...names].reverse(), total: 6 });
    expect(await list({ sort_dir: 'asc', limit: 1, offset: 1 })).toEqual({ names: [names[1]], total: 6 });
    expect(await list({ endpoint_service_name: 'DNS' })).toEqual({ names: [names[1]], total: 1 });
    expect(await list({ id: await gateway() })).toEqual({ names: [names[3]], total: 1 });
  });

  test('accept without approval or whitelist; a gateway has route tables and a policy, and no address', async () => {
    const endpoint_service_id = await gateway();
    const { id: endpoint } = await consumer.ok('createEndpoint', { body: { endpoint_service_id, vpc_id: 'v' } });
    run.mock.clock.advance('3s');
    const details = await show(endpoint);
    expect(details).toMatchObject({
      status: 'accepted',
      service_type: 'gateway',
      endpoint_service_name: 'com.myhuaweicloud.cn-north-4.obs',
      routetables: [expect.any(String)],
      policy_statement: [{ Effect: 'Allow' }],
    });
    for (const field of ['ip', 'subnet_id', 'whitelist', 'enable_dns']) expect(details).not.toHaveProperty(field);
    await consumer.refused('updateEndpointWhite', 'EndPoint.2044', { endpoint, body: {} });

    const body = { policy_statement: [{ Effect: 'Deny', Action: ['obs:*:*'], Resource: ['obs:*:*:*:*'] }] };
    expect(await consumer.ok('updateEndpointPolicy', { endpoint, body })).toMatchObject(body);
    expect(await consumer.ok('deleteEndpointPolicy', { endpoint })).toMatchObject({ policy_statement: [] });
    await consumer.refused('deleteEndpointPolicy', 'EndPoint.2049', { endpoint });

    // The default route table of the VPC is taken, another is not.
    const again = { endpoint_service_id, vpc_id: 'v' };
    await consumer.refused('createEndpoint', 'EndPoint.2039', { body: again });
    await consumer.refused('createEndpoint', 'EndPoint.1019', { body: { ...again, routetables: [''] } });
    // The document counts characters, not what they are encoded as.
    const long = { ...again, vpc_id: 'w', routetables: ['😀'.repeat(64)] };
    expect((await consumer.ok('createEndpoint', { body: long })).routetables).toEqual(long.routetables);
    const other = await consumer.ok('createEndpoint', { body: { ...again, routeTables: ['b'] } });
    expect(other.routetables).toEqual(['b']);
    expect(await consumer.ok('updateEndpointRoutetable', { endpoint, body: { routetables: ['a', 'b'] } })).toEqual({
      routetables: ['a'],
      error: [
        {
          bind_failed: [{ id: 'b', error_message: expect.stringMatching(/used by another/) as string }],
          unbind_failed: [],
        },
      ],
    });
    expect(await consumer.ok('updateEndpointRoutetable', { endpoint, body: { routetables: [] } })).toEqual({
      routetables: [],
    });
  });

  test('what only gateways have, endpoints of interface services refuse', async () => {
    const { id: endpoint } = await connect(await publish(1));
    run.mock.clock.advance('3s');
    const body = { policy_statement: [{ Effect: 'Deny', Action: [], Resource: [] }] };
    await consumer.refused('updateEndpointPolicy', 'EndPoint.2048', { endpoint, body });
    await consumer.refused('deleteEndpointPolicy', 'EndPoint.2049', { endpoint });
    await consumer.refused('updateEndpointRoutetable', 'EndPoint.2040', { endpoint, body: { routetables: ['a'] } });
  });
});
