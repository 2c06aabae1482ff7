import type { TryItOperation, TryItParameter } from './try-it-operation.js';
import type { ParameterValues } from './request-url.js';

/** What an operation is called with, by the types of its parameters, as the checks of the client take it. */
export interface RequestArguments {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body?: unknown;
}

/** Reads what the reader has typed. A query parameter without a value is left out, and a body that is no JSON is not there. */
export function requestArguments(operation: TryItOperation, values: ParameterValues, body: string): RequestArguments {
  const { pathParameters, queryParameters } = operation;
  const json = operation.body === undefined ? undefined : readJson(body);
  return {
    path: typed(pathParameters, values.path),
    query: typed(queryParameters, values.query),
    ...(json !== undefined && { body: json }),
  };
}

/** The value of a text in JSON; undefined when it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever asks says so.
    return undefined;
  }
}

function typed(
  parameters: readonly TryItParameter[],
  values: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    parameters.flatMap(({ name, isNumber }): [string, unknown][] => {
      const text = values[name] ?? '';
      if (text === '') return [];
      return [[name, isNumber && Number.isFinite(Number(text)) ? Number(text) : text]];
    }),
  );
}
