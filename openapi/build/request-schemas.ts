import { type DescribedOperation, type Document, pointerTo, resolve, type Schema } from '../src/reader.js';

/** A schema of what an operation is sent. */
export interface RequestSchema {
  readonly schema: Schema;
  /** The way to it from the request, with `[]` for every item of a list, such as `body`, `tags`, `[]`, `key`. */
  readonly place: readonly string[];
  /** Where in the document it is written. */
  readonly pointer: string;
  /** What stands where it is used: the schema itself, or a reference with keywords that win over those of the schema. */
  readonly given: Schema;
  /** Where it is used. */
  readonly usedAt: string;
}

/** Where in the document the keyword of a schema is written. */
export const writtenAt = ({ given, pointer, usedAt }: RequestSchema, keyword: keyof Schema): string =>
  keyword in given ? usedAt : pointer;

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
    { schema: query, place: ['query'], pointer, given: query, usedAt: pointer },
    ...parameters.flatMap((parameter) =>
      schemasIn(document, parameter.schema, [parameter.in, parameter.name], pointerTo(parameter.pointer, 'schema')),
    ),
    ...(body === undefined ? [] : schemasIn(document, body.schema, ['body'], pointerTo(body.pointer, 'schema'))),
  ];
}

function schemasIn(
  document: Document,
  given: Schema,
  place: readonly string[],
  usedAt: string,
  within: readonly string[] = [],
): RequestSchema[] {
  const schema = resolve<Schema>(document, given);
  const at = given.$ref ?? usedAt;
  // A schema that holds itself is looked at once.
  if (within.includes(at)) return [];
  return [
    { schema, place, pointer: at, given, usedAt },
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      schemasIn(document, property, [...place, name], pointerTo(at, 'properties', name), [...within, at]),
    ),
    ...(schema.items === undefined
      ? []
      : schemasIn(document, schema.items, [...place, '[]'], pointerTo(at, 'items'), [...within, at])),
  ];
}
