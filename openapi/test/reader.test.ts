import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Document,
  DocumentError,
  locate,
  methods,
  operationsOf,
  type Parameter,
  type PathItem,
  pointerTo,
  resolve,
  type Schema,
  valueAt,
} from '../src/reader.js';
import { bundle } from './document.js';

const parameter = (name: string, place: string, others: object = {}): Parameter => ({
  name,
  in: place,
  schema: { type: 'string' },
  ...others,
});

const documentOf = (paths: Record<string, PathItem>, components: object = {}): Document => ({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths,
  components: { schemas: {}, ...components },
});

describe('a JSON pointer', () => {
  test.each([
    ['#', { a: 1 }, { a: 1 }],
    ['#/a~1b/m~0n', { 'a/b': { 'm~n': 1 } }, 1],
    // Decoded in this order, or it would be the name "/".
    ['#/~01', { '~1': 1 }, 1],
    ['#/100%25/%7Bid%7D', { '100%': { '{id}': 1 } }, 1],
    ['#/{id}/', { '{id}': { '': 1 } }, 1],
    ['#/list/1', { list: ['a', 'b'] }, 'b'],
    ['#/nothing', { nothing: null }, null],
  ])('%s leads through %j', (pointer, document, expected) => {
    expect(valueAt(document, pointer)).toEqual(expected);
  });

  test.each([
    ['#/paths/~1things', {}],
    ['#/a/b', { a: 'text' }],
    ['#/a/b', { a: null }],
    ['#/list/2', { list: ['a', 'b'] }],
    ['#/list/01', { list: ['a', 'b'] }],
    ['#/list/length', { list: ['a', 'b'] }],
    ['#/toString', {}],
    ['#/__proto__', {}],
  ])('%s leads nowhere in %j', (pointer, document) => {
    expect(() => valueAt(document, pointer)).toThrow(DocumentError);
    expect(() => valueAt(document, pointer)).toThrow(`openapi.json${pointer}: this is referred to, and is not there`);
  });

  test.each(['', 'Quota', '/a', 'other.json#/a', '#a', '#/100%'])('"%s" is none', (pointer) => {
    expect(() => valueAt({ a: 1 }, pointer)).toThrow(`"${pointer}" is no JSON pointer into openapi.json`);
  });

  const name = fc.oneof(fc.string(), fc.constantFrom('~', '/', '~1', '~0', '%', '%2F', '__proto__', '', '#'));
  test('leads back to where it was taken, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(name), fc.jsonValue(), (names, value) => {
        const document = names.reduceRight<unknown>((inner, outer) => Object.fromEntries([[outer, inner]]), { value });
        expect(valueAt(document as object, pointerTo('#', ...names, 'value'))).toBe(value);
      }),
    );
  });
});

describe('a reference', () => {
  const limit = parameter('limit', 'query');
  const document = {
    parameters: { Limit: limit, Other: { $ref: '#/parameters/Limit' }, Loop: { $ref: '#/parameters/Loop' } },
    schemas: { Name: { type: 'string', description: 'A name.', maxLength: 3 } },
  };

  test('leads over others to the very thing, and tells where that is written', () => {
    expect(resolve<Parameter>(document, { $ref: '#/parameters/Other' })).toBe(limit);
    expect(locate<Parameter>(document, { $ref: '#/parameters/Other' }, '#/here')).toEqual({
      pointer: '#/parameters/Limit',
      value: limit,
    });
  });

  test('is not what it was when it is none', () => {
    expect(locate(document, limit, '#/here')).toEqual({ pointer: '#/here', value: limit });
  });

  test('gives way to what stands beside it', () => {
    const schema: Schema = { $ref: '#/schemas/Name', description: 'The name of a thing.' };
    expect(resolve(document, schema)).toEqual({ type: 'string', description: 'The name of a thing.', maxLength: 3 });
    expect(document.schemas.Name.description).toBe('A name.');
  });

  test('that leads nowhere, or to itself, is named', () => {
    expect(() => resolve(document, { $ref: '#/parameters/Lost' })).toThrow('openapi.json#/parameters/Lost: ');
    expect(() => resolve(document, { $ref: '#/parameters/Loop' })).toThrow(
      'openapi.json#/parameters/Loop: this refers to itself',
    );
  });
});

