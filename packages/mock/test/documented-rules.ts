import { document } from '@vpcep/openapi/documents';
import { type DescribedOperation, type DocumentRule, resolve, type Schema } from '@vpcep/openapi/reader';

/** What is read of an operation. */
export type RequestOfOperation = Pick<DescribedOperation, 'operation' | 'parameters' | 'requestBody'>;

/** A schema of a request, and the way to it: names of members, and `[]` for every item of a list. */
export interface Place {
  readonly way: readonly string[];
  readonly schema: Schema;
}

/** Every schema that a request's query and body consist of, the whole of both included. */
export function placesOf({ operation, parameters, requestBody }: RequestOfOperation): Place[] {
  const query: Schema = {
    properties: Object.fromEntries(
      parameters.filter((parameter) => parameter.in === 'query').map(({ name, schema }) => [name, schema]),
    ),
    ...(operation['x-rules'] === undefined ? {} : { 'x-rules': operation['x-rules'] }),
  };
  const body = requestBody?.json?.schema;
  return [...within(query, ['query']), ...(body === undefined ? [] : within(body, ['body']))];
}

function* within(reference: Schema, way: readonly string[]): Generator<Place> {
  const schema = resolve(document, reference);
  yield { way, schema };
  for (const [name, property] of Object.entries(schema.properties ?? {})) yield* within(property, [...way, name]);
  if (schema.items !== undefined) yield* within(schema.items, [...way, '[]']);
}

/** The schema that a way leads to. */
export const schemaAt = (schema: Schema, way: readonly string[]): Schema =>
  way.reduce<Schema>((outer, segment) => {
    const next = segment === '[]' ? outer.items : outer.properties?.[segment];
    if (next === undefined) throw new Error(`there is no ${segment} in ${JSON.stringify(outer)}`);
    return resolve(document, next);
  }, schema);

/** The ways from where a rule stands to what it is about. */
export const targetsOf = ({ at }: DocumentRule): string[][] =>
  at?.map((place) => place.replaceAll('[]', '.[]').split('.').filter(Boolean)) ?? [[]];

/** The examples of an operation's query; of parameters that exclude each other, that of the first. */
export function exampleQuery({ operation, parameters }: RequestOfOperation): [name: string, value: string][] {
  const excluded = (operation['x-rules'] ?? []).flatMap((rule) =>
    'exactlyOneOf' in rule ? rule.exactlyOneOf.slice(1) : [],
  );
  return parameters
    .filter((parameter) => parameter.in === 'query' && !excluded.includes(parameter.name))
    .map(({ name, example }) => [name, String(example)]);
}
