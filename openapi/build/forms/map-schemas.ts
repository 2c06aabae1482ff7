import { type Document, pointerTo, type Schema } from '../../src/reader.js';

/** What becomes of a schema, whose parts have been changed already; the pointer says where it is written. */
export type SchemaChange = (schema: Schema, pointer: string) => Schema;

/** What holds values, which may look like a part of a document and are none. */
const values = ['default', 'example', 'examples'];

/** Changes every schema of a document, the inner ones first. */
export function mapSchemas(document: Document, change: SchemaChange): Document {
  const { schemas } = document.components;
  const rest = outside(document, '#', change) as Document;
  return {
    ...rest,
    components: { ...rest.components, schemas: mapNamed(schemas, '#/components/schemas', change) },
  };
}

/** A part of the document that is no schema, with the schemas in it changed. */
function outside(part: unknown, pointer: string, change: SchemaChange): unknown {
  if (Array.isArray(part)) return part.map((item, index) => outside(item, pointerTo(pointer, index), change));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => {
      const at = pointerTo(pointer, key);
      if (key === 'schema') return [key, mapSchema(value as Schema, at, change)];
      return [
        key,
        values.includes(key) || key === 'schemas' || key.startsWith('x-') ? value : outside(value, at, change),
      ];
    }),
  );
}

function mapSchema(schema: Schema, pointer: string, change: SchemaChange): Schema {
  const mapped = { ...schema };
  for (const keyword of ['items', 'not'] as const) {
    const inner = mapped[keyword];
    if (inner !== undefined) mapped[keyword] = mapSchema(inner, pointerTo(pointer, keyword), change);
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const inner = mapped[keyword];
    if (inner === undefined) continue;
    mapped[keyword] = inner.map((part, index) => mapSchema(part, pointerTo(pointer, keyword, index), change));
  }
  const { additionalProperties, properties } = mapped;
  if (typeof additionalProperties === 'object') {
    mapped.additionalProperties = mapSchema(additionalProperties, pointerTo(pointer, 'additionalProperties'), change);
  }
  if (properties !== undefined) mapped.properties = mapNamed(properties, pointerTo(pointer, 'properties'), change);
  return change(mapped, pointer);
}

const mapNamed = (schemas: Record<string, Schema>, pointer: string, change: SchemaChange): Record<string, Schema> =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, mapSchema(schema, pointerTo(pointer, name), change)]),
  );
