import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openapiFolder } from '../build/tools/run.js';
import { operations } from './document.js';

const services = '/v1/{project_id}/vpc-endpoint-services';
const service = `${services}/{vpc_endpoint_service_id}`;
const endpoint = '/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}';
const second = (path: string) => path.replace('/v1/', '/v2/');

/** The calls of Huawei Cloud's reference: method, path, status of success, and the release when it came later. */
const calls: Record<string, [method: string, path: string, statuses: string[], since?: string]> = {
  listVersionDetails: ['get', '/', ['200']],
  listSpecifiedVersionDetails: ['get', '/{version}', ['200']],
  createEndpointService: ['post', services, ['200']],
  listEndpointService: ['get', services, ['200']],
  listServiceDetails: ['get', service, ['200']],
  updateEndpointService: ['put', service, ['200']],
  deleteEndpointService: ['delete', service, ['204']],
  updateEndpointServiceName: ['put', `${service}/name`, ['200'], '2022-11'],
  listServiceConnections: ['get', `${service}/connections`, ['200']],
  acceptOrRejectEndpoint: ['post', `${service}/connections/action`, ['200']],
  updateEndpointConnectionsDesc: ['put', `${service}/connections/description`, ['200'], '2022-11'],
  listServicePermissionsDetails: ['get', `${service}/permissions`, ['200']],
  addOrRemoveServicePermissions: ['post', `${service}/permissions/action`, ['200']],
  batchAddEndpointServicePermissions: ['post', `${service}/permissions/batch-create`, ['200'], '2022-11'],
  batchRemoveEndpointServicePermissions: ['post', `${service}/permissions/batch-delete`, ['200'], '2022-11'],
  updateEndpointServicePermissionDesc: ['put', `${service}/permissions/{permission_id}`, ['200'], '2022-11'],
  upgradeEndpointService: ['post', `${second(service)}/upgrade`, ['204'], '2024-12'],
  addEndpointServiceServerResource: ['post', `${second(service)}/add-server-resources`, ['204'], '2025-12'],
  listServicePublicDetails: ['get', `${services}/public`, ['200']],
  listServiceDescribeDetails: ['get', `${services}/describe`, ['200']],
  createEndpoint: ['post', '/v1/{project_id}/vpc-endpoints', ['200']],
  listEndpoints: ['get', '/v1/{project_id}/vpc-endpoints', ['200']],
  listEndpointInfoDetails: ['get', endpoint, ['200']],
  updateEndpointWhite: ['put', endpoint, ['200'], '2021-09'],
  deleteEndpoint: ['delete', endpoint, ['204']],
  updateEndpointRoutetable: ['put', `${endpoint}/routetables`, ['200']],
  updateEndpointPolicy: ['put', `${endpoint}/policy`, ['200'], '2022-11'],
  deleteEndpointPolicy: ['delete', `${endpoint}/policy`, ['200'], '2022-11'],
  upgradeEndpoint: ['post', `${second(endpoint)}/upgrade`, ['202'], '2025-12'],
  listQuotaDetails: ['get', '/v1/{project_id}/quotas', ['200']],
  listResourceInstances: ['post', '/v1/{project_id}/{resource_type}/resource_instances/action', ['200']],
  batchAddOrRemoveResourceInstance: [
    'post',
    '/v1/{project_id}/{resource_type}/{resource_id}/tags/action',
    ['200', '204'],
  ],
  listQueryProjectResourceTags: ['get', '/v1/{project_id}/{resource_type}/tags', ['200']],
};

test('the document has the calls of the API, and no others', () => {
  const described = operations.map(({ operationId, method, path, responses, operation }) => {
    const { 'x-since': since } = operation;
    const statuses = responses.map(({ status }) => status).filter((status) => status.startsWith('2'));
    return [operationId, since === undefined ? [method, path, statuses] : [method, path, statuses, since]];
  });
  expect(Object.fromEntries(described)).toEqual(calls);
});

test('every call that has a file in paths/ is in the document', () => {
  const folder = join(openapiFolder, 'paths');
  const written = readdirSync(folder).flatMap((file) => {
    const item = parse(readFileSync(join(folder, file), 'utf8')) as Record<string, { operationId?: string }>;
    return Object.values(item).flatMap(({ operationId }) => operationId ?? []);
  });
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(written.sort());
});

test('a call names what a policy of IAM must allow, but for the calls of version 2, which need no such thing', () => {
  for (const { operationId, path, operation } of operations) {
    const { 'x-iam-action': action } = operation;
    if (path.startsWith('/v2/')) expect(action, operationId).toBeUndefined();
    else expect(action?.name, operationId).toMatch(/^vpcep:/);
    expect(action?.aliases ?? [], operationId).not.toContain(action?.name);
  }
});

test('a call names the error codes that it is known to give', () => {
  for (const { operationId, operation } of operations) {
    const { 'x-error-codes': codes } = operation;
    expect(codes, operationId).toContain('EndPoint.0003');
    expect(new Set(codes).size, operationId).toBe(codes?.length);
  }
});
