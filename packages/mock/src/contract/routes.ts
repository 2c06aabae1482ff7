import { maxHeaderSize } from 'node:http';
import type { IHttpOperation } from '@stoplight/types';
import createRouter, { type HTTPMethod } from 'find-my-way';
import { methodOfAnswer, withHead } from '../request/method.js';

/** The operation that a request is for, or why there is none. */
export type Route = { operation: IHttpOperation } | { operation: undefined; allowedMethods: string[] };

/** Finds operations by method and path. */
export function createRoutes(operations: readonly IHttpOperation[]): (method: string, path: string) => Route {
  // Values of the path that are too long get as far as the contract, which names them.
  const router = createRouter({ maxParamLength: maxHeaderSize });
  const methods = [...new Set(operations.map((operation) => operation.method.toUpperCase() as HTTPMethod))];
  for (const operation of operations) {
    // The router would read more into the names of parameters, and into colons.
    const path = operation.path
      .split('/')
      .map((segment, index) => (segment.startsWith('{') ? `:${index}` : segment.replaceAll(':', '::')))
      .join('/');
    router.on(operation.method.toUpperCase() as HTTPMethod, path, () => undefined, operation);
  }
  const find = (method: string, path: string) =>
    // The router takes `*`, the target of `OPTIONS *`, for any path.
    path.startsWith('/') ? (router.find(method as HTTPMethod, path)?.store as IHttpOperation | undefined) : undefined;

  return (method, path) => {
    const operation = find(method, path) ?? find(methodOfAnswer(method), path);
    if (operation) return { operation };
    return {
      operation: undefined,
      allowedMethods: withHead(methods.filter((other) => find(other, path) !== undefined)),
    };
  };
}
