import type { Document, Schema } from '@vpcep/openapi/reader';
import { describe, expect, test } from 'vitest';
import { judge } from '../src/judge/judge.js';

/** What is found in an answer of a document whose only operation answers with a schema. */
function found(schema: Schema, body: unknown, schemas: Record<string, Schema> = {}, count = '5') {
  const document: Document = {
    openapi: '3.1.0',
    info: { title: 'test', version: '1' },
    paths: {
      '/': {
        get: {
          operationId: 'listAll',
          responses: {
            '2XX': {
              description: 'ok',
              headers: { 'X-Count': { schema: { type: 'integer', maximum: 5 } } },
              content: { 'application/json': { schema } },
            },
          },
        },
      },
    },
    components: { schemas },
  };
  const headers = [
    { name: 'content-type', value: 'application/json' },
    { name: 'x-count', value: count },
  ];
  return judge(document, [{ method: 'GET', path: '/', status: 200, headers, body: JSON.stringify(body) }]).map(
    ({ kind, place }) => `${kind} ${place}`,
  );
}

const named = (...names: string[]): Schema => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});

describe('a field is unknown', () => {
  test('where no part of a combined schema names it', () => {
    const schema: Schema = {
      allOf: [named('a'), { $ref: '#/components/schemas/B' }],
      anyOf: [{ anyOf: [named('c'), {}] }],
    };
    expect(found(schema, { a: 'x', b: 'x', c: 'x', d: 'x' }, { B: named('b') })).toEqual(['field body.d']);
  });

  test('in a schema that refers to itself', () => {
    const Tree: Schema = {
      type: 'object',
      properties: { below: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
    };
    const body = { below: [{ below: [{ new: 1 }] }, {}] };
    expect(found({ $ref: '#/components/schemas/Tree' }, body, { Tree })).toEqual(['field body.below[].below[].new']);
  });

  test('in no object that is free to have any, or whose members are all alike', () => {
    expect(found({ type: 'object' }, { a: { b: 1 } })).toEqual([]);
    expect(found({ ...named('a'), additionalProperties: true }, { b: 1 })).toEqual([]);
    expect(found({ type: 'object', additionalProperties: named('a') }, { somebody: { a: 'x' } })).toEqual([]);
  });

  test('in a closed object, once', () => {
    expect(found({ ...named('a'), additionalProperties: false }, { b: 1 })).toEqual(['field body.b']);
  });

  test('and the keys of a map are not shown, which may be names of somebody', () => {
    const schema: Schema = { type: 'object', additionalProperties: named('a') };
    expect(found(schema, { somebody: { a: 1, new: 2 } })).toEqual(['field body.*.new', 'rule body.*.a']);
  });
});

test('of several schemas that would do, what is wrong with the value is told, and not that none does', () => {
  expect(found({ properties: { a: { oneOf: [{ type: 'string' }, { type: 'null' }] } } }, { a: 1 })).toEqual([
    'rule body.a',
    'rule body.a',
  ]);
  const both: Schema = { oneOf: [{}, { type: 'object' }] };
  expect(found(both, {})).toEqual(['rule body']);
});

test('a header that the document has is held against its schema', () => {
  expect(found({}, {})).toEqual([]);
  expect(found({}, {}, {}, '6')).toEqual(['rule header x-count']);
  expect(found({}, {}, {}, 'six')).toEqual(['rule header x-count']);
});
