import { readFileSync } from 'node:fs';
import type { SchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { catalogueFindings, contractFindings, type ErrorCatalogue } from '../build/lint/contract-findings.js';
import type { Document, DocumentRule, Parameter, Schema } from '../src/reader.js';

const catalogueSchema = parse(
  readFileSync(new URL('../vocabulary/error-catalogue.yaml', import.meta.url), 'utf8'),
) as SchemaObject;

const words = { en: 'Send another one.', 'zh-CN': '请更换。' };
const entry = (number: number, about: Partial<ErrorCatalogue['codes'][number]>): ErrorCatalogue['codes'][number] => ({
  code: `Thing.000${number}`,
  status: 400,
  message: 'No.',
  category: 'things',
  remedy: words,
  ...about,
});

/** A document and a catalogue that all is well with, and the parts of them that are changed below. */
function contract() {
  const rules: DocumentRule[] = [
    { requires: ['name'], code: 'Thing.0001' },
    { uniqueBy: ['key'], at: ['parts'], when: { name: 'lamp' }, code: 'Thing.0003' },
    { uniqueBy: [], at: ['parts[].values'], code: 'Thing.0005' },
  ];
  const ofQuery: DocumentRule[] = [{ exactlyOneOf: ['shelf', 'room'], code: 'Thing.0007' }];
  const name: Schema = {
    type: 'string',
    pattern: '^[a-z]+$',
    'x-message': 'may contain a to z',
    'x-error-code': 'Thing.0002',
  };
  const parts: Schema = {
    type: 'array',
    items: { $ref: '#/components/schemas/Part' },
    'x-error-code': { maxItems: 'Thing.0004' },
  };
  const address: Schema = {
    type: 'string',
    format: 'ipv4',
    'x-message': 'must be an address',
    'x-rules': [{ notWithin: '10.0.0.0/8', code: 'Thing.0006' }],
  };
  const codes: ErrorCatalogue['codes'] = [
    entry(1, { fields: ['name'] }),
    entry(2, { fields: ['name'] }),
    entry(3, { fields: ['parts'] }),
    entry(4, { fields: ['parts'] }),
    entry(5, { fields: ['parts'] }),
    entry(6, { fields: ['address'] }),
    // Is about the request as a whole, whatever the field.
    entry(7, { kind: 'request' }),
  ];
  const operation = {
    operationId: 'createThing',
    'x-error-codes': codes.map(({ code }) => code),
    'x-rules': ofQuery,
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
    responses: {},
  };
  const room: Parameter = { name: 'room', in: 'query', schema: { type: 'string' } };
  const document: Document = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: { '/things': { parameters: [{ ...room, name: 'shelf' }, room], post: operation } },
    components: {
      schemas: {
        Thing: { type: 'object', 'x-rules': rules, properties: { name, parts } },
        Part: {
          type: 'object',
          properties: {
            key: { type: 'string' },
            values: { type: 'array', items: { type: 'string' } },
            address,
          },
        },
      },
    },
  };
  const catalogue: ErrorCatalogue = {
    aliases: { Thin: 'Thing' },
    categories: { things: words, gateway: words },
    codes,
  };
  return { document, catalogue, codes, operation, rules, ofQuery, name, parts, room };
}
type Edit = (parts: ReturnType<typeof contract>) => unknown;

/** What is found after an edit. */
function after(edit: Edit): { contract: string[]; catalogue: string[] } {
  const edited = contract();
  edit(edited);
  const { document, catalogue } = edited;
  return {
    contract: contractFindings(document, catalogue),
    catalogue: catalogueFindings(document, catalogue, catalogueSchema),
  };
}

test('nothing is found when all is well', () => {
  expect(after(() => undefined)).toEqual({ contract: [], catalogue: [] });
});

