import { expect, test } from 'vitest';
import { documents } from '@vpcep/openapi/documents';
import type { Document, Schema } from '@vpcep/openapi/reader';
import { compileValidators } from '../../build/validators/compile.js';
import { withMessages } from '../../build/validators/messages.js';
import { operations as described } from './examples.js';

/** The document with another schema for a field of creating a service. */
function changed(field: string, schema: Schema): Document {
  const copy = structuredClone(withMessages(documents));
  const { properties } = copy.components.schemas['CreateEndpointServiceRequest'] ?? {};
  if (properties?.[field] === undefined) throw new Error(`${field} is no field of creating a service any more`);
  properties[field] = schema;
  return copy;
}

const place = 'openapi.json#/components/schemas/CreateEndpointServiceRequest/properties/description';

test.each([
  [{ type: 'string', pattern: '^[a-z]+$' }, `${place}/pattern: there is no x-message beside the pattern`],
  [{ type: 'string', format: 'email' }, `${place}/format: there is no x-message beside the format`],
  [{ type: 'integer', multipleOf: 2 }, `${place}/multipleOf: there are no words for the keyword multipleOf`],
])('a document with a rule that nobody could be told of does not build: %j', async (schema, reason) => {
  await expect(compileValidators(changed('description', schema))).rejects.toThrow(reason);
});

test.each([
  [{ type: 'string', format: 'nonsense' }, 'unknown format "nonsense"'],
  [{ type: 'string', maxLenght: 3 }, 'unknown keyword: "maxLenght"'],
])('what cannot be checked is named with the operation that asks for it: %j', async (schema, reason) => {
  const error = compileValidators(changed('description', schema));
  await expect(error).rejects.toThrow(
    /^openapi\.json#\/paths\/[^ ]*\/post: createEndpointService has arguments that Ajv cannot check/,
  );
  await expect(error).rejects.toThrow(reason);
});

test('a pattern that has words beside it builds', async () => {
  const schema = { type: 'string', pattern: '^[a-z]+$', 'x-message': 'must be in lower case' };
  await expect(compileValidators(changed('description', schema))).resolves.toBeDefined();
});

test('texts for readers are not carried along, and a field may be called like one', async () => {
  const schema = { type: 'string', description: 'Only for readers.', examples: ['only for readers'] };
  const { code } = await compileValidators(changed('description', schema));
  expect(code).not.toMatch(/only for readers/i);
  expect(code).toContain('/description"');
});

test('every operation gets a validator, and those with a body are known', async () => {
  const { code, operations, withBody } = await compileValidators(withMessages(documents));
  expect([...operations].sort()).toEqual(described.map(({ id }) => id).sort());
  expect([...withBody].sort()).toEqual(described.flatMap(({ id, bodySchema }) => (bodySchema ? [id] : [])).sort());
  for (const id of operations) expect(code).toMatch(new RegExp(`\\bas ${id}\\b`));
});
