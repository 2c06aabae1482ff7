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

/** Decisions 12 and 30: what the releases type differently, in every documented form, and in forms that nobody documents. */
const cases: Record<string, { taken: unknown[]; refused: unknown[] }> = {
  EndpointErrors: {
    taken: [[], [failure], failure, [{ code: 'EndPoint.2022', message: 'Failed.' }], { code: 'EndPoint.2022' }],
    refused: ['failed', 7, true, null, ['failed'], [[failure]], [{ error_code: 7 }], { error_code: 7 }, { code: '' }],
  },
  ShownPolicyStatement: {
    taken: [statement, { ...statement, Action: 'obs:*:*' }, { ...statement, Resource: '*' }, 'allow all'],
    refused: [7, true, null, [statement], {}, { ...statement, Effect: 'Maybe' }, { ...statement, Resource: 7 }],
  },
  PolicyStatement: {
    taken: [
      statement,
      { ...statement, Action: 'obs:*:*' },
      { ...statement, Action: '*', Resource: ['*', '*/*'] },
      { ...statement, Action: ['HeadBucket'], Resource: '*' },
      { ...statement, Sid: 'AllowReading', Condition: { StringEquals: { 'g:DomainId': ['5fc973ee'] } } },
    ],
    refused: [
      ...['allow all', 7, null, [statement], {}],
      { ...statement, Action: [7] },
      { ...statement, Action: '' },
      { ...statement, Resource: [7] },
      { ...statement, Effect: 'Refuse' },
      { ...statement, Sid: 7 },
      { ...statement, Condition: 'always' },
    ],
  },
  PolicyDocument: {
    taken: [
      { Version: '5.0', Statement: [{ ...statement, Principal: '*' }] },
      { Statement: [{ Effect: 'Deny', Principal: { IAM: ['5fc973ee'] }, NotAction: ['obs:*:*'], Resource: '*' }] },
    ],
    refused: [
      ...['allow all', 7, null, [statement], {}],
      { Version: '5.0' },
      { Version: 5, Statement: [statement] },
      { Statement: [] },
      { Statement: statement },
      { Statement: [{ Action: '*', Resource: '*' }] },
      { Statement: [{ ...statement, Principal: ['*'] }] },
    ],
  },
  UpdateEndpointPolicyRequest: {
    taken: [
      { policy_statement: [statement] },
      { policy_document: { Statement: [statement] } },
      { policy_statement: [statement], policy_document: { Statement: [statement] } },
    ],
    refused: [{}, { policy_statement: [] }, { policy: [statement] }],
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

/** Decision 32: texts and numbers have the same limits. */
const pages: Record<'limit' | 'offset', { taken: unknown[]; refused: unknown[] }> = {
  limit: { taken: ['1', '1000', 1, 1000], refused: ['0', '1001', 'many', '', 0, 1001, -1, 1.5, true, null] },
  offset: {
    taken: ['0', '0123456789', 0, 9_999_999_999],
    refused: ['-1', '12345678901', '', -1, 10_000_000_000, 0.5, null],
  },
};

test.each(Object.entries(pages))('a search takes %s as a text and as a number', (name, { taken, refused }) => {
  const validate = ajv.compile(schema('ListResourceInstancesRequest').properties?.[name] ?? {});
  expect(taken.filter((value) => !validate(value))).toEqual([]);
  expect(refused.filter((value) => validate(value))).toEqual([]);
});

test('an endpoint has the two-formed fields', () => {
  const { properties } = schema('Endpoint');
  expect(properties?.['error']).toEqual(schema('EndpointErrors'));
  expect(properties?.['policy_statement']?.items).toEqual(schema('ShownPolicyStatement'));
});
