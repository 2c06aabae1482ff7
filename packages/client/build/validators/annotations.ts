/** What schemas say to readers and to others than validators, and no validator needs to carry. */
const annotations = [
  'default',
  'deprecated',
  'description',
  'example',
  'examples',
  'x-conditional-default',
  'x-error-code',
  'x-label',
  'x-lifecycle',
  'x-rules',
  'x-since',
  'x-transitions',
];

/** A schema, with all that it holds, without what is of no consequence for validation. */
export function withoutAnnotations<T>(schema: T): T {
  // What is left of a schema is one.
  return strip(schema) as T;
}

function strip(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strip);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    (Object.entries(schema) as [string, unknown][])
      .filter(([name]) => !annotations.includes(name))
      // The names of properties are no keywords: some are called description.
      .map(([name, value]) => [name, name === 'properties' ? stripEach(value) : strip(value)]),
  );
}

/** Schemas by their names. */
const stripEach = (schemas: unknown): unknown =>
  Object.fromEntries(Object.entries(schemas ?? {}).map(([name, schema]) => [name, strip(schema)]));
