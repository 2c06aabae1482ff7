import { type DescribedOperation, type Document, pointerTo, resolve, type Schema } from '../src/reader.js';

/** A schema of what an operation is sent. */
export interface RequestSchema {
  readonly schema: Schema;
  /** The way to it from the request, with `[]` for every item of a list, such as `body`, `tags`, `[]`, `key`. */
  readonly place: readonly string[];
  /** Where in the document it is written. */
  readonly pointer: string;
}

/** Every schema of what an operation is sent; the operation itself is that of its query. */
export function requestSchemas(
  document: Document,
  { operation, parameters, requestBody, pointer }: DescribedOperation,
): RequestSchema[] {
  const sent = parameters.filter((parameter) => parameter.in === 'query');
  const query: Schema = {
    properties: Object.fromEntries(sent.map(({ name, schema }) => [name, schema])),
    ...(operation['x-rules'] && { 'x-rules': operation['x-rules'] }),
  };
  const body = requestBody?.json;
  return [
    { schema: query, place: ['query'], pointer },
    ...parameters.flatMap((parameter) =>
      schemasIn(document, parameter.schema, [parameter.in, parameter.name], pointerTo(parameter.pointer, 'schema')),
    ),
    ...(body === undefined ? [] : schemasIn(document, body.schema, ['body'], pointerTo(body.pointer, 'schema'))),
  ];
}

function schemasIn(document: Document, given: Schema, place: readonly string[], pointer: string): RequestSchema[] {
  const schema = resolve<Schema>(document, given);
  const at = given.$ref ?? pointer;
  return [
    { schema, place, pointer: at },
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      schemasIn(document, property, [...place, name], pointerTo(at, 'properties', name)),
    ),
    ...(schema.items === undefined ? [] : schemasIn(document, schema.items, [...place, '[]'], pointerTo(at, 'items'))),
  ];
}
