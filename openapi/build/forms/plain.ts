import type { Document, Schema } from '../../src/reader.js';
import { mapSchemas } from './map-schemas.js';
import { splitTypes } from './split-types.js';

/**
 * The document for tools that stumble over what OpenAPI 3.1 allows: one type for each schema, schemas without the
 * document's own words, and one server whose address is a plain URL.
 */
export function plainForm(document: Document & { jsonSchemaDialect?: string }): Document {
  const { jsonSchemaDialect: _, servers = [], ...plain } = document;
  return { ...mapSchemas(plain, plainSchema), servers: servers.slice(0, 1).map(atDefaults) };
}

/** A schema with one type, and without the document's own words. */
export function plainSchema(schema: Schema, pointer: string): Schema {
  const words = Object.entries(schema).filter(([keyword]) => !keyword.startsWith('x-'));
  return splitTypes(Object.fromEntries(words), pointer);
}

type Server = NonNullable<Document['servers']>[number];

/** A server with the default of each variable in its place. */
function atDefaults({ variables = {}, url, ...server }: Server): Server {
  return { ...server, url: url.replaceAll(/\{(\w+)\}/g, (whole, name: string) => variables[name]?.default ?? whole) };
}
