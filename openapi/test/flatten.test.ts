import { expect, test } from 'vitest';
import { flatten } from '../build/bundle/flatten.js';

const base = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } };
const extended = {
  description: 'A thing.',
  type: 'object',
  allOf: [{ $ref: '#/components/schemas/Base' }, { required: ['state'], properties: { state: { type: 'string' } } }],
};
const flat = {
  description: 'A thing.',
  type: 'object',
  required: ['id', 'state'],
  properties: { id: { type: 'string' }, state: { type: 'string' } },
};
const schemasOf = (schemas: object, rest: object = {}) =>
  flatten({ ...rest, components: { schemas: { ...schemas } } }).components.schemas;

test('the parts are put together, and a part that nothing else refers to is dropped', () => {
  expect(schemasOf({ Base: base, Thing: extended })).toEqual({ Thing: flat });
});

test('a part of a part is put together with the rest', () => {
  const more = { type: 'object', allOf: [{ $ref: '#/components/schemas/Thing' }, { properties: { more: {} } }] };
  expect(schemasOf({ Base: base, Thing: extended, More: more })['More']).toEqual({
    type: 'object',
    required: ['id', 'state'],
    properties: { ...flat.properties, more: {} },
  });
});

test('a part that something else refers to is kept', () => {
  const paths = { '/': { get: { schema: { $ref: '#/components/schemas/Base' } } } };
  expect(schemasOf({ Base: base, Thing: extended }, { paths })).toEqual({ Base: base, Thing: flat });
});

test('parts that contradict each other are an error', () => {
  const clash = { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { id: {} } }] };
  expect(() => schemasOf({ Base: base, Clash: clash })).toThrow('Clash: two parts of its allOf have the property id');
});
