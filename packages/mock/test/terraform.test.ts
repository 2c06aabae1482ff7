import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startMock, type Mock, type Transitions } from '../src/index.js';
import { endpointBody, serviceBody } from './api.js';
import { collectFailures } from './collect-failures.js';
import { plainClient } from './plain-client.js';

/** The calls of Terraform's provider for Huawei Cloud, in its order, with the waits and pages that it knows. */

const services = '/v1/{p}/vpc-endpoint-services';
const endpoints = '/v1/{p}/vpc-endpoints';

/** How a wait proceeds: what is seen while it lasts, and what ends it. Anything else is an error. */
interface Wait {
  readonly pending: readonly string[];
  readonly target: readonly string[];
  readonly delay?: `${number}s`;
}

interface Resource {
  readonly id: string;
  readonly status: string;
}

const quick: Partial<Transitions> = { endpoint_service: 'time(3s)', endpoint: 'time(3s)' };
const slow: Partial<Transitions> = {
  ...{ endpoint_service: 'time(20s)', endpoint: 'time(15s)', endpoint_acceptance: 'time(7s)' },
  ...{ endpoint_service_update: 'time(6s)', endpoint_service_deletion_lag: 'time(8s)' },
};

describe.each([
  { pace: 'as the mock does by default', transitions: quick },
  { pace: 'slowly', transitions: slow },
])('on a mock that proceeds $pace', ({ transitions }) => {
  const { log, failures } = collectFailures();
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ port: 0, clock: 'manual', transitions, log });
  });
  beforeEach(() => {
    mock.reset();
  });
  afterAll(async () => {
    await mock.close();
    expect(failures).toEqual([]);
  });
  const send = plainClient(() => mock, 'owner');

  /** Sends a call that has to succeed. */
  async function ok<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await send(method, path, body);
    if (reply.status >= 300) expect.fail(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body as T;
  }

  /** Reads all pages of a list, to the first that is empty. */
  async function pages<T>(path: string, member: string): Promise<T[]> {
    const all: T[] = [];
    for (;;) {
      const page = await ok<Record<string, T[]>>('GET', `${path}${path.includes('?') ? '&' : '?'}offset=${all.length}`);
      const items = page[member] ?? expect.fail(`there are no ${member}`);
      if (items.length === 0) return all;
      all.push(...items);
    }
  }

  async function statusOf(path: string): Promise<string> {
    const { status, body } = await send('GET', path);
    return status === 404 ? 'deleted' : (body as Resource).status;
  }

  /** Looks at a status until a wait is over, 3 seconds apart. */
  async function wait(look: () => Promise<string>, { pending, target, delay = '5s' }: Wait): Promise<string> {
    mock.clock.advance(delay);
    for (let looks = 0; looks < 200; looks += 1) {
      const status = await look();
      if (target.includes(status)) return status;
      expect(pending).toContain(status);
      mock.clock.advance('3s');
    }
    return expect.fail(`none of ${target.join(', ')} came`);
  }

  const available = { pending: ['creating'], target: ['available'] };
  const deleted = { pending: ['available', 'deleting'], target: ['deleted'] };

  async function createService(number: number, fields: object = {}): Promise<string> {
    const { id } = await ok<Resource>('POST', services, serviceBody(number, fields));
    await wait(() => statusOf(`${services}/${id}`), available);
    return id;
  }
  async function createEndpoint(body: object): Promise<string> {
    const { id } = await ok<Resource>('POST', endpoints, body);
    const target = ['accepted', 'pendingAcceptance'];
    await wait(() => statusOf(`${endpoints}/${id}`), { pending: ['creating'], target });
    return id;
  }
  async function deleteEndpoint(id: string): Promise<void> {
    await ok('DELETE', `${endpoints}/${id}`);
    await wait(() => statusOf(`${endpoints}/${id}`), { pending: ['deleting'], target: ['deleted'] });
    expect((await send('DELETE', `${endpoints}/${id}`)).status).toBe(404);
  }
  /** Replaces tags: all that there are go, with their values, and all others come. */
  async function replaceTags(type: string, id: string, old: object[], tags: object[]): Promise<void> {
    await ok('POST', `/v1/{p}/${type}/${id}/tags/action`, { action: 'delete', tags: old });
    await ok('POST', `/v1/{p}/${type}/${id}/tags/action`, { action: 'create', tags });
  }
  /** The entries of a whitelist of a type; others are passed over. */
  async function permissions(id: string, type: string): Promise<string[]> {
    const all = await pages<{ permission: string; permission_type?: string }>(
      `${services}/${id}/permissions`,
      'permissions',
    );
    return all.filter((each) => each.permission_type === type).map(({ permission }) => permission);
  }
  async function publicService(name: string): Promise<string> {
    const [first] = await pages<Resource>(`${services}/public?endpoint_service_name=${name}`, 'endpoint_services');
    return first?.id ?? expect.fail(`there is no ${name}`);
  }

  test('a service is created, let in to, read, changed and removed', async () => {
    const tags = [{ key: 'owner', value: 'tf-acc' }];
    const fields = { service_name: 'acc-test-1234567', approval_enabled: false, description: 'test', tags };
    const id = await createService(1, { ...fields, enable_policy: true, tcp_proxy: 'proxy_open' });
    const change = (action: string, permission_type: string, entries: string[]) =>
      ok('POST', `${services}/${id}/permissions/action`, { permissions: entries, permission_type, action });
    await change('add', 'domainId', ['iam:domain::1234', 'iam:domain::5678']);
    await change('add', 'orgPath', ['organizations:orgPath::1234', 'organizations:orgPath::abcd']);

    expect(await ok('GET', `${services}/${id}`)).toMatchObject({
      ...{ service_name: `cn-north-4.acc-test-1234567.${id}`, status: 'available', server_type: 'VM', tags },
      ...{ enable_policy: true, tcp_proxy: 'proxy_open', approval_enabled: false, description: 'test' },
      ports: [{ client_port: 8080, server_port: 80, protocol: 'TCP' }],
    });
    expect(await pages(`${services}/${id}/connections`, 'connections')).toEqual([]);
    expect((await permissions(id, 'domainId')).sort()).toEqual(['iam:domain::1234', 'iam:domain::5678']);
    expect(await permissions(id, 'orgPath')).toHaveLength(2);

    await ok('PUT', `${services}/${id}`, {
      ...{ approval_enabled: true, service_name: 'acc-test-7654321', description: 'updated', tcp_proxy: 'close' },
      ports: [{ client_port: 8088, server_port: 80, protocol: 'TCP' }],
    });
    await wait(() => statusOf(`${services}/${id}`), available);
    await replaceTags('endpoint_service', id, tags, [{ key: 'owner', value: 'tf-acc-update' }]);
    await change('add', 'domainId', ['iam:domain::abcd']);
    await change('remove', 'domainId', ['iam:domain::5678']);
    await change('remove', 'orgPath', ['organizations:orgPath::1234']);
    expect(await ok('GET', `${services}/${id}`)).toMatchObject({
      ...{ approval_enabled: true, tcp_proxy: 'close', description: 'updated' },
      ports: [{ client_port: 8088, server_port: 80 }],
      tags: [{ key: 'owner', value: 'tf-acc-update' }],
    });
    expect((await permissions(id, 'domainId')).sort()).toEqual(['iam:domain::1234', 'iam:domain::abcd']);
    expect(await permissions(id, 'orgPath')).toEqual(['organizations:orgPath::abcd']);

    await ok('DELETE', `${services}/${id}`);
    await wait(() => statusOf(`${services}/${id}`), deleted);
    expect(await send('DELETE', `${services}/${id}`)).toMatchObject({
      status: 404,
      body: { error_code: 'EndPoint.0005' },
    });
  });

  test('an endpoint of a public service is created, changed and removed', async () => {
    const tags = [{ key: 'owner', value: 'tf-acc' }];
    const id = await createEndpoint({
      ...endpointBody(await publicService('dis')),
      ...{ enable_dns: true, enable_whitelist: true, whitelist: ['192.168.0.0/24'], description: 'test', tags },
    });
    expect(await ok('GET', `${endpoints}/${id}`)).toMatchObject({
      ...{ status: 'accepted', service_type: 'interface', enable_dns: true, tags, enable_whitelist: true },
      ...{ whitelist: ['192.168.0.0/24'], ip: expect.any(String) as string, description: 'test' },
    });
    await ok('PUT', `${endpoints}/${id}`, { enable_whitelist: false, whitelist: [] });
    await replaceTags('endpoint', id, tags, [{ key: 'owner', value: 'tf-acc-update' }]);
    expect(await ok('GET', `${endpoints}/${id}`)).toMatchObject({
      ...{ enable_whitelist: false, whitelist: [] },
      tags: [{ key: 'owner', value: 'tf-acc-update' }],
    });
    await deleteEndpoint(id);
  });

  test('the policy of an endpoint is created, read as it was sent, changed, and read again', async () => {
    const allow = (Resource: string | string[]) => ({
      Version: '5.0',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: ['*'], Resource }],
    });
    const service = await createService(1, { approval_enabled: false, enable_policy: true });
    const id = await createEndpoint({ ...endpointBody(service), policy_document: allow('*') });
    expect(await ok('GET', `${endpoints}/${id}`)).toMatchObject({ policy_document: allow('*') });
    await ok('PUT', `${endpoints}/${id}/policy`, { policy_document: allow(['a', 'b']) });
    expect(await ok('GET', `${endpoints}/${id}`)).toMatchObject({ policy_document: allow(['a', 'b']) });
  });

  test('an endpoint of a gateway has route tables and a policy', async () => {
    const policy_statement = [
      { Effect: 'Allow', Action: ['obs:*:*'], Resource: ['obs:*:*:*:*/*', 'obs:*:*:*:*'] },
      { Effect: 'Deny', Action: ['obs:object:GetObject'], Resource: ['obs:*:*:object:*'] },
    ];
    const id = await createEndpoint({
      ...{ endpoint_service_id: await publicService('obs'), vpc_id: 'vpc', enable_dns: true, enable_whitelist: false },
      ...{ policy_statement, routetables: ['a'] },
    });
    expect(await ok('GET', `${endpoints}/${id}`)).toMatchObject({
      ...{ service_type: 'gateway', status: 'accepted', policy_statement, routetables: ['a'] },
    });
    const [first] = policy_statement;
    await ok('PUT', `${endpoints}/${id}/policy`, { policy_statement: [first] });
    await ok('PUT', `${endpoints}/${id}/routetables`, { routetables: ['a', 'b'] });
    expect(await ok('GET', `${endpoints}/${id}`)).toMatchObject({ policy_statement: [first], routetables: ['a', 'b'] });
    await deleteEndpoint(id);
  });

  test.each([true, false])(
    'connections are approved one by one where approval is %s, and rejected',
    async (approval) => {
      const service = await createService(1, { approval_enabled: approval });
      const ids = [await createEndpoint(endpointBody(service)), await createEndpoint(endpointBody(service))];
      const decide = async (action: string, id: string, target: string) => {
        await ok('POST', `${services}/${service}/connections/action`, { action, endpoints: [id] });
        const look = async () => {
          const [found] = await pages<Resource>(`${services}/${service}/connections?id=${id}`, 'connections');
          return found?.status ?? 'deleted';
        };
        await wait(look, { pending: ['creating', 'pendingAcceptance'], target: [target], delay: '3s' });
      };
      expect(await statusOf(`${services}/${service}`)).toBe('available');
      for (const id of ids) await decide('receive', id, 'accepted');
      const connections = `${services}/${service}/connections`;
      expect(await pages(connections, 'connections')).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
      for (const description of ['of the north', '']) {
        const body = { connections: [{ id: ids[0], description }] };
        await ok('PUT', `${connections}/description`, body);
        expect(await pages(`${connections}?id=${ids[0]}`, 'connections')).toMatchObject([{ description }]);
      }
      for (const id of ids) await decide('reject', id, 'rejected');
      for (const id of ids) await deleteEndpoint(id);
      await ok('DELETE', `${services}/${service}`);
      await wait(() => statusOf(`${services}/${service}`), deleted);
    },
  );

  test('data sources find what there is', async () => {
    const tags = [{ key: 'owner', value: 'tf' }];
    const ids = [await createService(1, { tags, approval_enabled: false }), await createService(2, { tags })];
    const endpoint = await createEndpoint({ ...endpointBody(ids[0] ?? ''), tags });
    const idsOf = async (path: string, member: string) => (await pages<Resource>(path, member)).map(({ id }) => id);
    expect((await idsOf(services, 'endpoint_services')).sort()).toEqual([...ids].sort());
    expect(await idsOf(`${services}?status=available&id=${ids[1]}`, 'endpoint_services')).toEqual([ids[1]]);
    expect(await idsOf(endpoints, 'endpoints')).toEqual([endpoint]);
    expect(await pages(`${services}/${ids[0]}/connections`, 'connections')).toMatchObject([{ id: endpoint }]);
    const { service_name: name } = await ok<{ service_name: string }>('GET', `${services}/${ids[0]}`);
    expect(await ok('GET', `${services}/describe?endpoint_service_name=${name}`)).toMatchObject({
      ...{ id: ids[0], enable_policy: false, service_type: 'interface' },
    });
    expect(await ok('GET', '/v1/{p}/quotas')).toMatchObject({
      quotas: {
        resources: [
          { type: 'endpoint_service', used: 2 },
          { type: 'endpoint', used: 1 },
        ],
      },
    });
    expect(await ok('GET', '/v1/{p}/endpoint/tags')).toEqual({ tags: [{ key: 'owner', values: ['tf'] }] });

    const search = (offset: number) =>
      ok<{ resources: object[] }>('POST', '/v1/{p}/endpoint_service/resource_instances/action', {
        ...{ action: 'filter', limit: '1000', offset },
        tags: [{ key: 'owner', values: ['tf'] }],
      });
    expect((await search(0)).resources).toHaveLength(2);
    expect((await search(1)).resources).toHaveLength(1);
    expect((await search(2)).resources).toEqual([]);
  });

  test('a service gets more backends and editions, and an endpoint another edition', async () => {
    const service = await createService(1, { approval_enabled: false });
    const endpoint = await createEndpoint(endpointBody(service));
    await ok('POST', `/v2/{p}/vpc-endpoint-services/${service}/upgrade`);
    expect(await ok('GET', `${services}/${service}`)).toMatchObject({ supported_editions: ['basic', 'profession'] });
    const server_resources = [{ resource_id: 'balancer', availability_zone_id: 'zone' }];
    await ok('POST', `/v2/{p}/vpc-endpoint-services/${service}/add-server-resources`, { server_resources });
    await ok('POST', `/v2/{p}/vpc-endpoints/${endpoint}/upgrade`, { action: 'start' });
    await wait(() => statusOf(`${endpoints}/${endpoint}`), { pending: ['creating'], target: ['accepted'] });
  });
});
