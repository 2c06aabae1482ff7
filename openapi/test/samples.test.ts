import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DescribedOperation, operationsOf, type Schema } from '../src/reader.js';
import { dereferenced, dereferencedLater, operations } from './document.js';
import { ajv } from './schema-validator.js';

/**
 * Huawei Cloud's own samples of two releases, as printed, and of later years what published clients send and read, named
 * operation.request|response[.variant].release.json.
 */
const folder = new URL('./samples/', import.meta.url);
const samples = readdirSync(folder).map((file) => {
  const [operation = '', kind = '', variant = ''] = file.split('.');
  return { file, operation, kind, variant, value: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown };
});

/** Samples that break Huawei Cloud's own tables, each with what is wrong about it. */
const exceptions: Record<string, RegExp> = {
  'createEndpoint.request.2022.json': /\/enable_dns must be boolean/, // the text "false" for a boolean
  'listEndpoints.response.2020.json': /\/enable_dns must be boolean/, // the text "true" for a boolean
  'listEndpoints.response.2022.json': /\/enable_dns must be boolean.*\/dns_names must be array/, // texts for a boolean and a list
  'listServiceDetails.response.2022.json': /\/ports\/0\/client_port must be integer/, // texts for ports
  'listEndpointService.response.2022.json': /\/ports\/0\/client_port must be integer/, // texts for ports
  'updateEndpointServiceName.request.2022.json': /\/endpoint_service_name must match pattern/, // 18 characters of at most 16
};

const later = operationsOf(dereferencedLater);

function schemaOf(
  { operation, kind, variant }: { operation: string; kind: string; variant: string },
  operations: DescribedOperation[],
): Schema {
  const found = operations.find(({ operationId }) => operationId === operation);
  const json =
    operation === '_common' || variant === 'error'
      ? answerOf(operations[0], '400')
      : kind === 'request'
        ? found?.requestBody?.json
        : answerOf(found, '200');
  if (json === undefined) throw new Error(`${operation} has no ${kind}`);
  return json.schema;
}

const answerOf = (operation: DescribedOperation | undefined, wanted: string) =>
  operation?.responses.find(({ status }) => status === wanted)?.json;

function complaints(schema: Schema, value: unknown): string {
  const validate = ajv.compile(schema);
  return validate(value) ? '' : ajv.errorsText(validate.errors, { dataVar: '' });
}

test('there is a sample of every operation that has a body', () => {
  const withBody = operations.filter(
    (operation) => operation.requestBody !== undefined || answerOf(operation, '200') !== undefined,
  );
  const sampled = new Set(samples.map(({ operation }) => operation));
  expect(withBody.map(({ operationId }) => operationId).filter((id) => !sampled.has(id))).toEqual([]);
});

describe.each(samples)('$file', (sample) => {
  const { file, value } = sample;
  const schema = schemaOf(sample, operations);
  const exception = exceptions[file];

  test(exception ? 'breaks its table' : 'is valid', () => {
    expect(complaints(schema, value)).toMatch(exception ?? /^$/);
  });
  test('is judged alike as of August 2026', () => {
    expect(complaints(schemaOf(sample, later), value)).toMatch(exception ?? /^$/);
  });

  // Tolerance has its bounds: a documented field with a wrong type is refused.
  if (exception !== undefined) return;
  test('is refused when any field has another type', () => {
    for (const { place, mutant } of mutated(value)) expect(complaints(schema, mutant), place).not.toBe('');
  });
});

/** Fields of the samples that no table has. */
const undocumented = ['update_at', 'dns_name', 'resource_detail', 'jobId'];
/** Members of a policy that may be any object. */
const anyObject = ['Condition', 'Principal'];

/** Copies of a value in each of which one member has another type than it can have. */
function mutated(value: unknown, place = ''): { place: string; mutant: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  const isObject = (child: unknown) => typeof child === 'object' && child !== null && !Array.isArray(child);
  return Object.keys(value)
    .filter((key) => ![...undocumented, ...anyObject].includes(key))
    .flatMap((key) => {
      const child: unknown = (value as Record<string, unknown>)[key];
      const replaced = (replacement: unknown): unknown =>
        Array.isArray(value)
          ? value.map((item: unknown, index) => (String(index) === key ? replacement : item))
          : { ...value, [key]: replacement };
      return [
        { place: `${place}/${key}`, mutant: replaced(isObject(child) ? 7 : { of: 'another type' }) },
        ...mutated(child, `${place}/${key}`).map((inner) => ({ ...inner, mutant: replaced(inner.mutant) })),
      ];
    });
}

test.each([
  ['tables 1 to 7', dereferenced],
  ['August 2026', dereferencedLater],
])('every example of the document is valid by %s', (_, document) => {
  for (const { operationId, requestBody, responses } of operationsOf(document)) {
    for (const { schema, examples } of [requestBody, ...responses].flatMap((part) => part?.json ?? [])) {
      for (const [name, value] of examples) {
        expect(complaints(schema, value), `${operationId} ${name}`).toBe('');
      }
    }
  }
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    for (const value of schema.examples ?? []) expect(complaints(schema, value), name).toBe('');
  }
});

test('what stands in the place of a policy that is left out is a policy', () => {
  const { properties = {} } = dereferenced.components.schemas['CreateEndpointRequest'] ?? {};
  const conditional = Object.entries(properties).filter(([, schema]) => schema['x-conditional-default'] !== undefined);
  expect(conditional.map(([name]) => name)).toEqual(['policy_statement', 'policy_document']);
  for (const [name, schema] of conditional) {
    expect(complaints(schema, schema['x-conditional-default']), name).toBe('');
    expect(complaints(schema, { of: 'another type' }), name).not.toBe('');
  }
});
