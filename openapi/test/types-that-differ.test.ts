import { describe, expect, test } from 'vitest';
import type { Schema } from '../src/reader.js';
import { dereferenced } from './document.js';
import { ajv } from './schema-validator.js';

function schema(name: string): Schema {
  const found = dereferenced.components.schemas[name];
  if (!found) throw new Error(`there is no schema ${name}`);
  return found;
}

const statement = { Effect: 'Allow', Action: ['obs:*:*'], Resource: ['obs:*:*:*:*/*'] };
const failure = { error_code: 'EndPoint.2022', error_message: 'Failed to create an endpoint.' };

/** Decision 12: what the releases type differently, in every documented form, and in forms that nobody documents. */
const cases: Record<string, { taken: unknown[]; refused: unknown[] }> = {
  EndpointErrors: {
    taken: [[], [failure], failure, [{ code: 'EndPoint.2022', message: 'Failed.' }], { code: 'EndPoint.2022' }],
    refused: ['failed', 7, true, null, ['failed'], [[failure]], [{ error_code: 7 }], { error_code: 7 }, { code: '' }],
  },
  ShownPolicyStatement: {
    taken: [statement, { ...statement, Action: 'obs:*:*' }, 'allow all'],
    refused: [7, true, null, [statement], {}, { ...statement, Effect: 'Maybe' }, { ...statement, Resource: 'all' }],
  },
  PolicyStatement: {
    taken: [statement, { ...statement, Action: 'obs:*:*' }],
    refused: ['allow all', 7, null, [statement], {}, { ...statement, Action: [7] }],
  },
  ActiveStatus: { taken: ['active', ['active', 'frozen'], []], refused: [7, true, null, {}, [7], ['']] },
  IsCharge: { taken: [true, false, 'true', 'false'], refused: ['yes', 1, null, [true]] },
};

describe.each(Object.entries(cases))('%s', (name, { taken, refused }) => {
  const validate = ajv.compile(schema(name));

  test.each(taken.map((value) => ({ value })))('takes $value', ({ value }) => {
    expect(validate(value)).toBe(true);
  });
  test.each(refused.map((value) => ({ value })))('refuses $value', ({ value }) => {
    expect(validate(value)).toBe(false);
  });
});

test('an endpoint has the two-formed fields', () => {
  const { properties } = schema('Endpoint');
  expect(properties?.['error']).toEqual(schema('EndpointErrors'));
  expect(properties?.['policy_statement']?.items).toEqual(schema('ShownPolicyStatement'));
});
