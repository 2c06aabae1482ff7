import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { documentsOfTests, send, small } from './small-document.js';

const { at, write, start, whyNot } = documentsOfTests();

describe('a schema that is wrong is said at the start, with its place and the rule', () => {
  test.each<[object, string, RegExp]>([
    [{ pattern: '(' }, 'pattern', /is no regular expression: .*Unterminated group/],
    // With the flag u, what needs no escape may have none.
    [{ pattern: '\\-' }, 'pattern', /is no regular expression: .*Invalid escape/],
    [{ patternProperties: { '[': {} } }, 'patternProperties/[', /is no regular expression/],
    [{ type: 'strng' }, 'type', /must be one of array, .* not "strng"/],
    [{ type: ['string', 'strng'] }, 'type/1', /must be one of/],
    [{ required: 'a' }, 'required', /must be of the type array, not "a"/],
    [{ enum: {} }, 'enum', /must be of the type array/],
    [{ minimum: '3' }, 'minimum', /must be of the type number, not "3"/],
    [{ maxLength: -1 }, 'maxLength', />= 0, not -1/],
    [{ properties: { a: 'text' } }, 'properties/a', /must be of the type object or boolean, not "text"/],
    [{ properties: { a: { items: { anyOf: [{ pattern: '[' }] } } } }, 'properties/a/items/anyOf/0/pattern', /regular/],
    [{ $schema: 'https://example.com/dialect' }, '$schema', /must be one of .*2020-12/],
    [{ $dynamicRef: '#node' }, '$dynamicRef', /is not followed; use \$ref/],
    [{ $ref: '#node' }, '$ref', /JSON pointer/],
    [{ oneOf: [{ $ref: '#/components/schemas/Endless' }, {}] }, '', /comes back to the same schema for the same value/],
    [{ 'x-rules': {} }, 'x-rules', /must be of the type array, not an object/],
    [{ properties: { a: { 'x-rules': [5] } } }, 'properties/a/x-rules/0', /must be of the type object, not 5/],
    [{ 'x-rules': [{ requires: 'a', code: 'A.1' }] }, 'x-rules/0/requires', /must be of the type array, not "a"/],
    [{ 'x-error-code': 5 }, 'x-error-code', /must be of the type string or object, not 5/],
    [{ 'x-message': {} }, 'x-message', /must be of the type string/],
    [{ $ref: 5 }, '', /has a \$ref that is no text/],
    [{ default: { $ref: '#/components/schemas/Circle' } }, 'default', /refers to what holds itself/],
    [{ enum: [1, { a: { $ref: '#/components/schemas/Circle' } }] }, 'enum', /refers to what holds itself/],
    [{ required: { $ref: '#/components/schemas/Circle' } }, 'required', /must be of the type array, not an object/],
    [{ $ref: '#/components/schemas/Nothing' }, '$ref', /where there is nothing/],
  ])('%j', async (schema, place, rule) => {
    const Endless = { allOf: [{ anyOf: [{ $ref: '#/components/schemas/Endless' }] }] };
    const Circle = { properties: { a: { $ref: '#/components/schemas/Circle' } } };
    const message = await whyNot(write(small(schema, { components: { schemas: { Endless, Circle } } })));
    const pointer = `/paths/~1things~1{id}/post/requestBody/content/application~1json/schema/${place}`;
    expect(message).toContain(`${at('openapi.json')} at ${pointer.replace(/\/$/, '')}`);
    expect(message).toMatch(rule);
  });

  test('by the file in which it stands', async () => {
    mkdirSync(at('schemas'), { recursive: true });
    write('type: object\nproperties:\n  name: { pattern: "(" }\n', 'schemas/thing.yaml');
    const message = await whyNot(write(small({ $ref: 'schemas/thing.yaml' })));
    expect(message).toContain(`${at('schemas/thing.yaml')} at /properties/name/pattern is no regular expression`);
  });

  test('in the words of OpenAPI 3.0 as well, where other words are right', async () => {
    const old = { openapi: '3.0.3' };
    await start(write(small({ type: 'integer', minimum: 0, exclusiveMinimum: true }, old)));
    // A dialect would let it through, and Prism with it all else.
    const mock = await start(write(small({ allOf: [{ type: 'object', required: ['a'] }], nullable: true }, old)));
    expect((await send(mock, {})).status).toBe(400);
    expect(await whyNot(write(small({ exclusiveMinimum: 3 }, old)))).toMatch(
      /exclusiveMinimum must be of the type boolean/,
    );
  });
});

