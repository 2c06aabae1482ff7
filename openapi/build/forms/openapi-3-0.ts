import { type Document, DocumentError, type Schema } from '../../src/reader.js';
import { mapSchemas } from './map-schemas.js';
import { plainSchema } from './plain.js';

/** What a schema may say in OpenAPI 3.0, when it is plain. */
const known = [
  'additionalProperties',
  'allOf',
  'anyOf',
  'default',
  'deprecated',
  'description',
  'enum',
  'example',
  'format',
  'items',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'not',
  'oneOf',
  'pattern',
  'properties',
  'readOnly',
  'required',
  'title',
  'type',
  'uniqueItems',
  'writeOnly',
];

/**
 * The document in OpenAPI 3.0, its schemas plain.
 *
 * @throws DocumentError when a schema says what OpenAPI 3.0 cannot say.
 */
export function openapi30Form(document: Document & { jsonSchemaDialect?: string }): Document {
  const { jsonSchemaDialect: _, ...known } = document;
  const { summary: _summary, license, ...info } = document.info;
  return {
    ...mapSchemas(known, (schema, pointer) => schema30(plainSchema(schema, pointer), pointer)),
    openapi: '3.0.3',
    info: { ...info, ...(license && { license: { name: license.name, ...(license.url && { url: license.url }) } }) },
  };
}

function schema30({ $ref, const: only, examples, ...schema }: Schema, pointer: string): Schema {
  const converted: Schema = {
    ...schema,
    ...(only !== undefined && { enum: [only] }),
    ...(examples !== undefined && { example: examples[0] }),
  };
  const unknown = Object.keys(converted).find((keyword) => !known.includes(keyword));
  if (unknown !== undefined) throw new DocumentError({ pointer }, `OpenAPI 3.0 does not know ${unknown}`);
  if ($ref === undefined) return converted;
  // What stands beside a reference counts for nothing.
  return Object.keys(converted).length === 0 ? { $ref } : { ...converted, allOf: [{ $ref }] };
}
