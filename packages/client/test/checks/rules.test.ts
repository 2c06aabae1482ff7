import { document } from '@vpcep/openapi/documents';
import { describe, expect, test } from 'vitest';
import type { OperationId } from '../../src/index.js';
import { checkArguments } from '../../src/checks/index.js';
import { exampleOf } from './examples.js';

/** Fields of a body or a query, and what is wrong with them: the field, the rule and the code of each problem. */
type KnownAnswer = [fields: Record<string, unknown>, ...problems: string[]];
/** About a rule, by what it says: the calls for which it holds, and known answers. */
type KnownRules = Record<string, [calls: OperationId[], ...answers: KnownAnswer[]]>;

const mapping = { client_port: 8080, server_port: 80 };
const tags = (...keys: string[]) => keys.map((key) => ({ key, value: '' }));
const filter = (key: string, ...values: string[]) => ({ key, values });
const manyAddresses = (length: number) => Array.from({ length }, (_, index) => `10.0.0.${index}`);
const repeatedFilter = [filter('a', '1', ' 1', '2'), filter('a '), filter('\ta', 'x', '\tx')];

/** What is asked of bodies. */
const ofBodies: KnownRules = {
  'a service has each port mapping once, where no protocol is TCP': [
    ['createEndpointService', 'updateEndpointService'],
    [{ ports: [mapping, { ...mapping, protocol: 'UDP' }, { ...mapping, client_port: 8081 }] }],
    [{ ports: [mapping, { client_port: 8080 }, { server_port: 80 }, {}] }],
    [
      { ports: [mapping, { ...mapping, protocol: 'UDP' }, { ...mapping, protocol: 'TCP' }, mapping] },
      'body.ports[2] uniqueBy EndPoint.3004',
      'body.ports[3] uniqueBy EndPoint.3004',
    ],
    [
      { ports: [{ server_port: 80 }, { server_port: 80, client_port: undefined }] },
      'body.ports[1] uniqueBy EndPoint.3004',
    ],
    [{ ports: [{}, {}] }, 'body.ports[1] uniqueBy EndPoint.3004'],
  ],
  'a new resource has each tag key once': [
    ['createEndpointService', 'createEndpoint'],
    [{ tags: tags('a', 'A', 'b') }],
    [
      {
        tags: [
          { key: 'a', value: '1' },
          { key: 'b', value: '1' },
          { key: 'a', value: '2' },
        ],
      },
      'body.tags[2] uniqueBy EndPoint.3067',
    ],
  ],
  'a tag of a new resource has a key': [
    ['createEndpointService', 'createEndpoint'],
    [{ tags: [{ key: 'a' }] }],
    [{ tags: [{ value: 'v' }] }, 'body.tags[0].key requires EndPoint.3072'],
    [{ tags: [{ key: '' }] }, 'body.tags[0].key minLength EndPoint.0002'],
  ],
  'a service with addresses of IPv6 names the network that they are translated in': [
    ['createEndpointService'],
    [{ ip_version: 'ipv4' }],
    [{ ip_version: 'ipv6', snat_network_id: '68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de' }],
    [{ ip_version: 'ipv6' }, 'body.snat_network_id requires EndPoint.0002'],
  ],
  'an address of its own is outside of what the service uses itself': [
    ['createEndpoint'],
    [{ port_ip: '198.19.127.255' }],
    [{ port_ip: '198.19.144.0' }],
    [{ port_ip: '198.19.128.0' }, 'body.port_ip notWithin EndPoint.2043'],
    [{ port_ip: '198.19.143.255' }, 'body.port_ip notWithin EndPoint.2043'],
    [{ port_ip: '198.19.128' }, 'body.port_ip format EndPoint.0002'],
  ],
  'a whitelist has at most 60 entries': [
    ['createEndpoint', 'updateEndpointWhite'],
    [{ whitelist: manyAddresses(60) }],
    [{ whitelist: manyAddresses(61) }, 'body.whitelist maxItems EndPoint.2045'],
    [{ whitelist: ['10.0.0.256'] }, 'body.whitelist[0] pattern EndPoint.0002'],
  ],
  'the ID of a route table has 1 to 64 characters': [
    ['createEndpoint', 'updateEndpointRoutetable'],
    [{ routetables: ['r', 'r'.repeat(64)] }],
    [{ routetables: [''] }, 'body.routetables[0] minLength EndPoint.1019'],
    [{ routetables: ['r', 'r'.repeat(65)] }, 'body.routetables[1] maxLength EndPoint.1019'],
    [{ routetables: [1] }, 'body.routetables[0] type EndPoint.1019'],
  ],
  'the older name of route tables asks for the same': [
    ['createEndpoint'],
    [{ routeTables: ['r'] }],
    [{ routeTables: [''] }, 'body.routeTables[0] minLength EndPoint.1019'],
    [{ routeTables: ['r', 'r'] }, 'body.routeTables[1] uniqueItems EndPoint.0002'],
  ],
  'who changes tags names some': [
    ['batchAddOrRemoveResourceInstance'],
    [{ action: 'create', tags: tags('a') }],
    [{ action: 'create', tags: undefined }, 'body.tags requires EndPoint.3066'],
    [{ action: 'delete', tags: undefined }, 'body.tags requires EndPoint.3066'],
    [{ action: 'delete', tags: [] }, 'body.tags minItems EndPoint.3066'],
    [{ action: 'create', tags: tags(...'abcdefghijk'.split('')) }, 'body.tags maxItems EndPoint.0002'],
  ],
  'a tag to add has a value, one to remove needs none': [
    ['batchAddOrRemoveResourceInstance'],
    [{ action: 'create', tags: [{ key: 'a', value: '' }] }],
    [{ action: 'delete', tags: [{ key: 'a' }] }],
    [{ action: 'create', tags: [{ key: 'a' }] }, 'body.tags[0].value requires EndPoint.3073'],
  ],
  'each tag key is added once, and may be removed with several values': [
    ['batchAddOrRemoveResourceInstance'],
    [{ action: 'create', tags: tags('a', 'A', 'b') }],
    [{ action: 'delete', tags: tags('a', 'b', 'a') }],
    [{ action: 'create', tags: tags('a', 'b', 'a') }, 'body.tags[2] uniqueBy EndPoint.3067'],
  ],
  ...Object.fromEntries(
    ['tags', 'tags_any', 'not_tags', 'not_tags_any', 'sys_tags'].map((name): [string, KnownRules[string]] => [
      `${name} has each key once, and each value once under it, whatever the spaces at the edges`,
      [
        ['listResourceInstances'],
        [{ [name]: [filter('a', '1', '2'), filter('A', '1'), filter('a\t', '1')] }],
        [{ [name]: repeatedFilter, without_any_tag: true }],
        [
          { [name]: repeatedFilter },
          `body.${name}[1] uniqueBy EndPoint.3067`,
          `body.${name}[0].values[1] uniqueBy EndPoint.3071`,
        ],
        [
          { [name]: repeatedFilter, without_any_tag: false },
          `body.${name}[1] uniqueBy EndPoint.3067`,
          `body.${name}[0].values[1] uniqueBy EndPoint.3071`,
        ],
      ],
    ]),
  ),
  'two filters may have the same key': [
    ['listResourceInstances'],
    [{ tags: [filter('a', '1')], tags_any: [filter('a', '1')] }],
  ],
  'a search looks into a field once': [
    ['listResourceInstances'],
    [{ matches: [{ key: 'resource_name', value: 'a' }] }],
    [
      { matches: ['a', 'b'].map((value) => ({ key: 'resource_name', value })) },
      'body.matches[1] uniqueBy EndPoint.0002',
    ],
  ],
  'counting has no pages': [
    ['listResourceInstances'],
    [{ action: 'count', limit: undefined, offset: undefined }],
    [{ action: 'filter', limit: '10', offset: '0' }],
    [
      { action: 'count', limit: '10', offset: '0' },
      'body.limit forbids EndPoint.0006',
      'body.offset forbids EndPoint.0010',
    ],
    [{ action: 'count', limit: '', offset: undefined }, 'body.limit forbids EndPoint.0006'],
  ],
  'a search has pages of 1 to 1000': [
    ['listResourceInstances'],
    [{ limit: '1000' }],
    [{ limit: '1001', offset: '-1' }, 'body.limit pattern EndPoint.0006', 'body.offset pattern EndPoint.0010'],
    [{ limit: 1000, offset: 0 }],
    [{ limit: 1001, offset: -1 }, 'body.limit maximum EndPoint.0006', 'body.offset minimum EndPoint.0010'],
    [{ limit: true, offset: 0.5 }, 'body.limit type EndPoint.0006', 'body.offset type EndPoint.0010'],
  ],
};

