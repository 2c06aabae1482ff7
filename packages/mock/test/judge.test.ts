import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.js';
import { type Api, apiOf, endpointBody, operationIds, serviceBody } from './api.js';

/** Prism's own proxy stands before the mock, and says which requests and answers break the document. */
const require = createRequire(import.meta.url);
const document = require.resolve('@vpcep/openapi/openapi.json');
const prism = require.resolve('@stoplight/prism-cli');

const proxies = new Set<ChildProcess>();
async function startProxy(upstream: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [prism, 'proxy', document, upstream, '--port', '0', '--multiprocess=false', '--errors=false'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  proxies.add(child);
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /listening on (http:\S+)/.exec(line) ?? [];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error('Prism stopped before it listened');
}

interface Violation {
  location: string[];
  severity: string;
  message: string;
}
const violations: Violation[] = [];
const called = new Set<string>();
/** Calls of a project, whose requests and answers Prism judges. */
const judged = (url: string, project: string): Api =>
  apiOf({ url }, project, (id, headers) => {
    called.add(id);
    const found = headers['sl-violations'];
    if (typeof found === 'string') violations.push(...(JSON.parse(found) as Violation[]));
  });

let mock: Mock;
let proxy: string;
beforeAll(async () => {
  mock = await startMock({ port: 0, clock: 'manual' });
  proxy = await startProxy(mock.url);
});
beforeEach(() => {
  mock.reset();
  violations.length = 0;
});
afterAll(async () => {
  for (const child of proxies) child.kill();
  await mock.close();
});

test('Prism finds nothing wrong with any operation, as a service is published, used and removed', async () => {
  const owner = judged(proxy, 'owner');
  const consumer = judged(proxy, 'consumer');
  await owner.ok('listVersionDetails');
  await owner.ok('listSpecifiedVersionDetails', { path: { version: 'v1' } });

  const tags = [{ key: 'environment', value: 'production' }];
  const body = serviceBody(1, { service_name: 'orders', approval_enabled: true, tags });
  const { id: service, status } = await owner.ok('createEndpointService', { body });
  expect(status).toBe('creating');
  mock.clock.advance('1m');
  const page = { limit: 10, offset: 0, sort_key: 'create_at', sort_dir: 'desc' };
  expect(await owner.ok('listEndpointService', { query: { ...page, status: 'available' } })).toMatchObject({
    endpoint_services: [{ id: service }],
  });
  await owner.ok('updateEndpointService', { service, body: { description: 'Orders of the web shop' } });
  await owner.ok('updateEndpointServiceName', { service, body: { endpoint_service_name: 'shop' } });
  const details = await owner.ok('listServiceDetails', { service });
  const name = details.service_name;

  const entries = ['iam:domain::north', 'iam:domain::consumer'];
  await owner.ok('addOrRemoveServicePermissions', { service, body: { action: 'add', permissions: entries } });
  const added = { permissions: [{ permission: 'iam:domain::south', description: 'The southern branch' }] };
  await owner.ok('batchAddEndpointServicePermissions', { service, body: added });
  const { permissions } = await owner.ok('listServicePermissionsDetails', { service, query: page });
  expect(permissions).toHaveLength(3);
  const south = permissions.find(({ permission }) => permission === 'iam:domain::south')?.id ?? '';
  await owner.ok('updateEndpointServicePermissionDesc', {
    service,
    path: { permission_id: south },
    body: { permission: { description: 'Closed' } },
  });
  await owner.ok('batchRemoveEndpointServicePermissions', { service, body: { permissions: [{ id: south }] } });

  const resource = { resource_type: 'endpoint_service' };
  await owner.ok('batchAddOrRemoveResourceInstance', {
    path: { ...resource, resource_id: service },
    body: { action: 'create', tags: [{ key: 'owner', value: 'shop' }] },
  });
  await owner.ok('listQueryProjectResourceTags', { path: resource });
  const filter = { action: 'filter', tags: [{ key: 'environment', values: ['production'] }], limit: '10', offset: '0' };
  await owner.ok('listResourceInstances', { path: resource, body: filter });
  await owner.ok('listResourceInstances', {
    path: resource,
    body: { action: 'count', not_tags: [{ key: 'x', values: [] }] },
  });

  await consumer.ok('listServiceDescribeDetails', { query: { endpoint_service_name: name } });
  const connected = await consumer.ok('createEndpoint', {
    body: endpointBody(service, { enable_dns: true, tags, description: 'Web shop' }),
  });
  const endpoint = connected.id;
  mock.clock.advance('1m');
  await consumer.ok('listEndpoints', { query: page });
  const { connections } = await owner.ok('listServiceConnections', { service, query: page });
  expect(connections).toMatchObject([{ id: endpoint, status: 'pendingAcceptance' }]);
  await owner.ok('updateEndpointConnectionsDesc', {
    service,
    body: { connections: [{ id: endpoint, description: 'Northern web shop' }] },
  });
  await owner.ok('upgradeEndpointService', { service, body: { enable_multi_server: true } });
  await owner.ok('addEndpointServiceServerResource', { service, body: { server_resources: [{ resource_id: 'a' }] } });
  for (const action of ['receive', 'reject', 'receive']) {
    await owner.ok('acceptOrRejectEndpoint', { service, body: { action, endpoints: [endpoint] } });
    await consumer.ok('listEndpointInfoDetails', { endpoint });
  }
  await consumer.ok('upgradeEndpoint', { endpoint, body: { action: 'start' } });
  mock.clock.advance('1m');
  await consumer.ok('updateEndpointWhite', {
    endpoint,
    body: { whitelist: ['192.168.1.0/24'], enable_whitelist: true },
  });

  const { endpoint_services: gateways } = await consumer.ok('listServicePublicDetails', {
    query: { endpoint_service_name: 'obs' },
  });
  const gateway = await consumer.ok('createEndpoint', {
    body: { endpoint_service_id: gateways[0]?.id, vpc_id: 'vpc-of-the-consumer' },
  });
  mock.clock.advance('1m');
  await consumer.ok('updateEndpointRoutetable', { endpoint: gateway.id, body: { routetables: ['a', 'b'] } });
  await consumer.ok('updateEndpointPolicy', {
    endpoint: gateway.id,
    body: { policy_statement: [{ Effect: 'Allow', Action: ['obs:*:*'], Resource: ['obs:*:*:*:*'] }] },
  });
  await consumer.ok('deleteEndpointPolicy', { endpoint: gateway.id });
  await consumer.ok('listQuotaDetails', { query: { type: 'endpoint' } });

  await owner.refused('deleteEndpointService', 'EndPoint.3006', { service });
  await consumer.ok('deleteEndpoint', { endpoint });
  await consumer.ok('deleteEndpoint', { endpoint: gateway.id });
  mock.clock.advance('1m');
  await owner.ok('deleteEndpointService', { service });
  mock.clock.advance('1m');
  await owner.refused('listServiceDetails', 'EndPoint.0005', { service });

  expect(violations).toEqual([]);
  expect([...called].sort()).toEqual([...operationIds].sort());
});

describe('Prism notices', () => {
  test('a wrong request, which the mock refuses', async () => {
    const owner = judged(proxy, 'owner');
    await owner.refused('createEndpointService', 'EndPoint.0002', { body: serviceBody(1, { server_type: 'XX' }) });
    expect(violations).toMatchObject([{ location: ['request', 'body', 'server_type'] }]);
  });

  test('a wrong answer', async () => {
    const wrong = createServer((_, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ endpoint_services: [], total_count: 'none' }));
    }).listen(0, '127.0.0.1');
    await once(wrong, 'listening');
    const owner = judged(await startProxy(`http://127.0.0.1:${(wrong.address() as AddressInfo).port}`), 'owner');
    await owner.ok('listEndpointService');
    wrong.close();
    expect(violations).toMatchObject([{ location: ['response', 'body', 'total_count'] }]);
  });
});
