import type { IHttpOperation } from '@stoplight/types';
import createRouter, { type HTTPMethod } from 'find-my-way';

/** The operation that a request is for, or why there is none. */
export type Route = { operation: IHttpOperation } | { operation: undefined; allowedMethods: string[] };

/** Finds operations by method and path. */
export function createRoutes(operations: readonly IHttpOperation[]): (method: string, path: string) => Route {
  const router = createRouter();
  const methods = [...new Set(operations.map((operation) => operation.method.toUpperCase() as HTTPMethod))];
  for (const operation of operations) {
    const path = operation.path.replace(/\{([^}]+)\}/g, ':$1');
    router.on(operation.method.toUpperCase() as HTTPMethod, path, () => undefined, operation);
  }
  const find = (method: string, path: string) =>
    router.find(method as HTTPMethod, path)?.store as IHttpOperation | undefined;

  return (method, path) => {
    const operation = find(method, path);
    if (operation) return { operation };
    return { operation: undefined, allowedMethods: methods.filter((other) => find(other, path) !== undefined) };
  };
}
