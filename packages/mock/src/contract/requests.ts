import type { IHttpOperation } from '@stoplight/types';
import type { JSONSchema7 } from 'json-schema';
import type { OperationRules } from '@vpcep/rules';
import { readRules, type RuledOperation, type RuledSchema } from '@vpcep/rules/document';
import { bundle, define } from '../document/definitions.js';
import type { DescribedOperation } from '../document/described-operation.js';
import { pathParameters, type PathSegment, pathValues } from '../request/path-parameters.js';
import { typedQuery } from '../request/typed-query.js';
import { defaultsOf, type Fill } from './defaults.js';
import { mapValues, withoutUniqueItems } from './unique-items.js';

/** What an operation is sent, as far as the document says how. */
export interface RequestContract {
  /** The operation as Prism is given it. */
  readonly operation: IHttpOperation;
  /** The same, with answers from whose schemas Prism can make up values. */
  readonly mocked: IHttpOperation;
  readonly rules: OperationRules;
  readonly path: JSONSchema7;
  readonly query: JSONSchema7;
  /** The schema of the body; undefined when the operation takes none. */
  readonly body: JSONSchema7 | undefined;
  /** What fills in the defaults of query and body, where there are any. */
  readonly fill: { readonly query: Fill | undefined; readonly body: Fill | undefined };
  /** The parameters of the path, and the segments that they stand for. */
  readonly pathSegments: readonly PathSegment[];
  /** How many items the lists of the body may have, where the document says. */
  readonly maxItems: Readonly<Record<string, number>>;
}

/** The schema of everything that an operation is sent. */
export const argumentsSchema = ({
  path,
  query,
  body = {},
}: Pick<RequestContract, 'path' | 'query' | 'body'>): JSONSchema7 => ({
  properties: { path, query, body },
});

/** The arguments of a request, in the types that the document gives them. */
export interface RequestArguments {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** An operation, and what it is sent. */
export interface PreparedOperation {
  readonly operation: IHttpOperation;
  readonly contract: () => RequestContract;
}

/** Prepares an operation at once, so that what is wrong with it is known. */
export function prepared(described: DescribedOperation): PreparedOperation {
  const contract = requestContract(described);
  return { operation: described.checked, contract: () => contract };
}

/** Prepares an operation for the first request to it: most mocks are asked for few of them. */
export function preparedWhenAsked(described: DescribedOperation): PreparedOperation {
  let contract: RequestContract | undefined;
  return { operation: described.checked, contract: () => (contract ??= requestContract(described)) };
}

/** Prepares an operation for the requests to it. */
export function requestContract({ whole, checked, finite, definitions }: DescribedOperation): RequestContract {
  const { request, extensions } = checked;
  const body = bodyOf(whole);
  const query = objectOf(request?.query);
  const operation = asPrismTakesIt(checked, definitions);
  return {
    operation,
    mocked: finite === checked ? operation : { ...operation, responses: finite.responses },
    rules: readRules(
      {
        // The document is held to the vocabulary before it is published; a document of the user's may break it.
        'x-rules': extensions?.['x-rules'] as RuledOperation['x-rules'],
        query: Object.entries(query.properties ?? {}).map(([name, schema]) => ({
          name,
          schema: schema as RuledSchema,
        })),
        // The rules of a schema that holds itself are read where it stands, and not once more in itself.
        body: bodyOf(finite) as RuledSchema | undefined,
      },
      () => ({}),
    ),
    path: objectOf(request?.path),
    query,
    body,
    fill: { query: defaultsOf(query), body: defaultsOf(body) },
    pathSegments: pathParameters(checked.path),
    maxItems: Object.fromEntries(
      Object.entries(body?.properties ?? {}).flatMap(([name, property]) =>
        typeof property === 'object' && property.maxItems !== undefined ? [[name, property.maxItems]] : [],
      ),
    ),
  };
}

/** The schema of the body that an operation is sent. */
const bodyOf = ({ request }: IHttpOperation): JSONSchema7 | undefined => request?.body?.contents?.[0]?.schema;

/** The values of the path's parameters, of the query in their types, and the body. */
export function readArguments(
  { operation, pathSegments }: RequestContract,
  path: string,
  query: Record<string, string>,
  body: unknown,
): RequestArguments {
  return { path: pathValues(pathSegments, path), query: typedQuery(operation.request?.query ?? [], query), body };
}

/** The same arguments, with the document's defaults for what was left out. */
export const filledArguments = ({ fill }: RequestContract, given: RequestArguments): RequestArguments => ({
  path: given.path,
  query: fill.query === undefined ? given.query : (fill.query(given.query) as RequestArguments['query']),
  body: fill.body === undefined ? given.body : fill.body(given.body),
});

function objectOf(parameters: readonly { name: string; schema?: JSONSchema7 }[] = []): JSONSchema7 {
  return { properties: Object.fromEntries(parameters.map(({ name, schema = {} }) => [name, schema])) };
}

/**
 * Requests arrive at the mock, whatever servers the document names. Prism checks their bodies for all rules but that items
 * are unique, and not their paths, whose values it splits at commas. It would complain of a parameter that is deprecated,
 * which may be sent all the same.
 */
function asPrismTakesIt(operation: IHttpOperation, definitions: DescribedOperation['definitions']): IHttpOperation {
  const referred = definitions === undefined ? undefined : mapValues(definitions, withoutUniqueItems);
  const taken = { ...operation, servers: [], ...(referred && { [bundle]: referred }) };
  if (operation.request === undefined) return taken;
  const { path: _, body, query = [], ...others } = operation.request;
  const request = { ...others, query: query.map((parameter) => ({ ...parameter, deprecated: false })) };
  if (body === undefined) return { ...taken, request };
  const contents = (body.contents ?? []).map((content) => {
    if (content.schema === undefined) return content;
    const schema = withoutUniqueItems(content.schema);
    if (referred !== undefined) define(schema, referred);
    return { ...content, schema };
  });
  return { ...taken, request: { ...request, body: { ...body, contents } } };
}
