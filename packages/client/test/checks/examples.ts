import { document } from '@vpcep/openapi/documents';
import { type DescribedParameter, operationsOf, type Schema } from '@vpcep/openapi/reader';
import type { OperationId } from '../../src/index.js';

/** What a call takes, as plain data. */
export interface Arguments {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body?: unknown;
}

/** An operation, with arguments that the document gives as examples. */
export interface DescribedOperation {
  id: OperationId;
  method: string;
  path: string;
  parameters: readonly DescribedParameter[];
  bodySchema: Schema | undefined;
  /** Whether the body may not be left out. */
  needsBody: boolean;
  examples: Arguments[];
}

/** Every operation of the document. */
export const operations: DescribedOperation[] = operationsOf(document).map(
  ({ operationId, method, path, parameters, requestBody }) => {
    const valuesIn = (where: string) =>
      Object.fromEntries(parameters.filter((found) => found.in === where).map(({ name, example }) => [name, example]));
    const query = valuesIn('query');
    // These two exclude each other.
    if (operationId === 'listServiceDescribeDetails') delete query['id'];
    const bodies = [...(requestBody?.json?.examples.values() ?? [])];
    return {
      // The types of the client are made from the same document.
      id: operationId as OperationId,
      method: method.toUpperCase(),
      path,
      parameters,
      bodySchema: requestBody?.json?.schema,
      needsBody: requestBody?.required === true,
      examples: (bodies.length > 0 ? bodies : [undefined]).map((body) => ({
        path: valuesIn('path'),
        query,
        ...(body === undefined ? {} : { body }),
      })),
    };
  },
);

/** The first example of an operation's arguments, to be changed at will. */
export function exampleOf(id: OperationId): Arguments & { body: Record<string, unknown> } {
  const found = operations.find((operation) => operation.id === id)?.examples[0];
  if (found === undefined) throw new Error(`no example of ${id}`);
  const { body = {}, ...rest } = structuredClone(found);
  return { ...rest, body: body as Record<string, unknown> };
}