test('an answer of which nothing is said is given all the same', async () => {
  const file = write({ openapi: '3.1.0', paths: { '/things': { get: { responses: { 200: {} } } } } });
  const mock = await start(file, { stateful: false });
  expect((await fetch(`${mock.url}/things`)).status).toBe(200);
});

test('an example that has no end is said to have none, wherever it stands', async () => {
  const Circle = { type: 'object', properties: { a: { $ref: '#/components/schemas/Circle' } } };
  const circle = { $ref: '#/components/schemas/Circle' };
  const pointer = '/paths/~1a/get';
  for (const [get, place] of [
    [
      { content: { 'application/json': { example: { in: circle } } } },
      '/responses/200/content/application~1json/example',
    ],
    [
      { content: { 'application/json': { examples: { one: { value: { in: circle } } } } } },
      '/responses/200/content/application~1json/examples',
    ],
    [{ headers: { X: { example: { in: circle } } } }, '/responses/200/headers/X/example'],
  ] as const) {
    const paths = { '/a': { get: { responses: { 200: get } } } };
    expect(await whyNot(write({ openapi: '3.1.0', paths, components: { schemas: { Circle } } }))).toMatch(
      `${at('openapi.json')} at ${pointer}${place} refers to what holds itself`,
    );
  }
});

