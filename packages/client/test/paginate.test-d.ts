import type {
  Connection,
  Endpoint,
  ListedEndpointService,
  Permission,
  PublicEndpointService,
  ResourceInstance,
} from '@vpcep/types';
import { describe, expectTypeOf, test } from 'vitest';
import type { VpcepClient } from '../src/index.js';
import { paginate, type Page, type PagedItem, type Paginated } from '../src/paginate.js';

declare const client: VpcepClient;
const path = { vpc_endpoint_service_id: 'x' };

describe('paginate', () => {
  test('yields what the list of each call holds', () => {
    expectTypeOf(paginate(client, 'listEndpointService')).toEqualTypeOf<Paginated<ListedEndpointService>>();
    expectTypeOf(paginate(client, 'listServicePublicDetails')).toEqualTypeOf<Paginated<PublicEndpointService>>();
    expectTypeOf(paginate(client, 'listServiceConnections', { path })).toEqualTypeOf<Paginated<Connection>>();
    expectTypeOf(paginate(client, 'listServicePermissionsDetails', { path })).toEqualTypeOf<Paginated<Permission>>();
    expectTypeOf(paginate(client, 'listEndpoints')).toEqualTypeOf<Paginated<Endpoint>>();
    expectTypeOf<PagedItem<'listResourceInstances'>>().toEqualTypeOf<ResourceInstance>();
  });

  test('is iterated over, item by item or page by page', async () => {
    const endpoints = paginate(client, 'listEndpoints', {}, { pageSize: 50, limit: 10 });
    for await (const endpoint of endpoints) expectTypeOf(endpoint).toEqualTypeOf<Endpoint>();
    for await (const page of endpoints.pages()) expectTypeOf(page).toEqualTypeOf<Page<Endpoint>>();
  });

  test('takes the arguments of the call', () => {
    const { signal } = new AbortController();
    paginate(client, 'listEndpointService', { query: { status: 'available', sort_key: 'create_at', sort_dir: 'asc' } });
    paginate(client, 'listEndpoints', { path: { project_id: 'other' }, headers: { 'X-Trace': '1' } }, { signal });
    const resource = { resource_type: 'endpoint' } as const;
    paginate(client, 'listResourceInstances', { path: resource, body: { action: 'filter', tags: [] } });
  });

  test('needs no more of a client than the method', () => {
    const { listEndpoints } = client;
    paginate({ listEndpoints }, 'listEndpoints');
    // @ts-expect-error the client has not the method
    paginate({ listEndpoints }, 'listEndpointService');
  });

  test('refuses what turns the pages itself', () => {
    // @ts-expect-error the limit of a page is the option pageSize
    paginate(client, 'listEndpoints', { query: { limit: 10 } });
    // @ts-expect-error the offset belongs to the pages
    paginate(client, 'listEndpoints', { query: { offset: 10 } });
    const resource = { resource_type: 'endpoint' } as const;
    // @ts-expect-error the limit of a page is the option pageSize
    paginate(client, 'listResourceInstances', { path: resource, body: { action: 'filter', limit: '10' } });
    // @ts-expect-error only counting gives no pages
    paginate(client, 'listResourceInstances', { path: resource, body: { action: 'count' } });
    // @ts-expect-error the signal is an option, so that it holds for every page
    paginate(client, 'listEndpoints', { signal: new AbortController().signal });
  });

  test('refuses what the call does not take', () => {
    // @ts-expect-error the list has no pages
    paginate(client, 'listQuotaDetails');
    // @ts-expect-error the ID of the service is missing
    paginate(client, 'listServiceConnections');
    // @ts-expect-error the ID of the service is missing
    paginate(client, 'listServiceConnections', {});
    // @ts-expect-error no such status
    paginate(client, 'listEndpointService', { query: { status: 'ready' } });
    // @ts-expect-error the call has no such filter
    paginate(client, 'listServicePublicDetails', { query: { status: 'available' } });
    // @ts-expect-error a number of items
    paginate(client, 'listEndpoints', {}, { pageSize: '50' });
  });
});
