import { createRequire } from 'node:module';
import { documentHash } from '@vpcep/openapi';
import { describe, expect, test } from 'vitest';
import { openapi30Form } from '../build/forms/openapi-3-0.js';
import { plainForm } from '../build/forms/plain.js';
import { splitTypes } from '../build/forms/split-types.js';
import type { Document, Schema } from '../src/reader.js';
import { bundle } from './document.js';

const require = createRequire(import.meta.url);

/** A document of one schema, which is in a parameter as well. */
function documentOf(schema: Schema): Document & { jsonSchemaDialect: string } {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Things',
      version: '1.0.0',
      summary: 'All things.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [
      { url: 'https://{region}.example.com', variables: { region: { default: 'north', description: 'Where it is.' } } },
      { url: 'http://127.0.0.1:4010' },
    ],
    paths: { '/things': { get: { parameters: [{ name: 'thing', in: 'query', schema }], responses: {} } } },
    components: { schemas: { Thing: schema } },
  };
}
const plain = (schema: Schema) => plainForm(documentOf(schema)).components.schemas['Thing'];
const in30 = (schema: Schema) => openapi30Form(documentOf(schema)).components.schemas['Thing'];

describe('lists of types', () => {
  test('become a choice, each type with the keywords and values that are about it', () => {
    const schema = {
      description: 'A thing.',
      type: ['array', 'object', 'string', 'boolean'],
      items: { type: 'string' },
      required: ['id'],
      minLength: 1,
      enum: ['a', true, false, ['b'], { id: 1 }],
    };
    expect(splitTypes(schema, '#')).toEqual({
      description: 'A thing.',
      anyOf: [
        { type: 'array', items: { type: 'string' }, enum: [['b']] },
        { type: 'object', required: ['id'], enum: [{ id: 1 }] },
        { type: 'string', minLength: 1, enum: ['a'] },
        { type: 'boolean' },
      ],
    });
  });

  test('stop the build when a keyword would be lost', () => {
    const schema = { properties: { id: { type: ['string', 'integer'], maxItems: 2 } } };
    expect(() => plain(schema)).toThrow('/schema/properties/id: no way is known to say maxItems');
  });
});

describe('the plain form', () => {
  test('has no words of its own in schemas, wherever they stand, and keeps those elsewhere', () => {
    const property = { type: 'string', 'x-since': '2022-11' } as const;
    const schema: Schema = {
      properties: { 'x-kind': property },
      items: property,
      anyOf: [property],
      examples: [{ 'x-a': 1 }],
    };
    const string = { type: 'string' };
    const expected = { properties: { 'x-kind': string }, items: string, anyOf: [string], examples: [{ 'x-a': 1 }] };
    const { components, paths } = plainForm(documentOf(schema));
    expect([components.schemas['Thing'], paths['/things']?.get?.parameters]).toEqual([
      expected,
      [{ name: 'thing', in: 'query', schema: expected }],
    ]);
    expect(JSON.stringify(plainForm(bundle))).toContain('"x-error-codes"');
  });

  test('has one server, at a plain URL, and no dialect', () => {
    const { servers, ...rest } = plainForm(documentOf({}));
    expect(servers).toEqual([{ url: 'https://north.example.com' }]);
    expect(rest).not.toHaveProperty('jsonSchemaDialect');
  });
});

describe('the form in OpenAPI 3.0', () => {
  test('says in its own words what it can say', () => {
    const reference = { $ref: '#/components/schemas/Other' };
    expect(in30({ ...reference, default: 1 })).toEqual({ default: 1, allOf: [reference] });
    expect(in30(reference)).toEqual(reference);
    expect(in30({ const: false, examples: [false, true] })).toEqual({ enum: [false], example: false });
    const { info, openapi, servers } = openapi30Form(documentOf({}));
    expect({ info, openapi }).toEqual({
      openapi: '3.0.3',
      info: { title: 'Things', version: '1.0.0', license: { name: 'MIT' } },
    });
    expect(servers).toHaveLength(2);
  });

  test('stops the build for what it cannot say', () => {
    const schema = { items: { propertyNames: { pattern: 'a' } } } as Schema;
    expect(() => in30(schema)).toThrow('/schema/items: OpenAPI 3.0 does not know propertyNames');
  });
});

describe.each(['openapi-plain', 'openapi-3.0', 'openapi-plain.zh-CN', 'openapi-3.0.zh-CN'])('%s.json', (name) => {
  test('names the documents that it was built with', () => {
    expect(require(`@vpcep/openapi/${name}.json`)).toHaveProperty('x-document-hash', documentHash);
  });
});
