import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { document } from '@vpcep/openapi/documents';
import { resolve, type Schema } from '@vpcep/openapi/reader';
import type { Arguments, DescribedOperation } from './examples.js';

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

/** Texts that are alike but for case, blanks and tabs, so that few of them are equal, and many nearly. */
const nearlyEqual = ['a', 'A', 'a ', ' a', 'a\t', 'b', ' ', ''];
const addresses = ['10.0.0.1', '198.19.127.255', '198.19.128.0', '198.19.143.255', '198.19.144.0'];
const ids = ['4189d3c2-8882-4871-a3c2-d380272eed83', '9d4c1028-1336-4556-9881-b5d807c1b8a8'];

/** How likely it is that a member that may be left out is there. */
const isThere = fc.integer({ min: 0, max: 2 }).map((number) => number > 0);

/**
 * Requests to an operation whose single fields keep their schemas, but for lists that may be empty: which of them are there,
 * and how they go together, is left to chance. Nothing here knows a rule across fields.
 */
export function randomRequests({ parameters, bodySchema, examples }: DescribedOperation): fc.Arbitrary<Arguments> {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const queries = members(
    query.map(({ name, schema, required, example }) => [name, schema, required ?? false, example]),
  );
  const path = examples[0]?.path ?? {};
  return fc
    .tuple(queries, bodySchema === undefined ? fc.constant(undefined) : valuesOf(bodySchema))
    .map(([given, body]) => ({ path, query: given, ...(body === undefined ? {} : { body }) }));
}

function members(entries: [string, Schema, boolean, unknown?][]): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .tuple(
      ...entries.map(([, schema, required, example]) =>
        fc.tuple(required ? fc.constant(true) : isThere, valuesOf(schema, example)),
      ),
    )
    .map((values) =>
      Object.fromEntries(
        values.flatMap(([there, value], index) => (there ? [[entries[index]?.[0] ?? '', value] as const] : [])),
      ),
    );
}

function valuesOf(given: Schema, example?: unknown): fc.Arbitrary<unknown> {
  const schema = resolve<Schema>(document, given);
  const { type, properties, items, required = [], enum: allowed, maxItems = 3 } = schema;
  if (type === 'object' && properties !== undefined) {
    return members(Object.entries(properties).map(([name, property]) => [name, property, required.includes(name)]));
  }
  if (type === 'array' && items !== undefined) return fc.array(valuesOf(items), { maxLength: Math.min(maxItems, 3) });
  if (allowed !== undefined) return fc.constantFrom(...allowed);
  if (type === 'boolean') return fc.boolean();
  const own: Record<string, unknown> = { ...schema };
  const validate = ajv.compile(own);
  const candidates = [
    ...(example === undefined ? [] : [example]),
    ...(schema.examples ?? []),
    ...(type === 'integer' ? [0, 1, 80] : [...nearlyEqual, ...addresses, ...ids]),
  ];
  const valid = [...new Set(candidates)].filter((value) => validate(value));
  if (valid.length === 0) throw new Error(`no value is known that keeps ${JSON.stringify(schema)}`);
  return fc.constantFrom(...valid);
}
