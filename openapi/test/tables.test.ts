import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../src/reader.js';
import { createPath, described, detailsPath, objectSchema, requestSchema, responseSchema } from './document.js';
import request from './samples/createEndpointService.request.2020.json' with { type: 'json' };
import response from './samples/createEndpointService.response.2020.json' with { type: 'json' };
import { ajv } from './schema-validator.js';
import {
  forbiddenInTags,
  type Row,
  serviceTypes,
  table1,
  table2,
  table3,
  table4,
  table5,
  table6,
  table7,
} from './seed/tables.js';

const requestBody = objectSchema(requestSchema(createPath));
const answer = objectSchema(responseSchema(createPath, 'post'));

function itemsOf(schema: Schema, name: string): ReturnType<typeof objectSchema> {
  const items = schema.properties?.[name]?.items;
  if (!items) throw new Error(`${name} is no list`);
  return objectSchema(items);
}

function holdRows(rows: Row[], object: ReturnType<typeof objectSchema>): void {
  test.each(rows)('$name', ({ name, required, says = [], ...constraints }) => {
    const property = object.properties[name];
    expect(property).toMatchObject(constraints);
    if (required !== undefined) expect(object.required.includes(name)).toBe(required);
    for (const text of says) expect(property?.description?.replaceAll('\n', ' ')).toMatch(text);
  });
}

describe('table 1: parameters of the URI', () => {
  test.each(table1)('$name', ({ name, type, required, says = [] }) => {
    const parameter = described(createPath, 'post').parameters.find((candidate) => candidate.name === name);
    expect(parameter).toMatchObject({ in: 'path', required, schema: { type } });
    for (const text of says) expect(parameter?.description).toMatch(text);
  });
});

describe('table 2: request', () => {
  holdRows(table2, requestBody);
  test('has no other rows, but for fields of later releases, which say so', () => {
    const own = Object.entries(requestBody.properties).filter(([, property]) => property['x-since'] === undefined);
    expect(own.map(([name]) => name).sort()).toEqual(table2.map((row) => row.name).sort());
  });
});

describe('table 3: port mapping of the request', () => {
  holdRows(table3, itemsOf(requestBody, 'ports'));
});

describe('table 4: tag of the request', () => {
  holdRows(table4, itemsOf(requestBody, 'tags'));
});

describe('table 5: answer', () => {
  holdRows(table5, answer);
  test('has no other rows, but for the pool that the sample shows', () => {
    const own = Object.entries(answer.properties).filter(([, property]) => property['x-since'] === undefined);
    expect(own.map(([name]) => name).sort()).toEqual([...table5.map((row) => row.name), 'pool_id'].sort());
  });
  test('knows the type of a service in both spellings, and takes those that came later', () => {
    const { 'x-extensible-enum': known = [], ...schema } = answer.properties['service_type'] ?? {};
    expect(known).toEqual(expect.arrayContaining([...serviceTypes, 'gateway']));
    const valid = ajv.compile(schema);
    for (const type of [...known, 'of next year']) expect(valid(type)).toBe(true);
    for (const type of ['', 1, null]) expect(valid(type)).toBe(false);
  });
  test('has no limits on lists, which are those of a single call', () => {
    expect(answer.properties['ports']).not.toHaveProperty('maxItems');
    expect(answer.properties['tags']).not.toHaveProperty('maxItems');
  });
});

describe('table 6: port mapping of the answer', () => {
  holdRows(table6, itemsOf(answer, 'ports'));
});

describe('table 7: tag of the answer', () => {
  holdRows(table7, itemsOf(answer, 'tags'));
});

describe('the characters and lengths of tags', () => {
  const tag = itemsOf(requestBody, 'tags');
  const valid = ajv.compile(tag);
  const key = (text: string) => valid({ key: text });
  const value = (text: string) => valid({ value: text });

  test.each(forbiddenInTags)('%s is forbidden anywhere', (character) => {
    for (const text of [character, `${character}a`, `a${character}`, `a${character}b`]) {
      expect(key(text)).toBe(false);
      expect(value(text)).toBe(false);
    }
  });
  test('blanks at the edges are forbidden, and allowed in between', () => {
    for (const text of [' ', ' a', 'a ', ' a ']) {
      expect(key(text)).toBe(false);
      expect(value(text)).toBe(false);
    }
    expect(key('a  b')).toBe(true);
    expect(value('a  b')).toBe(true);
  });
  test('control characters are forbidden', () => {
    for (const text of ['\u0000', 'a\nb', 'a\u001F']) {
      expect(key(text)).toBe(false);
      expect(value(text)).toBe(false);
    }
  });
  test('a key has 1 to 36 characters, a value 0 to 43, counted as Unicode characters', () => {
    expect(key('')).toBe(false);
    expect(value('')).toBe(true);
    for (const character of ['a', '键', '😀']) {
      expect(key(character.repeat(36))).toBe(true);
      expect(key(character.repeat(37))).toBe(false);
      expect(value(character.repeat(43))).toBe(true);
      expect(value(character.repeat(44))).toBe(false);
    }
  });
  test('the patterns say the same as the rules, for any text', () => {
    const allowed = (text: string, longest: number) =>
      Array.from(text).length <= longest &&
      !Array.from(text).some((character) => forbiddenInTags.includes(character) || character < ' ') &&
      !text.startsWith(' ') &&
      !text.endsWith(' ');
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(' ', '\n', ...forbiddenInTags),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 50,
    });
    fc.assert(
      fc.property(text, (candidate) => {
        expect(key(candidate)).toBe(candidate !== '' && allowed(candidate, 36));
        expect(value(candidate)).toBe(allowed(candidate, 43));
      }),
      { numRuns: scaled(2000) },
    );
  });
});

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
const idsOf = (value: unknown): string[] => JSON.stringify(value).match(uuid) ?? [];
const withoutIds = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(uuid, 'an ID'));

describe('the samples of the page', () => {
  test('the request is valid', () => {
    const valid = ajv.compile(requestSchema(createPath));
    expect(valid(request), JSON.stringify(valid.errors)).toBe(true);
  });
  test.each([
    ['creating', createPath, 'post'],
    ['showing', detailsPath, 'get'],
  ] as const)('the answer is valid for %s', (_, path, method) => {
    const valid = ajv.compile(responseSchema(path, method));
    expect(valid(response), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...response, ports: [{ client_port: '8080' }] })).toBe(false);
    expect(valid({ ...response, status: 'unknown' })).toBe(false);
    expect(valid({ ...response, created_at: '2018-01-30 07:42:01' })).toBe(false);
  });
  // Those of the page differ in one digit, so that a reader takes a port for a VPC.
  test('are examples of the document, but for the IDs, which can be told apart', () => {
    const { requestBody: body, success } = described(createPath, 'post');
    const sent = [...(body?.json?.examples.values() ?? [])][0];
    const created = [...(success?.json?.examples.values() ?? [])][0];
    expect(withoutIds(sent)).toEqual(withoutIds(request));
    expect(success?.status).toBe('200');
    expect(withoutIds(created)).toEqual(withoutIds(response));
    const starts = [...idsOf(sent), ...idsOf(created)].map((id) => id.slice(0, 4));
    expect(new Set(starts).size).toBe(new Set([...idsOf(sent), ...idsOf(created)]).size);
  });
});

test('the note: the call is asynchronous, takes 1 to 2 minutes, and is followed with the details', () => {
  const { description } = described(createPath, 'post').operation;
  expect(description).toMatch(/asynchronous/);
  expect(description).toMatch(/1 to 2 minutes/);
  expect(description).toMatch(/listServiceDetails/);
});
