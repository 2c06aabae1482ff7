import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Fault, startMock, type Mock, type MockOptions } from '../src/index.js';
import { apiOf, endpointBody, serviceBody } from './api.js';
import { collectFailures } from './collect-failures.js';
import { plainClient } from './plain-client.js';

/** A request that a published client sends, and what that client relies on. */
interface Row {
  readonly title: string;
  readonly send: readonly [method: string, path: string, body?: unknown];
  readonly status: number;
  readonly answer?: object;
  /** What is read afterwards. `{id}` in its path is the ID in the answer. */
  readonly then?: readonly [path: string, answer: object];
  readonly faults?: readonly Fault[];
}

const services = '/v1/{p}/vpc-endpoint-services';
const endpoints = '/v1/{p}/vpc-endpoints';
const path = 'organizations:orgPath::1234';
const everyPath = 'organizations:orgPath::*';
const open = [{ Effect: 'Allow', Action: '*', Resource: ['*', '*/*'] }];
const statements = [
  { Effect: 'Deny', Action: ['obs:object:GetObject'], Resource: ['obs:*:*:object:*'] },
  { Sid: 'AllowReading', Effect: 'Allow', Action: 'HeadBucket', Resource: '*', Condition: { Bool: { a: ['true'] } } },
];
const document = {
  Version: '5.0',
  Statement: [{ Sid: 'AllowAll', Effect: 'Allow', Principal: '*', Action: ['*'], Resource: '*' }],
};
const gateway = { vpc_id: 'v', endpoint_service_id: '{obs}', enable_dns: true, enable_whitelist: false };
const longTags = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: `${'team:infra '.repeat(5)}${index}`.slice(0, 60),
    value: `a/b=c@d${'e'.repeat(93)}`,
  }));

