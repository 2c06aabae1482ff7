import { required } from './document-error.js';
import {
  type Document,
  type Method,
  methods,
  type Operation,
  type Parameter,
  type PathItem,
  type Reference,
  type RequestBody,
  type Response,
  type Schema,
} from './document-types.js';
import { type JsonBody, jsonBody } from './json-body.js';
import { pointerTo } from './pointer.js';
import { type Located, locate } from './resolve.js';

/** A parameter that an operation takes. */
export type DescribedParameter = Parameter & { readonly pointer: string; schema: Schema };

/** The body that an operation is sent. */
export interface DescribedRequest {
  readonly pointer: string;
  readonly required: boolean;
  readonly content: RequestBody['content'];
  readonly json: JsonBody | undefined;
}

/** What an operation answers with one status. */
export interface DescribedResponse {
  readonly pointer: string;
  /** Such as `200`, `4XX` or `default`. */
  readonly status: string;
  readonly response: Response;
  readonly json: JsonBody | undefined;
}

/** An operation with its place, and with what it refers to. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly path: string;
  readonly method: Method;
  readonly pointer: string;
  /** As it stands in the document. */
  readonly operation: Operation;
  /** Those of the Path Item, then its own, which win over one of the same name and place. */
  readonly parameters: readonly DescribedParameter[];
  readonly requestBody: DescribedRequest | undefined;
  readonly responses: readonly DescribedResponse[];
  /** The response when all goes well: the first of those with a status between 200 and 299. */
  readonly success: DescribedResponse | undefined;
}

type DocumentOfPaths = Pick<Document, 'paths'>;

/**
 * All operations of a document, in its order.
 *
 * @throws DocumentError when one has no operationId, or refers to what is not there.
 */
export function operationsOf(document: DocumentOfPaths): DescribedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) => {
    const found = locate<PathItem>(document, item, pointerTo('#', 'paths', path));
    return methods.flatMap((method) => {
      const operation = found.value[method];
      const pointer = pointerTo(found.pointer, method);
      return operation === undefined ? [] : [described(document, { path, method, pointer, operation, item: found })];
    });
  });
}

function described(
  document: DocumentOfPaths,
  {
    item,
    ...given
  }: Pick<DescribedOperation, 'path' | 'method' | 'pointer' | 'operation'> & { item: Located<PathItem> },
): DescribedOperation {
  const { operation, pointer } = given;
  const operationId = required(operation.operationId, { pointer }, 'operationId');
  const responses = Object.entries(operation.responses ?? {}).map(([status, response]) =>
    describedResponse(document, status, response, pointerTo(pointer, 'responses', status)),
  );
  const parameters = [
    ...parametersIn(document, item.value, item.pointer),
    ...parametersIn(document, operation, pointer),
  ].map((parameter) => [`${parameter.in} ${parameter.name}`, parameter] as const);
  return {
    ...given,
    operationId,
    // A later one of the same key takes the place of an earlier one.
    parameters: [...new Map(parameters).values()],
    requestBody: operation.requestBody && describedRequest(document, operation.requestBody, pointer),
    responses,
    success: responses.find(({ status }) => status.startsWith('2')),
  };
}

function parametersIn(
  document: DocumentOfPaths,
  { parameters = [] }: PathItem | Operation,
  base: string,
): DescribedParameter[] {
  return parameters.map((given, index) => {
    const { pointer, value } = locate<Parameter>(document, given, pointerTo(base, 'parameters', index));
    return { ...value, pointer, schema: required(value.schema, { pointer }, 'schema') };
  });
}

function describedRequest(document: DocumentOfPaths, given: RequestBody | Reference, base: string): DescribedRequest {
  const { pointer, value } = locate<RequestBody>(document, given, pointerTo(base, 'requestBody'));
  const { content, required: isRequired = false } = value;
  return { pointer, required: isRequired, content, json: jsonBody(document, content, pointer) };
}

function describedResponse(
  document: DocumentOfPaths,
  status: string,
  given: Response | Reference,
  place: string,
): DescribedResponse {
  const { pointer, value: response } = locate<Response>(document, given, place);
  return { pointer, status, response, json: jsonBody(document, response.content, pointer) };
}
