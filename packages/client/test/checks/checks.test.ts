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
        message: {
          en: 'client_port must be between 1 and 65535',
          'zh-CN': 'client_port 必须在 1 到 65535 之间',
        },
      },
    ]);
  });

  test.each<[string, OperationId, Record<string, unknown>, string, string]>([
    ['format', 'createEndpointService', { port_id: 'x' }, 'port_id must be a UUID, such as', 'port_id 必须是 UUID'],
    ['type', 'createEndpointService', { vpc_id: 1 }, 'vpc_id must be a text', 'vpc_id 必须是字符串'],
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
    expect(told('createEndpointService', { tags })).toEqual(['body.tags[1] uniqueItems']);
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

describe('rules about several fields', () => {
  test('a service has no port mapping twice, and no protocol is TCP', () => {
    const repeated = [mapping, { ...mapping, protocol: 'UDP' }, { ...mapping, protocol: 'TCP' }, mapping];
    for (const id of ['createEndpointService', 'updateEndpointService'] as const) {
      expect(told(id, { ports: repeated })).toEqual([
        'body.ports[2] repeatedPortMapping',
        'body.ports[3] repeatedPortMapping',
      ]);
    }
    expect(problemsOf('createEndpointService', { ports: repeated })[0]?.params).toEqual({ index: 2, first: 0 });
    expect(
      told('createEndpointService', { ports: [{ server_port: 80 }, { server_port: 80, client_port: undefined }] }),
    ).toEqual(['body.ports[1] repeatedPortMapping']);
  });

  test('mappings may share one of their ports: nothing forbids it', () => {
    const ports = [
      mapping,
      { ...mapping, client_port: 8081 },
      { ...mapping, server_port: 81 },
      { client_port: 8080 },
      {},
    ];
    expect(told('createEndpointService', { ports })).toEqual([]);
  });

  test('a tag key is used once per resource', () => {
    const tags = [
      { key: 'a', value: '1' },
      { key: 'b', value: '1' },
      { key: 'a', value: '2' },
    ];
    for (const id of ['createEndpointService', 'createEndpoint'] as const) {
      expect(told(id, { tags })).toEqual(['body.tags[2] repeatedTagKey']);
    }
    const batch = (action: string) => told('batchAddOrRemoveResourceInstance', { action, tags });
    expect(batch('create')).toEqual(['body.tags[2] repeatedTagKey']);
    expect(batch('delete')).toEqual([]);
  });

  test('a tag to add needs a value, one to remove does not', () => {
    const batch = (action: string) => told('batchAddOrRemoveResourceInstance', { action, tags: [{ key: 'a' }] });
    expect(batch('create')).toEqual(['body.tags[0].value tagValueOfCreate']);
    expect(batch('delete')).toEqual([]);
  });

  test('a filter has each key once, and each value once under it, without regard to spaces at the edges', () => {
    const filter = [
      { key: 'a', values: ['1', ' 1', '2'] },
      { key: 'a ', values: [] },
      { key: '\ta', values: ['x', '\tx'] },
    ];
    for (const name of ['tags', 'tags_any', 'not_tags', 'not_tags_any']) {
      expect(told('listResourceInstances', { tags: [], [name]: filter })).toEqual([
        `body.${name}[1] repeatedFilterKey`,
        `body.${name}[0].values[1] repeatedFilterValue`,
      ]);
      expect(told('listResourceInstances', { tags: [], [name]: filter, without_any_tag: true })).toEqual([]);
    }
    expect(told('listResourceInstances', { tags: filter.slice(0, 1), tags_any: filter.slice(1, 2) })).toHaveLength(1);
  });

  test('a search looks into a field once', () => {
    const matches = ['a', 'b'].map((value) => ({ key: 'resource_name', value }));
    expect(told('listResourceInstances', { matches })).toEqual(['body.matches[1] repeatedMatchKey']);
  });

  test('counting has no pages', () => {
    const count = { body: { action: 'count', limit: '10', offset: '0' }, path: { resource_type: 'endpoint' } };
    expect(checkArguments('listResourceInstances', count).map(({ field }) => field)).toEqual([
      'body.limit',
      'body.offset',
    ]);
  });

  test('a service is looked up by its ID or by its name', () => {
    const looked = (query: Record<string, unknown>) =>
      checkArguments('listServiceDescribeDetails', { query }).map(({ field, rule }) => `${field} ${rule}`);
    expect(looked({})).toEqual(['query exactlyOne']);
    expect(looked({ id: 'a', endpoint_service_name: 'b' })).toEqual(['query exactlyOne']);
    expect(looked({ id: 'a' })).toEqual([]);
    expect(looked({ endpoint_service_name: 'b' })).toEqual([]);
  });

  test('items that are no objects, and lists that are none, are left to the schema', () => {
    for (const odd of [null, 1, 'a', {}, [null, 1, 'a', []], [[mapping], [mapping]], [10n, 10n]]) {
      const fields = { ports: odd, tags: odd };
      expect(problemsOf('createEndpointService', fields).map(({ rule }) => rule)).toContain('type');
    }
  });
});

describe('huge requests', () => {
  const { body } = exampleOf('createEndpointService');
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
      'a key of spaces',
      'listResourceInstances',
      {
        path: { resource_type: 'endpoint' },
        body: { action: 'filter', tags: [{ key: `a${' '.repeat(200_000)}b`, values: [] }] },
      },
      1,
    ],
  ];
  test.each(cases)('%s', (_, id, args, problems) => {
    // CPU time, and the best of five: a busy machine slows some of them down, a wrong algorithm all.
    const milliseconds = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      expect(checkArguments(id, args)).toHaveLength(problems);
      return process.cpuUsage(start).user / 1000;
    });
    expect(Math.min(...milliseconds)).toBeLessThan(100);
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
          message: expect.stringContaining('ports[1] repeats the mapping at position [0]') as string,
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