const byTables: Row[] = [
  {
    title: '1. Terraform lets an account in, and names the type of the entry',
    send: [
      'POST',
      `${services}/{service}/permissions/action`,
      { action: 'add', permissions: ['iam:domain::abc'], permission_type: 'domainId' },
    ],
    status: 200,
    answer: { permissions: ['iam:domain::abc'], permission_type: 'domainId' },
    then: [
      `${services}/{service}/permissions?permission=abc`,
      { permissions: [{ permission: 'iam:domain::abc', permission_type: 'domainId' }] },
    ],
  },
  {
    title: '1. the SDKs do so with a description',
    send: [
      'POST',
      `${services}/{service}/permissions/batch-create`,
      { permissions: [{ permission: 'iam:domain::abc', description: 'north' }], permission_type: 'domainId' },
    ],
    status: 200,
    answer: { permissions: [{ permission: 'iam:domain::abc', permission_type: 'domainId' }] },
  },
  ...[[path], [everyPath], [path, everyPath]].map((permissions) => ({
    title: `2. Terraform lets parts of organizations in: ${permissions.join(', ')}`,
    send: [
      'POST',
      `${services}/{service}/permissions/action`,
      { action: 'add', permissions, permission_type: 'orgPath' },
    ] as const,
    status: 200,
    answer: { permissions, permission_type: 'orgPath' },
    then: [
      `${services}/{service}/permissions?sort_dir=asc&permission=organizations`,
      { permissions: permissions.map((permission) => ({ permission, permission_type: 'orgPath' })) },
    ] as const,
  })),
  {
    title: '3. Terraform accepts a connection that is accepted',
    send: ['POST', `${services}/{service}/connections/action`, { action: 'receive', endpoints: ['{endpoint}'] }],
    status: 200,
    answer: { connections: [{ id: '{endpoint}', status: 'accepted' }] },
  },
  {
    title: '4. Terraform changes how the address of the caller is passed on, together with the rest',
    send: ['PUT', `${services}/{service}`, { service_name: 'new', tcp_proxy: 'proxy_open' }],
    status: 200,
    then: [`${services}/{service}`, { service_name: 'cn-north-4.new.{service}', tcp_proxy: 'proxy_open' }],
  },
  {
    title: '5. the SDKs move a service to another address on a VLAN',
    send: ['PUT', `${services}/{service}`, { ip: '10.1.2.3' }],
    status: 200,
    then: [`${services}/{service}`, { ip: '10.1.2.3' }],
  },
  {
    title: '6. Terraform creates an endpoint of a gateway with its policy',
    send: ['POST', endpoints, { ...gateway, policy_statement: statements }],
    status: 200,
    then: [`${endpoints}/{id}`, { policy_statement: statements }],
  },
  {
    title: '6. without one, everything is allowed',
    send: ['POST', endpoints, gateway],
    status: 200,
    answer: { policy_statement: open },
  },
  {
    title: '7. the SDKs create an endpoint of a public service with its policy',
    send: ['POST', endpoints, { ...endpointBody('{iam}'), policy_document: document }],
    status: 200,
    then: [`${endpoints}/{id}`, { policy_document: document }],
  },
  {
    title: '7. Terraform changes the policy of an endpoint',
    send: ['PUT', `${endpoints}/{endpoint}/policy`, { policy_document: document }],
    status: 200,
    answer: { policy_document: document },
    then: [`${endpoints}/{endpoint}`, { policy_document: document }],
  },
  {
    title: '8. Terraform creates a service whose endpoints have policies',
    send: ['POST', services, serviceBody(2, { enable_policy: true })],
    status: 200,
    then: [`${services}/{id}`, { enable_policy: true }],
  },
  {
    title: '9. the .NET provider says that a service is for IPv4, as all are',
    send: ['POST', services, serviceBody(2, { ip_version: 'ipv4' })],
    status: 200,
    then: [`${services}/{id}`, { ip_version: 'ipv4' }],
  },
  {
    title: '9. Terraform creates a service for IPv6',
    send: ['POST', services, serviceBody(2, { ip_version: 'ipv6', snat_network_id: 'network' })],
    status: 200,
    then: [`${services}/{id}`, { ip_version: 'ipv6', snat_network_id: 'network' }],
  },
  {
    title: '9. the SDKs create an endpoint for IPv4',
    send: ['POST', endpoints, endpointBody('{iam}', { ip_version: 'ipv4' })],
    status: 200,
    then: [`${endpoints}/{id}`, { ip_version: 'ipv4' }],
  },
  {
    title: '9. the SDKs create an endpoint for both, with an address',
    send: ['POST', endpoints, endpointBody('{iam}', { ip_version: 'dualstack', ipv6_address: '2001:db8::e8' })],
    status: 200,
    then: [`${endpoints}/{id}`, { ip_version: 'dualstack', ipv6_address: '2001:db8::e8' }],
  },
  {
    title: '11. Terraform searches by tags, with a number and a text for the page',
    send: [
      'POST',
      '/v1/{p}/endpoint_service/resource_instances/action',
      { action: 'filter', limit: '1000', offset: 0 },
    ],
    status: 200,
    answer: { resources: [{ resource_id: '{service}' }], total_count: 1 },
  },
  ...['dis', 'iam', 'dns'].map((product) => ({
    title: `12. Terraform looks for the public service ${product}, and takes the first`,
    send: ['GET', `${services}/public?endpoint_service_name=${product}`] as const,
    status: 200,
    answer: {
      endpoint_services: [{ service_name: `com.myhuaweicloud.cn-north-4.${product}`, service_type: 'interface' }],
      total_count: 1,
    },
  })),
  {
    title: '13. the SDKs upgrade a service, without a body',
    send: ['POST', '/v2/{p}/vpc-endpoint-services/{service}/upgrade'],
    status: 204,
    then: [`${services}/{service}`, { supported_editions: ['basic', 'profession'] }],
  },
  {
    title: '13. Terraform adds backends',
    send: [
      'POST',
      '/v2/{p}/vpc-endpoint-services/{service}/add-server-resources',
      { server_resources: [{ resource_id: 'balancer', availability_zone_id: 'cn-east-4a' }] },
    ],
    status: 204,
  },
  {
    title: '13. Terraform upgrades an endpoint',
    send: ['POST', '/v2/{p}/vpc-endpoints/{endpoint}/upgrade', { action: 'start' }],
    status: 202,
    then: [`${endpoints}/{endpoint}`, { status: 'accepted' }],
  },
  {
    title: '13. the SDKs ask for version 2',
    send: ['GET', '/v2'],
    status: 200,
    answer: { version: { id: 'v2', status: 'CURRENT' } },
  },
  {
    title: '13. and for all of them',
    send: ['GET', '/'],
    status: 200,
    answer: { versions: [{ id: 'v1' }, { id: 'v2' }] },
  },
  {
    title: '14. a service on a VLAN, on a resource pool of its own',
    send: ['POST', services, serviceBody(2, { ip: 'backend.example.com', pool_id: 'pool' })],
    status: 200,
    answer: { ip: 'backend.example.com', pool_id: 'pool' },
  },
  {
    title: '15. a refusal carries the ID of its request',
    send: ['GET', `${services}/nothing`],
    status: 404,
    answer: { error_code: 'EndPoint.0005' },
  },
  {
    title: '16. a simulated 429 is one of throttling',
    send: ['GET', services],
    faults: [{ status: 429 }],
    status: 429,
    answer: { error_code: 'APIGW.0308' },
  },
  {
    title: '16. a simulated 500 is none of authentication',
    send: ['GET', services],
    faults: [{ status: 500 }],
    status: 500,
    answer: { error_code: expect.not.stringMatching(/\.030[1-7]$/) as string },
  },
  {
    title: '17. the SDKs leave out a name that nobody has set',
    send: ['PUT', `${services}/{service}/name`, {}],
    status: 400,
    answer: { error_msg: expect.stringContaining('body.endpoint_service_name') as string },
    then: [`${services}/{service}`, { service_name: 'cn-north-4.old.{service}' }],
  },
];

