import { attemptLimits, type AttemptOptions, type CallOptions } from './call/call-options.js';
import { runCall } from './call/run-call.js';
import type { Transport } from './call/transport.js';
import { VpcepCall } from './call/vpcep-call.js';
import { withinTime } from './call/within-time.js';
import { VpcepAbortError, VpcepTimeoutError } from './errors/call-errors.js';
import { VpcepValidationError } from './errors/vpcep-error.js';
import type { OperationMethods } from './generated/operation-methods.js';
import { operationTable } from './generated/operations.js';
import type { OperationId } from './operation-types.js';
import { fillPath } from './url/path.js';
import { serializeQuery } from './url/query.js';

/** The arguments of any operation, as they look once the types have done their work. */
interface AnyArguments extends CallOptions {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Makes the methods of a client out of what its requests need. */
export function createMethods(
  transport: Transport,
  baseUrl: string,
  options: AttemptOptions,
  defaultProjectId: () => string | Promise<string>,
): OperationMethods {
  const limits = attemptLimits(options);
  const call = async (id: OperationId, args: AnyArguments = {}) => {
    const [method, path, hasResult] = operationTable[id];
    const { signal } = args;
    const ownLimits = attemptLimits(args, limits);
    let projectId = args.path?.['project_id'];
    if (path.includes('{project_id}') && projectId === undefined) {
      const found = defaultProjectId();
      projectId = typeof found === 'string' ? found : await bounded(id, found, ownLimits.totalTimeout, signal);
    }
    const query = serializeQuery(args.query ?? {});
    const url = baseUrl + fillPath(path, { ...args.path, project_id: projectId }) + (query && `?${query}`);
    return runCall(transport, {
      operation: id,
      request: { method, url, ...serialize(args) },
      projectId,
      // A POST of this API changes something, unless it only searches.
      repeatable: method !== 'POST' || id.startsWith('list'),
      hasResult,
      limits: ownLimits,
      signal,
    });
  };
  return Object.fromEntries(
    Object.keys(operationTable).map((id) => [
      id,
      (args?: AnyArguments) => new VpcepCall(call(id as OperationId, args)),
    ]),
    // The table that the methods are made from holds any operation; their types hold each one to its own arguments.
  ) as unknown as OperationMethods;
}

/** The headers and the body of a request. */
function serialize({ headers: own, body }: AnyArguments): {
  headers: Record<string, string>;
  body: string | undefined;
} {
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return { headers: own === undefined ? headers : merge(headers, own), body: toJson(body) };
}

function toJson(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new VpcepValidationError('body', 'must be something that JSON can say', { cause });
  }
}

function merge(base: Record<string, string>, own: Record<string, string>): Record<string, string> {
  const headers = new Headers(base);
  for (const [name, value] of Object.entries(own)) {
    try {
      headers.set(name, value);
    } catch {
      // The error of the platform repeats the value, which may be secret.
      throw new VpcepValidationError(`headers.${name}`, 'must be a name and a value that HTTP allows');
    }
  }
  return Object.fromEntries(headers);
}

/** A lookup that calls share goes on when one of them has no more time. */
async function bounded(id: OperationId, found: Promise<string>, time: number, signal?: AbortSignal): Promise<string> {
  const outcome = await withinTime(() => found, time, signal);
  if (outcome === 'abort') throw new VpcepAbortError({ operation: id }, signal?.reason);
  if (outcome === 'timeout') {
    const message = `the ID of the project was not found within ${time} ms, the totalTimeout`;
    throw new VpcepTimeoutError({ operation: id }, message, { option: 'totalTimeout' });
  }
  return outcome.value;
}
