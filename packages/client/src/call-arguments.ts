import { attemptKinds, type CallOptions } from './call/call-options.js';
import { operationTable } from './generated/operations.js';
import { checkKind, checkKnown, type Kinds } from './given/known-options.js';
import type { OperationId } from './operation-types.js';

/** The arguments of any operation, as they look once the types have done their work. */
export interface AnyArguments extends CallOptions {
  path?: Partial<Record<string, string>>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Made at the first call, and not again for each. */
let kinds: (Kinds & Record<keyof AnyArguments, string>) | undefined;

/**
 * @throws VpcepValidationError when there is an argument that no call knows, or one of another kind than is asked for.
 * What belongs into `path`, `query` or `body` is named with its place.
 */
export function checkArguments(id: OperationId, args: unknown): void {
  const [method, path] = operationTable[id];
  const rest = method === 'GET' ? 'query' : 'body';
  kinds ??= {
    ...attemptKinds,
    signal: 'AbortSignal',
    headers: '',
    path: 'Object',
    query: 'Object',
    body: 'Object',
  };
  checkKind('arguments', args, 'Object');
  // It may be an option that is misspelt as well: all fields of the API would take too much room here.
  const place = (name: string) => (path.includes(`{${name}}`) ? 'path' : rest);
  checkKnown(args, kinds, '', (name) => `as a field, give { ${place(name)}: { ${name} } }; `);
}
