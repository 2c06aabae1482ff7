import { describe, expect, test } from 'vitest';
import type { Operation } from '../build/operation.js';
import { pagingOf } from '../build/paging.js';
import { pagedOperations } from '../src/generated/paged-operations.js';

test('the calls that come in pages are those of the API reference', () => {
  const services = { items: 'endpoint_services', id: 'id', in: 'query', maximum: 1000 };
  expect(pagedOperations).toEqual({
    listEndpointService: services,
    listServicePublicDetails: services,
    listServiceConnections: { ...services, items: 'connections' },
    listServicePermissionsDetails: { ...services, items: 'permissions', maximum: 500 },
    listEndpoints: { ...services, items: 'endpoints' },
    listResourceInstances: { ...services, items: 'resources', id: 'resource_id', in: 'body' },
  });
});

describe('a call with limit and offset', () => {
  const item = { type: 'object', required: ['id'] };
  const list = (properties: object, limit: object = { type: 'integer', maximum: 50 }): Operation => ({
    operationId: 'listThings',
    parameters: [
      { name: 'limit', in: 'query', schema: limit },
      { name: 'offset', in: 'query', schema: {} },
    ],
    responses: { 200: { content: { 'application/json': { schema: { properties: { ...properties } } } } } },
  });
  const things = { type: 'array', items: item };

  test('is a list that comes in pages', () => {
    expect(pagingOf({}, list({ things, total_count: {} }))).toEqual({
      items: 'things',
      id: 'id',
      in: 'query',
      maximum: 50,
    });
  });

  test.each([
    ['no total', list({ things })],
    ['no list', list({ total_count: {} })],
    ['two lists', list({ things, others: things, total_count: {} })],
    ['items without an ID', list({ things: { type: 'array', items: {} }, total_count: {} })],
    ['no largest page', list({ things, total_count: {} }, { type: 'integer' })],
  ])('fails the build with %s', (_, operation) => {
    expect(() => pagingOf({}, operation)).toThrow(/^listThings has limit and offset, but/);
  });
});