describe('what requests say is found wanting:', () => {
  const thing = '#/components/schemas/Thing';
  const code = 'Thing.0007';
  test.each<[finding: string, edit: Edit]>([
    [
      `${thing}: x-rules names size, which is not there`,
      ({ rules }) => rules.push({ requires: ['name', 'size'], code }),
    ],
    [
      `${thing}: x-rules names name, which is not there`,
      ({ rules }) => rules.push({ forbids: ['name'], at: ['parts[]'], code }),
    ],
    [
      `${thing}: x-rules names weight, which is not there`,
      ({ rules }) => rules.push({ uniqueBy: ['key', 'weight'], at: ['parts'], code }),
    ],
    [
      `${thing}: x-rules names colour, which is not there`,
      ({ rules }) => rules.push({ requires: ['name'], when: { colour: 'red' }, code }),
    ],
    [
      `${thing}: x-rules holds at part, which is not there`,
      ({ rules }) => rules.push({ uniqueBy: [], at: ['part', 'parts'], code }),
    ],
    [
      `${thing}: x-rules holds at name[], which is not there`,
      ({ rules }) => rules.push({ notWithin: '10.0.0.0/8', at: ['name[]'], code }),
    ],
    [
      '#/paths/~1things/post: x-rules names floor, which is not there',
      ({ ofQuery }) => ofQuery.push({ exactlyOneOf: ['room', 'floor'], code }),
    ],
    [
      '#/components/schemas/Part/properties/address: x-error-codes of createThing does not have Thing.0006',
      ({ operation }) => operation['x-error-codes'].splice(5, 1),
    ],
    [`${thing}: the fields of Thing.0001 in errors.yaml lack name`, ({ codes }) => (codes[0] = entry(1, {}))],
    [
      `${thing}: the fields of Thing.0003 in errors.yaml lack parts`,
      ({ codes }) => (codes[2] = entry(3, { fields: ['name'] })),
    ],
    [
      // The values of a part are a matter of the parts.
      `${thing}: the fields of Thing.0005 in errors.yaml lack parts`,
      ({ codes }) => (codes[4] = entry(5, { fields: ['name'] })),
    ],
    [
      `${thing}/properties/name: the fields of Thing.0002 in errors.yaml lack name`,
      ({ codes }) => (codes[1] = entry(2, { fields: ['parts'] })),
    ],
    [
      `${thing}/properties/parts: the fields of Thing.0001 in errors.yaml lack parts`,
      ({ parts }) => (parts['x-error-code'] = { maxItems: 'Thing.0001' }),
    ],
    [`${thing}/properties/name: its pattern or format has no x-message`, ({ name }) => delete name['x-message']],
    [
      '#/paths/~1things/parameters/1/schema: its pattern or format has no x-message',
      ({ room }) => (room.schema = { type: 'string', format: 'uuid' }),
    ],
  ])('%s', (finding, edit) => {
    expect(after(edit).contract).toEqual([finding]);
  });
});

describe('what the catalogue says is found wanting:', () => {
  test.each<[finding: string, edit: Edit]>([
    ['errors.yaml: two codes are of the kind request', ({ codes }) => codes.push(entry(8, { kind: 'request' }))],
    [
      'errors.yaml: two codes are of the kind request of the gateway',
      ({ codes }) => codes.push(...[8, 9].map((n) => entry(n, { kind: 'request', category: 'gateway' }))),
    ],
    [
      'errors.yaml: Door stands for Gate, with which no code begins',
      ({ catalogue }) => (catalogue.aliases['Door'] = 'Gate'),
    ],
    [
      'errors.yaml: Thing.0008 has the category places, which has no name',
      ({ codes }) => codes.push(entry(8, { category: 'places' })),
    ],
    [
      'errors.yaml: Thing.0008 is about size, which no request has',
      ({ codes }) => codes.push(entry(8, { fields: ['room', 'size', 'key'] })),
    ],
    // By its JSON Schema.
    [
      'errors.yaml/codes/0/status must be equal to one of the allowed values',
      ({ codes }) => (codes[0] = entry(1, { status: 418 })),
    ],
    [
      'errors.yaml/codes/0/code must match pattern "^[A-Za-z]+\\.[0-9]{4}$"',
      ({ codes }) => (codes[0] = entry(1, { code: 'Thing.1' })),
    ],
    [
      'errors.yaml/codes/0/fields must NOT have fewer than 1 items',
      ({ codes }) => (codes[0] = entry(1, { fields: [] })),
    ],
    [
      "errors.yaml/categories/things must have required property 'zh-CN'",
      ({ catalogue }) => (catalogue.categories['things'] = { en: 'Things' }),
    ],
    [
      'errors.yaml/codes/0 must NOT have additional properties',
      ({ codes }) => Object.assign(codes[0] ?? {}, { field: 'name' }),
    ],
    [
      'errors.yaml/codes/0/remedy/en must NOT have fewer than 1 characters',
      ({ codes }) => (codes[0] = entry(1, { remedy: { ...words, en: '' } })),
    ],
  ])('%s', (finding, edit) => {
    expect(after(edit).catalogue).toEqual([finding]);
  });
});
