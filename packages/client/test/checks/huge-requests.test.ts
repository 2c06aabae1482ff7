import { expect, test } from 'vitest';
import type { OperationId } from '../../src/index.js';
import { checkArguments } from '../../src/checks/index.js';
import { exampleOf } from './examples.js';

const mapping = { client_port: 8080, server_port: 80 };
const { body } = exampleOf('createEndpointService');

/** By what is huge: a call, its arguments, and how many problems are told. */
const cases: [string, OperationId, object, number][] = [
  ['20,000 equal mappings', 'createEndpointService', { body: { ...body, ports: Array(20_000).fill(mapping) } }, 1],
  [
    '20,000 broken mappings',
    'createEndpointService',
    { body: { ...body, ports: Array(20_000).fill({ client_port: 0 }) } },
    1,
  ],
  [
    '20,000 broken entries',
    'addOrRemoveServicePermissions',
    { ...exampleOf('addOrRemoveServicePermissions'), body: { action: 'add', permissions: Array(20_000).fill('?') } },
    100,
  ],
  [
    '20,000 route tables, one repeated',
    'createEndpoint',
    {
      body: {
        ...exampleOf('createEndpoint').body,
        routetables: Array.from({ length: 20_000 }, (_, index) => `table-${Math.min(index, 19_998)}`),
      },
    },
    1,
  ],
  [
    '20,000 unknown fields',
    'updateEndpointWhite',
    {
      ...exampleOf('updateEndpointWhite'),
      body: Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`field${index}`, 1])),
    },
    100,
  ],
  [
    '20,000 searches of one field',
    'listResourceInstances',
    {
      path: { resource_type: 'endpoint' },
      body: { action: 'filter', matches: Array(20_000).fill({ key: 'resource_name', value: 'a' }) },
    },
    100,
  ],
  [
    '200,000 spaces in a key',
    'listResourceInstances',
    {
      path: { resource_type: 'endpoint' },
      body: { action: 'filter', tags: [{ key: `a${' '.repeat(200_000)}b`, values: [] }] },
    },
    1,
  ],
];
test.each(cases)('%s are checked in a moment', (_, id, args, problems) => {
  // CPU time, and the best of five: a busy machine slows some of them down, a wrong algorithm all.
  const milliseconds = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    expect(checkArguments(id, args)).toHaveLength(problems);
    return process.cpuUsage(start).user / 1000;
  });
  expect(Math.min(...milliseconds)).toBeLessThan(100);
});
