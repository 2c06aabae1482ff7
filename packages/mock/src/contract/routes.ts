import type { IHttpOperation } from '@stoplight/types';
import { methodOfAnswer, withHead } from '../request/method.js';

/** The operation that a request is for, or why there is none. */
export type Route = { operation: IHttpOperation } | { operation: undefined; allowedMethods: string[] };

/** What may follow in a path, segment by segment. */
interface Node {
  readonly fixed: Map<string, Node>;
  /** Where a parameter stands, any segment may. */
  any?: Node;
  /** The operations whose paths end here, by their methods. */
  readonly operations: Map<string, IHttpOperation>;
}

const newNode = (): Node => ({ fixed: new Map(), operations: new Map() });

/** Finds operations by method and path. Libraries that do compile functions as they go, which a page may forbid. */
export function createRoutes(operations: readonly IHttpOperation[]): (method: string, path: string) => Route {
  const root = newNode();
  for (const operation of operations) {
    let node = root;
    for (const segment of operation.path.split('/')) node = nextOf(node, segment);
    node.operations.set(operation.method.toUpperCase(), operation);
  }
  const methods = [...new Set(operations.map(({ method }) => method.toUpperCase()))];

  return (method, path) => {
    const segments = path.split('/');
    const operation = find(root, segments, 0, method) ?? find(root, segments, 0, methodOfAnswer(method));
    if (operation !== undefined) return { operation };
    return {
      operation: undefined,
      allowedMethods: withHead(methods.filter((other) => find(root, segments, 0, other) !== undefined)),
    };
  };
}

/** The node behind a segment of a template, made where there is none yet. */
function nextOf(node: Node, segment: string): Node {
  if (segment.startsWith('{')) return (node.any ??= newNode());
  const next = node.fixed.get(segment) ?? newNode();
  node.fixed.set(segment, next);
  return next;
}

/** The operation of the first path that fits; of two that differ in a segment, that which names it. */
function find(node: Node, segments: readonly string[], index: number, method: string): IHttpOperation | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.operations.get(method);
  const fixed = node.fixed.get(segment.includes('%') ? decodeURIComponent(segment) : segment);
  return (
    (fixed && find(fixed, segments, index + 1, method)) ?? (node.any && find(node.any, segments, index + 1, method))
  );
}
