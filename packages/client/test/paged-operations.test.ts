import { type DescribedOperation, operationsOf, type Schema } from '@vpcep/openapi/reader';
import { describe, expect, test } from 'vitest';
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
  function list(
    properties: Record<string, Schema>,
    limit: Schema = { type: 'integer', maximum: 50 },
  ): DescribedOperation {
    const parameters = [
      { name: 'limit', in: 'query', schema: limit },
      { name: 'offset', in: 'query', schema: {} },
    ];
    const content = { 'application/json': { schema: { properties } } };
    const responses = { 200: { description: 'The things.', content } };
    const [operation] = operationsOf({
      paths: { '/things': { get: { operationId: 'listThings', parameters, responses } } },
    });
    if (operation === undefined) throw new Error('there is an operation');
    return operation;
  }
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
    expect(() => pagingOf({}, operation)).toThrow(
      /^openapi\.json#\/paths\/~1things\/get: listThings has limit and offset, but/,
    );
  });
});