test('schemas of OpenAPI 3.1 are in its dialect, and their names do not clash', async () => {
  const members = { a: { $anchor: 'a', type: 'string' }, b: {} };
  const schema = { $id: 'thing', type: 'object', properties: members, dependentRequired: { a: ['b'] } };
  for (const change of [{}, { jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' }]) {
    const mock = await start(write(small(schema, change)), { stateful: false });
    expect((await send(mock, { a: 'a', b: 1 })).status).toBe(200);
    expect((await send(mock, { a: 'a' })).status).toBe(400);
    expect((await send(mock, { a: 1, b: 1 })).status).toBe(400);
  }
});

test.each<[string, unknown, RegExp]>([
  ['Swagger 2', { swagger: '2.0', paths: {} }, /in Swagger "2\.0".*convert it/],
  ['AsyncAPI', { asyncapi: '3.0.0' }, /in AsyncAPI/],
  ['of a later version', { openapi: '4.0.0' }, /version of OpenAPI is "4\.0\.0".*3\.0, 3\.1 and 3\.2/],
  ['a list', [], /must be an object with the member openapi/],
  ['a text', 'hello', /must be an object/],
  ['empty', '', /must be an object/],
  ['no text', Buffer.from([0xc3, 0x28, 0x61]), /is no text in UTF-8 or UTF-16/],
  ['two documents', 'a: 1\n---\nb: 2\n', /single document/],
  ['broken JSON', '{"openapi": "3.1.0",\n  "paths": {]}', /at line 2, column \d+/],
  ['with a name twice', 'openapi: 3.1.0\npaths: {}\npaths: {}\n', /duplicated mapping key at line 3, column 1/],
  ['without paths', { openapi: '3.1.0' }, /must have the member paths/],
  ['without operations', { openapi: '3.1.0', paths: {} }, /paths has no operation/],
])('a document that is %s is said to be that', async (_, content, rule) => {
  expect(await whyNot(write(content, 'openapi.yaml'))).toMatch(rule);
});

describe('paths, operations and parameters that do not fit together are said', () => {
  const operation = (id: string) => ({ operationId: id, responses: { 200: { description: 'fine' } } });
  const parameter = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
  test.each<[string, object, RegExp]>([
    [
      'the same paths',
      {
        '/a/{b}': { parameters: [parameter('b')], get: operation('one') },
        '/a/{c}': { parameters: [parameter('c')], get: operation('two') },
      },
      /\/paths\/~1a~1\{c\}\/get answers the same paths as .*\{b\}\/get/,
    ],
    [
      'the same operationId',
      { '/a': { get: operation('one') }, '/b': { get: operation('one') } },
      /~1b\/get\/operationId has the operationId of/,
    ],
    [
      'a parameter that is not declared',
      { '/a/{b}': { get: operation('one') } },
      /does not declare the parameter \{b\}/,
    ],
    [
      'a parameter that there is not',
      { '/a': { parameters: [parameter('b')], get: operation('one') } },
      /\{b\}, which its path does not have/,
    ],
    [
      'half a segment',
      { '/a/{b}.json': { parameters: [parameter('b')], get: operation('one') } },
      /segment "\{b\}\.json"/,
    ],
    [
      'a media type that is none',
      { '/a': { get: { responses: { 200: { content: { json: {} } } } } } },
      /"json", which must/,
    ],
    ['a path without a slash', { a: { get: operation('one') } }, /"a"/],
    ['no answer', { '/a': { get: { responses: {} } } }, /get\/responses must NOT have fewer than 1/],
    ['no answer but words of others', { '/a': { get: { responses: { 'x-a': {} } } } }, /get\/responses has no answer/],
    ['a status that is none', { '/a': { get: { responses: { 20: {} } } } }, /"20"/],
    [
      'parameters that are no list',
      { '/a': { parameters: {}, get: operation('one') } },
      /parameters must be of the type array/,
    ],
    [
      'rules of an operation that are none',
      { '/a': { get: { ...operation('one'), 'x-rules': { code: 'A.1' } } } },
      /~1a\/get\/x-rules must be of the type array, not an object/,
    ],
    [
      'unknown credentials',
      { '/a': { get: { ...operation('one'), security: [{ token: [] }] } } },
      /security names "token"/,
    ],
  ])('%s', async (_, paths, rule) => {
    expect(await whyNot(write({ openapi: '3.1.0', paths }))).toMatch(rule);
  });

  test('what routers would take for something else is a name like any other', async () => {
    const paths = {
      '/a/{b-c.d}/e': { parameters: [parameter('b-c.d')], get: operation('one') },
      '/a/b:go': { get: operation('two') },
    };
    const mock = await start(write({ openapi: '3.1.0', paths }));
    const status = async (target: string) =>
      (await fetch(mock.url + target, { headers: { 'X-Auth-Token': 'any' } })).status;
    expect(await Promise.all(['/a/x-y.z/e', '/a/b:go', '/a/bx'].map(status))).toEqual([200, 200, 404]);
  });
});

test.each<[string, (text: string) => Buffer]>([
  ['with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['in UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['in UTF-16 without a mark, the other way round', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['with ends of lines of Windows', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
])('a document %s is read', async (_, encode) => {
  const text = JSON.stringify(small({ type: 'object', required: ['näme'] }), undefined, 2);
  for (const name of ['openapi.json', 'openapi.yaml']) {
    const mock = await start(write(encode(text), name));
    expect(JSON.stringify((await send(mock, {})).body)).toContain('näme');
  }
});

describe('what has no end or no bound is not read', () => {
  const within = { timeout: 20_000 };
  test.runIf(process.platform !== 'win32')('devices, pipes and folders', within, async () => {
    execFileSync('mkfifo', [at('pipe')]);
    for (const file of ['/dev/zero', '/dev/stdin', at('pipe'), at('.')]) {
      const kind = /is (a folder|a device, pipe or socket); name a file/;
      expect(await whyNot(file)).toMatch(kind);
      expect(await whyNot(write(small({ $ref: file })))).toMatch(kind);
    }
  });

  test('a file of more than 50 MB', async () => {
    const large = write('openapi: 3.1.0\n', 'large.yaml');
    truncateSync(large, 50 * 1024 * 1024 + 1);
    expect(await whyNot(large)).toMatch(/is larger than 50 MB/);
  });

  const laughs = ['a0: &a0 [x, x]'];
  for (let level = 1; level < 30; level += 1) laughs.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`);
  test.each<[string, unknown, RegExp]>([
    ['aliases that repeat aliases', laughs.join('\n'), /larger than 2000000 values once its aliases are counted/],
    ['an alias within itself', 'a: &a\n  b: *a\n', /holds itself by an alias; refer to it with \$ref/],
    ['lists in lists in YAML', `a: ${'['.repeat(1e5)}${']'.repeat(1e5)}`, /nested more than 200 deep/],
    ['lists in lists in JSON', '['.repeat(1e5) + ']'.repeat(1e5), /nested more than 200 deep/],
    ['objects in objects', '{"a":'.repeat(1e5) + '1' + '}'.repeat(1e5), /nested more than 200 deep/],
    ['a name that is none', '{"__proto__": {}}', /a name that no member can have/],
    ['a number that is none', 'a: .nan', /is no number of JSON/],
  ])('%s', within, async (_, content, rule) => {
    expect(await whyNot(write(content, 'openapi.yaml'))).toMatch(rule);
  });

  test('references that double what they refer to', within, async () => {
    const schemas: Record<string, object> = { A0: { type: 'string' } };
    for (let level = 1; level <= 40; level += 1) {
      const $ref = `#/components/schemas/A${level - 1}`;
      schemas[`A${level}`] = { properties: { a: { $ref }, b: { $ref, description: 'the same' } } };
    }
    const bomb = small({ $ref: '#/components/schemas/A40' }, { components: { schemas } });
    expect(await whyNot(write(bomb))).toMatch(/request body consists of more than 20000 schemas/);
  });

  test('references in a circle, and long ways of them', within, async () => {
    const schemas: Record<string, object> = {
      A0: { $ref: '#/components/schemas/A1' },
      A1: { $ref: '#/components/schemas/A0' },
    };
    const circle = small({ $ref: '#/components/schemas/A0' }, { components: { schemas } });
    expect(await whyNot(write(circle))).toMatch(/A0.*which leads back to it/);
    for (let step = 1; step < 2000; step += 1) schemas[`A${step}`] = { $ref: `#/components/schemas/A${step + 1}` };
    expect(await whyNot(write(circle))).toMatch(/leads through more than 500 references/);
  });
});

describe('references to other hosts', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });
  async function host(answer: RequestListener): Promise<string> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((listening) => server.once('listening', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const string = (response: Parameters<RequestListener>[1]) => response.end('{"type": "string"}');

  test('are not fetched, and said with their place', async () => {
    let requests = 0;
    const url = await host((_, response) => {
      requests += 1;
      string(response);
    });
    const forms = [
      url,
      url.replace('http:', 'HTTP:'),
      url.replace('http:', ''),
      'ftp://host/a',
      'file://host/a.json',
      '\\\\host\\a.json',
    ];
    for (const $ref of forms) {
      const message = await whyNot(write(small({ properties: { a: { $ref } } })));
      expect(message).toMatch(/schema\/properties\/a\/\$ref refers to another host, .*--allow-remote-refs/);
    }
    for (const $ref of ['urn:a:b', 'data:text/plain,a']) {
      expect(await whyNot(write(small({ $ref })))).toMatch(/only files are read/);
    }
    expect(requests).toBe(0);
  });

  test('are fetched where that is allowed, and theirs with them, but for files', async () => {
    const url = await host((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { Location: '/a/thing.json' }).end();
      else if (request.url === '/a/thing.json') response.end('{"properties": {"a": {"$ref": "./name.json"}}}');
      else if (request.url === '/name.json' || request.url === '/a/name.json') string(response);
      else if (request.url === '/files.json') response.end('{"$ref": "file:///etc/passwd"}');
      else if (request.url === '/again') response.writeHead(302, { Location: '/again' }).end();
      else if (request.url === '/endless')
        for (let mb = 0; mb < 52; mb += 1) response.write(Buffer.alloc(1024 * 1024, 32));
      else response.writeHead(404).end();
    });
    const allowed = { allowRemoteRefs: true };
    for (const $ref of [`${url}/moved`, `${url}/a/thing.json#`]) {
      const mock = await start(write(small({ $ref })), allowed);
      expect((await send(mock, { a: 1 })).status).toBe(400);
    }
    const why = ($ref: string) => whyNot(write(small({ $ref })), allowed);
    expect(await why(`${url}/files.json`)).toMatch(/files\.json at \/\$ref .*may not refer to files/);
    expect(await why(`${url}/again`)).toMatch(/redirects more than 5 times/);
    expect(await why(`${url}/none`)).toMatch(/answers with status 404/);
    expect(await why(`${url}/endless`)).toMatch(/is larger than 50 MB/);
    expect(await why('http://127.0.0.1:1/')).toMatch(/schema\/\$ref: cannot fetch .*does not answer/);
    expect(await why('//127.0.0.1/a')).toMatch(/of other hosts only http and https are read/);
  });
});
