import { describe, expect, test } from 'vitest';
import { createVpcepClient, VpcepValidationError, type OperationId } from '../../src/index.js';
import {
  assertArguments,
  checkArguments,
  requestSchemas,
  requestSchemasIn,
  VpcepArgumentsError,
} from '../../src/checks/index.js';
import { exampleOf } from './examples.js';

/** What is wrong with an example whose body has these fields instead. */
function problemsOf(id: OperationId, fields: Record<string, unknown>) {
  const example = exampleOf(id);
  return checkArguments(id, { ...example, body: { ...example.body, ...fields } });
}
const told = (id: OperationId, fields: Record<string, unknown>) =>
  problemsOf(id, fields).map(({ field, rule }) => `${field} ${rule}`);
const mapping = { client_port: 8080, server_port: 80 };

describe('a problem', () => {
  test('says which field breaks which rule, and what to do, in both languages', () => {
    expect(problemsOf('createEndpointService', { ports: [mapping, { client_port: 70000 }] })).toEqual([
      {
        field: 'body.ports[1].client_port',
        path: ['body', 'ports', 1, 'client_port'],
        rule: 'maximum',
        params: { minimum: 1, maximum: 65535 },
        code: 'EndPoint.0002',
        message: {
          en: 'client_port must be between 1 and 65535',
          'zh-CN': 'client_port 必须在 1 到 65535 之间',
        },
      },
    ]);
  });

  test.each<[string, OperationId, Record<string, unknown>, string, string]>([
    ['format', 'createEndpointService', { port_id: 'x' }, 'port_id must be a UUID, such as', 'port_id 必须是 UUID'],
    ['type', 'createEndpointService', { vpc_id: 1 }, 'vpc_id must be a string', 'vpc_id 必须是字符串'],
    ['enum', 'createEndpointService', { server_type: 'BMS' }, 'must be one of VM, VIP, LB', '必须是 VM、VIP、LB 之一'],
    ['enum', 'createEndpointService', { service_type: 'gateway' }, 'must be interface', '必须是 interface'],
    ['minLength', 'createEndpointService', { vpc_id: '' }, 'between 1 and 64 characters', '1 到 64 个字符'],
    [
      'maxLength',
      'createEndpointService',
      { tags: [{ key: 'k', value: 'v'.repeat(44) }] },
      'at most 43 characters',
      '最多 43 个字符',
    ],
    ['pattern', 'createEndpointService', { service_name: 'a b' }, 'up to 16 letters, digits, _ and -', '字母、数字'],
    ['minItems', 'createEndpointService', { ports: [] }, 'between 1 and 200 items', '1 到 200 项'],
    ['maxItems', 'acceptOrRejectEndpoint', { endpoints: ['a', 'b'] }, 'exactly 1 item', '有且只有 1 项'],
    ['minItems', 'addOrRemoveServicePermissions', { permissions: [] }, 'at least 1 item', '至少 1 项'],
    [
      'additionalProperties',
      'createEndpointService',
      { approval_enable: true },
      'approval_enable is not known here',
      '请删除或更正名称',
    ],
  ])('%s of %s %j', (rule, id, fields, en, chinese) => {
    const problems = problemsOf(id, fields);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.rule).toBe(rule);
    expect(problems[0]?.message.en).toContain(en);
    expect(problems[0]?.message['zh-CN']).toContain(chinese);
  });

  test('is told for each value, all at once, and once', () => {
    const fields = { port_id: 1, server_type: null, ports: [{ protocol: 'tcp' }], tags: [{ key: '' }], nonsense: 1 };
    expect(told('createEndpointService', fields)).toEqual([
      'body.nonsense additionalProperties',
      'body.port_id type',
      'body.server_type type',
      'body.ports[0].protocol enum',
      'body.tags[0].key minLength',
    ]);
  });

  test('is told of path and query too', () => {
    const args = { path: { project_id: '' }, query: { limit: 1001, status: 'gone', sort: 'asc' } };
    const fields = checkArguments('listEndpointService', args).map(({ field }) => field);
    expect(fields.sort()).toEqual(['path.project_id', 'query.limit', 'query.sort', 'query.status']);
  });

  test('is told of a body that is missing, of one too many, and of arguments that are none', () => {
    const fields = (id: OperationId, args: unknown) =>
      checkArguments(id, args).map(({ field, rule }) => `${field} ${rule}`);
    expect(fields('createEndpointService', {})).toEqual(['body required']);
    expect(fields('createEndpointService', { body: null })).toEqual(['body type']);
    expect(fields('listServiceDetails', {})).toEqual(['path.vpc_endpoint_service_id required']);
    expect(fields('listEndpoints', { body: {} })).toEqual(['body additionalProperties']);
    expect(fields('listEndpoints', null)).toEqual([' type']);
    expect(fields('listEndpoints', { query: [] })).toEqual(['query type']);
    expect(fields('listEndpoints', undefined)).toEqual([]);
  });

  test('is not made of what is given as undefined, or of options of the call', () => {
    const { body } = exampleOf('createEndpointService');
    const args = { body: { ...body, description: undefined }, signal: AbortSignal.abort(), headers: { a: 'b' } };
    expect(checkArguments('createEndpointService', args)).toEqual([]);
  });

  test('lengths count characters, not their halves', () => {
    const ofTag = (key: string) => told('createEndpointService', { tags: [{ key, value: '' }] });
    expect(ofTag('🦊'.repeat(36))).toEqual([]);
    expect(ofTag('🦊'.repeat(37))).toEqual(['body.tags[0].key maxLength']);
  });

  test('is made of items that are sent as the same JSON, whatever the order of their members', () => {
    const tags = [
      { value: 'v', label: { a: 1, b: 2 } },
      { label: { b: 2, a: 1 }, value: 'v' },
    ];
    expect(told('createEndpointService', { tags })).toEqual([
      'body.tags[1] uniqueItems',
      'body.tags[0].key requires',
      'body.tags[1].key requires',
    ]);
    expect(told('updateEndpointRoutetable', { routetables: ['a', 'a'] })).toEqual([]);
    expect(told('createEndpoint', { routetables: ['a', 'b', 'a'] })).toEqual(['body.routetables[2] uniqueItems']);
  });

  test('an unknown operation is refused by name', () => {
    for (const id of ['createEndpointServices', 'toString', '__proto__'] as string[] as OperationId[]) {
      expect(() => checkArguments(id)).toThrow(VpcepValidationError);
      expect(() => checkArguments(id)).toThrow(/^operationId: must be/);
    }
  });
});