const asOf2026: Row[] = [
  {
    title: '10. Terraform creates a service with twelve tags, longer and of more characters',
    send: ['POST', services, serviceBody(2, { tags: longTags(12) })],
    status: 200,
    then: [`${services}/{id}`, { tags: longTags(12) }],
  },
  {
    title: '10. Terraform adds tags',
    send: ['POST', '/v1/{p}/endpoint_service/{service}/tags/action', { action: 'create', tags: longTags(20) }],
    status: 204,
    then: ['/v1/{p}/endpoint_service/tags', { tags: { length: 20 } }],
  },
  {
    title: '14. the SDKs pass the network of the caller on',
    send: ['POST', services, serviceBody(2, { tcp_proxy: 'proxy_vni' })],
    status: 200,
    answer: { tcp_proxy: 'proxy_vni' },
  },
];

describe.each([
  { state: 'by default', options: {}, rows: byTables },
  { state: 'as of August 2026', options: { asOf: '2026-08' } satisfies MockOptions, rows: asOf2026 },
])('what published clients send, $state', ({ options, rows }) => {
  const { log, failures } = collectFailures();
  let mock: Mock;
  /** What stands for the IDs of the resources that requests are about. */
  let ids: Readonly<Record<string, string>>;
  beforeAll(async () => {
    mock = await startMock({ port: 0, clock: 'manual', transitions: 'immediate', ...options, log });
  });
  beforeEach(async () => {
    mock.reset();
    const api = apiOf(mock, 'owner');
    const idOf = async (name: string) =>
      (await api.ok('listServicePublicDetails', { query: { endpoint_service_name: name } })).endpoint_services[0]?.id;
    const fields = { service_name: 'old', approval_enabled: false, enable_policy: true };
    const { id: service } = await api.ok('createEndpointService', { body: serviceBody(1, fields) });
    const { id: endpoint } = await api.ok('createEndpoint', { body: endpointBody(service) });
    ids = { service, endpoint, obs: (await idOf('obs')) ?? '', iam: (await idOf('iam')) ?? '' };
  });
  afterAll(async () => {
    await mock.close();
    expect(failures).toEqual([]);
  });

  test.each(rows)('$title', async ({ send: [method, to, body], status, answer = {}, then, faults = [] }) => {
    const send = plainClient(() => mock, 'owner');
    mock.setFaults(faults);
    const reply = await send(method, fill(to, ids), fill(body, ids));
    expect({ ...reply, body: reply.body ?? {} }).toMatchObject({ status, body: fill(answer, ids) });
    expect(reply.requestId).toMatch(/./);
    if (then === undefined) return;
    const { id = '' } = (reply.body ?? {}) as { id?: string };
    const known = { ...ids, id };
    expect(await send('GET', fill(then[0], known))).toMatchObject({ status: 200, body: fill(then[1], known) });
  });
});

/** Puts IDs in the place of `{service}` and the like, wherever they stand in a value. */
function fill<T>(value: T, ids: Readonly<Record<string, string>>): T {
  const filled = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(/\{(\w+)\}/g, (name, id: string) => ids[id] ?? name);
    if (Array.isArray(part)) return part.map(filled);
    // Matchers of values are left alone.
    if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part;
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, filled(each)]));
  };
  return filled(value) as T;
}
