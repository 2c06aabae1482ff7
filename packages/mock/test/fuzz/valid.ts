import fc from 'fast-check';
import { document } from '@vpcep/openapi/documents';
import { resolve, type Schema } from '@vpcep/openapi/reader';
import { operations, type Operation } from './document.js';
import type { Wire } from './wire.js';

/** A valid request, before it becomes bytes. */
export interface Draft {
  operation: Operation;
  path: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

/** IDs that there are, so that some requests get as far as the rules across resources. */
const known: Record<string, string[]> = {
  project_id: ['6e9dfd51d1124e8d8498dce894923a0d'],
  vpc_endpoint_service_id: ['4189d3c2-8882-4871-a3c2-d380272eed83'],
  endpoint_service_id: ['4189d3c2-8882-4871-a3c2-d380272eed83'],
  vpc_endpoint_id: ['03184a04-95d5-4555-86c4-e767a371ff99'],
  resource_id: ['4189d3c2-8882-4871-a3c2-d380272eed83', '03184a04-95d5-4555-86c4-e767a371ff99'],
};

function text({ format, pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'ipv4') return fc.ipV4();
  const size = (value: string) => Array.from(value).length;
  if (pattern === undefined) {
    const length = { minLength, maxLength: Math.min(maxLength, 40) };
    return fc.oneof(fc.string(length), fc.string({ ...length, unit: 'binary' }));
  }
  return fc
    .stringMatching(new RegExp(pattern, 'u'))
    .filter((value) => size(value) >= minLength && size(value) <= maxLength);
}

/** Makes values that are valid against a schema. */
export function valid(reference: Schema, name = ''): fc.Arbitrary<unknown> {
  const schema = resolve(document, reference);
  const { type, items = {}, properties = {}, minimum, maximum } = schema;
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => valid({ ...schema, type: one }, name)));
  switch (type) {
    case 'string': {
      const own = text(schema);
      return known[name] === undefined ? own : fc.oneof(fc.constantFrom(...known[name]), own);
    }
    case 'integer':
      return fc.integer({ min: minimum ?? 0, max: maximum ?? 2 ** 31 });
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const length = { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) };
      const selector = (item: unknown) => JSON.stringify(Object.entries(Object(item) as object).sort()) + String(item);
      return schema.uniqueItems === true
        ? fc.uniqueArray(valid(items), { ...length, selector })
        : fc.array(valid(items), length);
    }
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, valid(value, key)])), {
        requiredKeys: schema.required ?? [],
        noNullPrototype: true,
      });
    default:
      throw new Error(`the generator does not know schemas such as ${JSON.stringify(schema)}`);
  }
}

function drafts(operation: Operation): fc.Arbitrary<Draft> {
  const values = (where: 'path' | 'query') => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === where);
    return fc.record(
      Object.fromEntries(parameters.map(({ name, schema }) => [name, valid(schema, name).map(String)])),
      { requiredKeys: parameters.filter(({ required }) => required === true).map(({ name }) => name) },
    ) as fc.Arbitrary<Record<string, string>>;
  };
  const body: fc.Arbitrary<unknown> =
    operation.body === undefined
      ? fc.constant(undefined)
      : fc.oneof(fc.constantFrom(...operation.examples), valid(operation.body));
  return fc
    .record({ operation: fc.constant(operation), path: values('path'), query: values('query'), body })
    .filter(({ query, body: sent }) => operation.breaches({ query, body: sent }).length === 0);
}

/** A valid request of any operation that takes a body. */
export const draftWithBody = fc.oneof(...operations.filter(({ body }) => body !== undefined).map(drafts));
/** A valid request of any other operation. */
export const draftWithoutBody = fc.oneof(...operations.filter(({ body }) => body === undefined).map(drafts));

/** A token that JSON knows and JavaScript does not write, such as `1e400`. */
export const literal = (token: string): string => `\0literal ${token}`;

export function render({ operation, path, query, body }: Draft): Wire {
  const target = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  const text = (JSON.stringify(body) as string | undefined)?.replace(/"\\u0000literal ([^"]*)"/g, '$1');
  return {
    method: operation.method,
    target: search === '' ? target : `${target}?${search}`,
    headers: { 'X-Auth-Token': 'any', ...(text === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(text === undefined ? {} : { body: Buffer.from(text) }),
  };
}
