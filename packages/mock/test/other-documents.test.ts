import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { document } from '@vpcep/openapi/documents';
import { type Document, operationsOf, type Operation, resolve, type Schema } from '@vpcep/openapi/reader';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock, type MockOptions } from '../src/index.js';
import { type Api, apiOf, serviceBody } from './api.js';
import { collectFailures } from './collect-failures.js';

let folder: string;
const running: Mock[] = [];
const { log, failures } = collectFailures();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-mock-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((mock) => mock.close()));
  expect(failures).toEqual([]);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A mock that answers by a copy of the document, with a change. */
async function mockBy(change: (copy: Document) => void, options: MockOptions = {}): Promise<Mock> {
  const copy = structuredClone(document);
  change(copy);
  const path = join(folder, 'openapi.json');
  writeFileSync(path, JSON.stringify(copy));
  const mock = await startMock({ port: 0, clock: 'manual', document: path, log, ...options });
  running.push(mock);
  return mock;
}

/** A schema that stands in a document itself, to be changed there. */
function schemaOf(found: Schema | undefined): Schema {
  if (found === undefined) throw new Error('the document has no such schema');
  return found;
}
const limitOf = (copy: Document) =>
  schemaOf(resolve<{ schema?: Schema }>(copy, copy.components.parameters?.['Limit'] ?? {}).schema);
const property = ({ components }: Document, schema: string, name: string) =>
  schemaOf(components.schemas[schema]?.properties?.[name]);

async function listed(api: Api, count: number): Promise<number> {
  for (let number = 0; number < count; number += 1) {
    await api.ok('createEndpointService', { body: serviceBody(number) });
  }
  return (await api.ok('listEndpointService')).endpoint_services.length;
}

test('a list without a limit has as many items as the document says, also when it says another number', async () => {
  const given = Number(limitOf(document).default);
  expect(await listed(apiOf(await mockBy(() => undefined), 'owner'), given + 1)).toBe(given);
  const other = await mockBy((copy) => {
    limitOf(copy).default = given - 1;
  });
  expect(await listed(apiOf(other, 'owner'), given + 1)).toBe(given - 1);
});

test('what is left out inside of a list is what the document says, and counts as that in its rules', async () => {
  const twice = { client_port: 8080, server_port: 80 };
  const given = property(document, 'PortMapping', 'protocol');
  const other = resolve(document, given).enum?.find((protocol) => protocol !== given.default);
  expect(other).toBeDefined();
  for (const protocol of [given.default, other]) {
    const mock = await mockBy((copy) => {
      property(copy, 'PortMapping', 'protocol').default = protocol;
    });
    const owner = apiOf(mock, 'owner');
    const { id } = await owner.ok('createEndpointService', { body: serviceBody(1, { ports: [twice] }) });
    expect((await owner.ok('listServiceDetails', { service: id })).ports).toEqual([{ ...twice, protocol }]);
    const ports = [twice, { ...twice, protocol }];
    const message = await owner.refused('createEndpointService', 'EndPoint.3004', { body: serviceBody(2, { ports }) });
    expect(message).toContain(`body.ports[1] has the same`);
    expect(message).toContain(`protocol left out counts as ${String(protocol)}`);
  }
});

test('what is left out of a body is what the document says', async () => {
  const mock = await mockBy((copy) => {
    property(copy, 'CreateEndpointServiceRequest', 'approval_enabled').default = false;
    property(copy, 'CreateEndpointServiceRequest', 'tcp_proxy').default = 'toa_open';
    property(copy, 'ListResourceInstancesRequest', 'limit').default = '1';
  });
  const owner = apiOf(mock, 'owner');
  expect(await owner.ok('createEndpointService', { body: serviceBody(1) })).toMatchObject({
    approval_enabled: false,
    tcp_proxy: 'toa_open',
  });
  await owner.ok('createEndpointService', { body: serviceBody(2) });
  const search = { path: { resource_type: 'endpoint_service' }, body: { action: 'filter' } };
  const { resources, total_count: total } = await owner.ok('listResourceInstances', search);
  expect({ shown: resources?.length, total }).toEqual({ shown: 1, total: 2 });
});

const regions: Operation = {
  operationId: 'listRegions',
  responses: {
    200: {
      description: 'The regions.',
      content: {
        'application/json': {
          schema: { type: 'object', required: ['regions'], properties: { regions: { type: 'array' } } },
          examples: { two: { value: { regions: ['north', 'south'] } } },
        },
      },
    },
  },
};

test.each([true, false])(
  'an operation that only another document has is answered from its example (stateful: %s)',
  async (stateful) => {
    const mock = await mockBy(
      (copy) => {
        copy.paths['/v1/{project_id}/regions'] = {
          parameters: [{ name: 'project_id', in: 'path', required: true, schema: { type: 'string' } }],
          get: regions,
        };
      },
      { stateful },
    );
    expect(operationsOf(document).map(({ operationId }) => operationId)).not.toContain(regions.operationId);
    const response = await fetch(`${mock.url}/v1/owner/regions`, { headers: { 'X-Auth-Token': 'any' } });
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 200,
      body: { regions: ['north', 'south'] },
    });
  },
);

test.each([true, false])(
  'a code that only another document names is an answer with status 400 (stateful: %s)',
  async (stateful) => {
    const mock = await mockBy(
      (copy) => {
        limitOf(copy)['x-error-code'] = 'EndPoint.9999';
        schemaOf(copy.components.schemas['PortMappings'])['x-rules'] = [
          { uniqueBy: ['client_port'], code: 'EndPoint.9998' },
        ];
      },
      { stateful },
    );
    const owner = apiOf(mock, 'owner');
    expect(await owner.send('listEndpointService', { query: { limit: -1 } })).toMatchObject({
      status: 400,
      body: {
        error_code: 'EndPoint.9999',
        error_msg: expect.stringContaining('query.limit must be between') as string,
      },
    });
    const ports = [
      { client_port: 1, server_port: 1 },
      { client_port: 1, server_port: 2 },
    ];
    expect(await owner.send('createEndpointService', { body: serviceBody(1, { ports }) })).toMatchObject({
      status: 400,
      body: {
        error_code: 'EndPoint.9998',
        error_msg: expect.stringContaining('body.ports[1] has the same client_port as') as string,
      },
    });
  },
);
