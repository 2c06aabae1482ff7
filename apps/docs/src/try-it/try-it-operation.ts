import { type Document, required } from '@vpcep/openapi/reader';
import { sampleArguments } from '../samples/sample-arguments.js';
import { type SampledOperation, sampledOperations } from '../samples/sampled-operation.js';

/** A value that the reader may change before an operation is tried. */
export interface TryItParameter {
  name: string;
  /** What the sample of the operation sends; nothing when it leaves the parameter out. */
  value: string;
  /** What it may look like. */
  example: string;
}

/** An operation as it can be tried: the request of its sample, in parts that can be changed. */
export interface TryItOperation {
  operationId: string;
  title: string;
  /** The method in capitals. */
  method: string;
  /** The path with its parameters in braces. */
  path: string;
  pathParameters: TryItParameter[];
  queryParameters: TryItParameter[];
  headers: Record<string, string>;
  /** The body in JSON, laid out to be read. */
  body?: string;
}

/** Everything on the page that can be tried. */
export const tryItOperations = (document: Document): TryItOperation[] =>
  sampledOperations(document).map(tryItOperation);

function tryItOperation(placed: SampledOperation): TryItOperation {
  const { operationId, operation, method, path, parameters, authenticated } = placed;
  const sample = sampleArguments(placed);
  const inPlace = (place: string, values: Record<string, string | number | boolean>) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, example }) => ({ name, value: String(values[name] ?? ''), example: String(example) }));
  return {
    operationId,
    title: required(operation.summary, placed, 'summary'),
    method,
    path,
    pathParameters: inPlace('path', sample.path),
    queryParameters: inPlace('query', sample.query),
    headers: {
      // The mock takes any.
      ...(authenticated && { 'X-Auth-Token': 'any' }),
      ...(sample.body && { 'Content-Type': 'application/json' }),
    },
    ...(sample.body && { body: JSON.stringify(sample.body, undefined, 2) }),
  };
}
