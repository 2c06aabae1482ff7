import { STATUS_CODES } from 'node:http';
import { type Document, required, type Schema } from '@vpcep/openapi/reader';
import { sampleArguments } from '../samples/sample-arguments.js';
import { type SampledOperation, sampledOperations } from '../samples/sampled-operation.js';
import type { CalledWorkflow } from '../workflows/called-workflow.js';
import { type NextCalls, nextCalls } from './next-calls.js';

/** A value that the reader may change before an operation is tried. */
export interface TryItParameter {
  name: string;
  required: boolean;
  /** What the sample of the operation sends; nothing when it leaves the parameter out. */
  value: string;
  /** What it may look like. */
  example: string;
  /** The values that it can have; nothing when there are too many to name. */
  choices?: string[];
  isNumber: boolean;
}

/** An operation as it can be tried: the request of its sample, in parts that can be changed. */
export interface TryItOperation extends NextCalls {
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

/** What the dialog knows of the document. */
export interface TryItData {
  operations: TryItOperation[];
  workflows: readonly CalledWorkflow[];
  /** States that a resource leaves by itself. */
  passing: string[];
  /** The words of HTTP for the statuses of responses, by their numbers. */
  reasons: Record<string, string>;
}

/** Everything that can be tried. */
export function tryItData(document: Document, workflows: readonly CalledWorkflow[]): TryItData {
  const next = nextCalls(document, workflows);
  const lifecycles = Object.values(document.components.schemas).flatMap(
    ({ 'x-lifecycle': lifecycle }) => lifecycle ?? [],
  );
  return {
    operations: sampledOperations(document).map((placed) => ({
      ...tryItOperation(placed),
      ...(next[placed.operationId] ?? { passedOn: [], usual: [] }),
    })),
    workflows,
    passing: [...new Set(lifecycles.flatMap(({ passing }) => passing))],
    reasons: Object.fromEntries(Object.entries(STATUS_CODES).map(([status, words = '']) => [status, words])),
  };
}

function tryItOperation(placed: SampledOperation): Omit<TryItOperation, keyof NextCalls> {
  const { operationId, operation, method, path, parameters, authenticated } = placed;
  const sample = sampleArguments(placed);
  const inPlace = (place: string, values: Record<string, string | number | boolean>) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, example, required: isRequired = false, schema }) => ({
        name,
        required: isRequired,
        value: String(values[name] ?? ''),
        example: String(example),
        isNumber: schema.type === 'integer' || schema.type === 'number',
        ...choicesOf(schema),
      }));
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

function choicesOf(schema: Schema): { choices?: string[] } {
  const choices = schema.enum ?? schema['x-extensible-enum'] ?? (schema.type === 'boolean' ? [true, false] : undefined);
  return choices === undefined ? {} : { choices: choices.map(String) };
}