describe('assertArguments', () => {
  test('lets good arguments through, typed', async () => {
    const args: unknown = { body: exampleOf('createEndpointService').body };
    assertArguments('createEndpointService', args);
    const vpcep = createVpcepClient({
      baseUrl: 'http://127.0.0.1:1',
      projectId: 'p',
      credentials: { token: 't' },
      fetch: (url) => Promise.resolve(Response.json({ id: new URL(url).pathname })),
    });
    await expect(vpcep.createEndpointService(args)).resolves.toEqual({ id: '/v1/p/vpc-endpoint-services' });
  });

  test('throws an error with all problems', () => {
    const args = { body: { ...exampleOf('createEndpointService').body, vpc_id: '', ports: [{ client_port: 0 }] } };
    let error: unknown;
    try {
      assertArguments('createEndpointService', args);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(VpcepArgumentsError);
    expect(error).toBeInstanceOf(VpcepValidationError);
    expect(error).toMatchObject({
      name: 'VpcepArgumentsError',
      operation: 'createEndpointService',
      field: 'body.vpc_id',
      message:
        'body.vpc_id: vpc_id must have between 1 and 64 characters; ' +
        'body.ports[0].client_port: client_port must be between 1 and 65535',
      problems: checkArguments('createEndpointService', args),
    });
  });

  test('its message stays short', () => {
    const args = { body: { action: 'add', permissions: Array(500).fill('?') }, path: { vpc_endpoint_service_id: 'x' } };
    expect(() => {
      assertArguments('addOrRemoveServicePermissions', args);
    }).toThrow(/permissions\[9\]: .*; and 90 more$/);
  });
});

describe('request schemas', () => {
  test('follow the Standard Schema, with places in the body', () => {
    const schema = requestSchemas.createEndpointService['~standard'];
    expect(schema).toMatchObject({ version: 1, vendor: 'vpcep' });
    const { body } = exampleOf('createEndpointService');
    expect(schema.validate(body)).toEqual({ value: body });
    expect(schema.validate({ ...body, ports: [mapping, mapping] })).toEqual({
      issues: [
        {
          path: ['ports', 1],
          message:
            'ports[1] has the same client_port, server_port and protocol as the item at position [0]; ' +
            'protocol left out counts as TCP; remove or change one of the two',
        },
      ],
    });
    for (const none of [undefined, null, 'text']) {
      expect(schema.validate(none)).toEqual({ issues: [{ path: [], message: 'body must be an object' }] });
    }
  });

  test('look at the body alone', () => {
    const { body } = exampleOf('updateEndpointService');
    expect(requestSchemas.updateEndpointService['~standard'].validate(body)).toEqual({ value: body });
  });

  test('speak Chinese on request', () => {
    const { validate } = requestSchemasIn('zh-CN').updateEndpointRoutetable['~standard'];
    expect(validate({})).toEqual({ issues: [{ path: ['routetables'], message: 'routetables 必须填写' }] });
  });
});
