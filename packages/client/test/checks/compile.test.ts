import { expect, test } from 'vitest';
import { document } from '@vpcep/openapi/documents';
import type { Document, Schema } from '@vpcep/openapi/reader';
import { compileValidators } from '../../build/validators/compile.js';
import { operations as described } from './examples.js';

/** The document with another schema for a field of creating a service. */
function changed(field: string, schema: Schema): Document {
  const copy = structuredClone(document);
  const { properties } = copy.components.schemas['CreateEndpointServiceRequest'] ?? {};
  if (properties?.[field] === undefined) throw new Error(`${field} is no field of creating a service any more`);
  properties[field] = schema;
  return copy;
}

test.each([
  [
    { type: 'string', pattern: '^[a-z]+$' },
    'no words for the pattern ^[a-z]+$: add them to src/checks/pattern-texts.ts',
  ],
  [{ type: 'integer', multipleOf: 2 }, 'no message for the keyword multipleOf'],
  [{ type: 'string', format: 'email' }, 'unknown format "email"'],
  [{ type: 'string', maxLenght: 3 }, 'unknown keyword: "maxLenght"'],
])('a document with a rule that nobody could be told of does not build: %j', async (schema, reason) => {
  await expect(compileValidators(changed('description', schema))).rejects.toThrow(reason);
});

test('every operation gets a validator, and those with a body are known', async () => {
  const { code, operations, withBody } = await compileValidators(document);
  expect([...operations].sort()).toEqual(described.map(({ id }) => id).sort());
  expect([...withBody].sort()).toEqual(described.flatMap(({ id, bodySchema }) => (bodySchema ? [id] : [])).sort());
  for (const id of operations) expect(code).toMatch(new RegExp(`\\bas ${id}\\b`));
});