describe('operations', () => {
  test('are found for each of the eight methods, in the order of the document', () => {
    const item = Object.fromEntries(methods.map((method) => [method, { operationId: `${method}Thing` }]));
    const document = documentOf({ '/b': item, '/a': { get: { operationId: 'getOther' } } });
    expect(operationsOf(document).map(({ method, path, operationId }) => [method, path, operationId])).toEqual([
      ...methods.map((method) => [method, '/b', `${method}Thing`]),
      ['get', '/a', 'getOther'],
    ]);
    expect(methods).toHaveLength(8);
  });

  test('take the parameters of their Path Item, unless they have one of the same name and place', () => {
    const components = { parameters: { Id: parameter('id', 'path', { required: true }) } };
    const own = parameter('limit', 'query', { description: 'own' });
    const document = documentOf(
      {
        '/things/{id}': {
          parameters: [{ $ref: '#/components/parameters/Id' }, parameter('limit', 'query')],
          get: { operationId: 'getThing', parameters: [own, parameter('id', 'query')] },
          put: { operationId: 'putThing' },
        },
      },
      components,
    );
    const [get, put] = operationsOf(document).map(({ parameters }) =>
      parameters.map(({ name, in: place, description, pointer }) => [name, place, description, pointer]),
    );
    const things = '#/paths/~1things~1{id}';
    expect(get).toEqual([
      ['id', 'path', undefined, '#/components/parameters/Id'],
      ['limit', 'query', 'own', `${things}/get/parameters/0`],
      ['id', 'query', undefined, `${things}/get/parameters/1`],
    ]);
    expect(put).toEqual([
      ['id', 'path', undefined, '#/components/parameters/Id'],
      ['limit', 'query', undefined, `${things}/parameters/1`],
    ]);
  });

  test('have the JSON that they are sent and answer with, and its place', () => {
    const schema = { $ref: '#/components/schemas/Thing' };
    const content = {
      'application/json': { schema, examples: { one: { $ref: '#/components/examples/One' }, two: { value: 2 } } },
    };
    const document = documentOf(
      {
        '/things': {
          post: {
            operationId: 'createThing',
            requestBody: { required: true, content },
            responses: {
              400: { $ref: '#/components/responses/Refused' },
              202: { description: 'Soon.', content: { 'application/json': { schema, example: 3 } } },
              204: { description: 'Done.' },
            },
          },
          delete: { operationId: 'deleteThings', requestBody: { content: { 'text/plain': {} } } },
        },
      },
      {
        schemas: { Thing: {} },
        examples: { One: { value: 1 } },
        responses: { Refused: { description: 'No.', content } },
      },
    );
    const [post, remove] = operationsOf(document);
    const place = '#/paths/~1things/post';
    const json = 'content/application~1json';
    const examples = new Map([
      ['one', 1],
      ['two', 2],
    ]);
    expect(post?.pointer).toBe(place);
    expect(post?.requestBody).toMatchObject({
      pointer: `${place}/requestBody`,
      required: true,
      json: { pointer: `${place}/requestBody/${json}`, schema, examples },
    });
    expect(post?.responses.map(({ status, pointer }) => [status, pointer])).toEqual([
      ['202', `${place}/responses/202`],
      ['204', `${place}/responses/204`],
      ['400', '#/components/responses/Refused'],
    ]);
    expect(post?.success).toMatchObject({ status: '202', json: { examples: new Map([['example', 3]]) } });
    expect(post?.responses[2]?.json).toMatchObject({ pointer: `#/components/responses/Refused/${json}`, examples });
    expect(remove?.requestBody).toMatchObject({ required: false, json: undefined });
    expect(remove?.success).toBeUndefined();
  });

  test.each([
    ['an operationId', { get: {} }, '#/paths/~1things/get: has no operationId'],
    [
      'a schema of a parameter',
      { get: { operationId: 'listThings', parameters: [{ name: 'limit', in: 'query' }] } },
      '#/paths/~1things/get/parameters/0: has no schema',
    ],
    [
      'a schema of a body',
      { get: { operationId: 'listThings', requestBody: { content: { 'application/json': {} } } } },
      '#/paths/~1things/get/requestBody/content/application~1json: has no schema',
    ],
    [
      'what a reference leads to',
      { get: { operationId: 'listThings', responses: { 200: { $ref: '#/components/responses/Lost' } } } },
      '#/components/responses/Lost: this is referred to, and is not there',
    ],
  ])('cannot be read without %s', (_, item: PathItem, problem) => {
    expect(() => operationsOf(documentOf({ '/things': item }))).toThrow(`openapi.json${problem}`);
  });

  test('of the bundle are all that have an operationId in its text, and stand where their pointers say', () => {
    const written = [...JSON.stringify(bundle.paths).matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
    const operations = operationsOf(bundle);
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(written.sort());
    for (const { pointer, operation, parameters } of operations) {
      expect(valueAt(bundle, pointer)).toBe(operation);
      for (const { name, pointer: place } of parameters) expect(valueAt(bundle, place)).toMatchObject({ name });
    }
  });
});