const pagedCalls: OperationId[] = [
  'listEndpointService',
  'listServicePublicDetails',
  'listServiceConnections',
  'listEndpoints',
];

/** What is asked of queries. */
const ofQueries: KnownRules = {
  'a service is looked up by its ID or by its name': [
    ['listServiceDescribeDetails'],
    [{ id: 'a' }],
    [{ endpoint_service_name: 'b' }],
    [{}, 'query exactlyOneOf EndPoint.0002'],
    [{ id: 'a', endpoint_service_name: 'b' }, 'query exactlyOneOf EndPoint.0002'],
  ],
  'a page has up to 1000 items': [
    pagedCalls,
    [{ limit: 0, offset: 0 }],
    [{ limit: 1000 }],
    [{ limit: 1001 }, 'query.limit maximum EndPoint.0006'],
    [{ limit: '10' }, 'query.limit type EndPoint.0006'],
    [{ offset: -1 }, 'query.offset minimum EndPoint.0010'],
  ],
  'a page of permissions has up to 500': [
    ['listServicePermissionsDetails'],
    [{ limit: 500 }],
    [{ limit: 501 }, 'query.limit maximum EndPoint.0006'],
  ],
  'an order is one of two, in one of two directions': [
    pagedCalls,
    [{ sort_key: 'update_at', sort_dir: 'asc' }],
    [{ sort_key: 'name', sort_dir: 'up' }, 'query.sort_key enum EndPoint.0017', 'query.sort_dir enum EndPoint.0018'],
  ],
  'a state to look for is one that there is': [
    ['listEndpointService', 'listServiceConnections'],
    [{ status: 'failed' }],
    [{ status: 'gone' }, 'query.status enum EndPoint.0019'],
  ],
  'a marker is a string of digits': [
    ['listServiceConnections'],
    [{ marker_id: '9007199254740993' }],
    [{ marker_id: 'x' }, 'query.marker_id pattern EndPoint.0021'],
  ],
};

