import { expect, test } from 'vitest';
import { fieldAnchor, operationAddress, operationsOf, tagAddress } from '../src/reader.js';
import { bundle } from './document.js';

test('operations, their groups and their fields have addresses that a reader can say', () => {
  expect(operationAddress('createEndpoint')).toBe('operations/createEndpoint/');
  expect(tagAddress('Endpoint services')).toBe('tags/endpoint-services/');
  expect(fieldAnchor({ in: 'body', path: ['ports', 'client_port'] })).toBe('body.ports.client_port');
  expect(fieldAnchor({ in: 'query', path: ['limit'] })).toBe('query.limit');
  expect(fieldAnchor({ status: '429', in: 'header', path: ['X-Request-Id'] })).toBe('429.header.X-Request-Id');
});

test('nothing in them needs to be escaped, and no two operations or groups share one', () => {
  const operations = operationsOf(bundle);
  const tags = new Set(operations.flatMap(({ operation }) => operation.tags ?? []));
  const addresses = [
    ...operations.map(({ operationId }) => operationAddress(operationId)),
    ...[...tags].map(tagAddress),
  ];
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.filter((address) => !/^[A-Za-z0-9-]+\/[A-Za-z0-9-]+\/$/.test(address))).toEqual([]);
});
