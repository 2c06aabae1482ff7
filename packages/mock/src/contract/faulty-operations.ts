import type { IHttpOperation } from '@stoplight/types';
import { creating } from '../behaviour/index.js';
import type { FaultyOperation } from '../faults/matcher.js';
import { pathParameters } from '../request/path-parameters.js';

/** The operations of a document, as faults tell them and their calls apart. */
export const faultyOperations = (operations: readonly IHttpOperation[]): FaultyOperation[] =>
  operations.map((operation) => ({
    name: operation.iid ?? '',
    method: operation.method.toUpperCase(),
    isOfApi: true,
    creates: creating.has(operation.iid ?? ''),
    path: pathParameters(operation.path).map(({ name }) => name),
    query: (operation.request?.query ?? []).map(({ name }) => name),
  }));