const told = (id: OperationId, args: object) =>
  checkArguments(id, args).map(({ field, rule, code }) => `${field} ${rule} ${code}`);

describe.each(Object.entries(ofBodies))('%s', (_, [calls, ...answers]) => {
  test.each(calls.flatMap((id) => answers.map(([fields, ...problems]) => ({ id, fields, problems }))))(
    'in $id: $fields',
    ({ id, fields, problems }) => {
      const example = exampleOf(id);
      expect(told(id, { ...example, body: { ...example.body, ...fields } })).toEqual(problems);
    },
  );
});

describe.each(Object.entries(ofQueries))('%s', (_, [calls, ...answers]) => {
  test.each(calls.flatMap((id) => answers.map(([query, ...problems]) => ({ id, query, problems }))))(
    'in $id: $query',
    ({ id, query, problems }) => {
      expect(told(id, { path: exampleOf(id).path, query })).toEqual(problems);
    },
  );
});

/** Everything that the document says by a word of its own, wherever it stands. */
function said(word: string, value: unknown = document): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value) as [string, unknown][];
  return members.flatMap(([name, member]) => (name === word ? [member] : said(word, member)));
}

test('every rule of the document, and every code of a breach, has a known answer here', () => {
  const answers = [ofBodies, ofQueries].flatMap((known) => Object.values(known)).flatMap(([, ...known]) => known);
  const problems = answers.flatMap(([, ...found]) => found);

  const rules = (said('x-rules') as { code: string }[][]).flat();
  const words = rules.flatMap(({ code, ...rule }) =>
    Object.keys(rule)
      .filter((name) => !['at', 'when', 'trim'].includes(name))
      .map((word) => ` ${word} ${code}`),
  );
  const codes = (said('x-error-code') as (string | Record<string, string>)[]).flatMap((code) =>
    typeof code === 'string' ? ` ${code}` : Object.entries(code).map(([keyword, own]) => ` ${keyword} ${own}`),
  );
  expect(Math.min(words.length, codes.length)).toBeGreaterThan(0);
  const unknown = [...words, ...codes].filter((end) => !problems.some((problem) => problem.endsWith(end)));
  expect(unknown).toEqual([]);
});

test('items that are no objects, and lists that are none, are left to the schema', () => {
  const { body } = exampleOf('createEndpointService');
  for (const odd of [null, 1, 'a', {}, [null, 1, 'a', []], [[mapping], [mapping]], [10n, 10n]]) {
    const problems = checkArguments('createEndpointService', { body: { ...body, ports: odd, tags: odd } });
    expect(problems.map(({ rule }) => rule)).toContain('type');
    expect(problems.map(({ rule }) => rule)).not.toContain('uniqueBy');
  }
});
