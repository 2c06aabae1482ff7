import { createQuerySerializer } from 'openapi-fetch';
import type { Authenticator } from './authentication/authenticator.js';
import { resolveBaseUrl, type Target } from './base-url.js';
import { attemptLimits, type AttemptOptions, type CallOptions } from './call/call-options.js';
import type { Hooks } from './call/hooks.js';
import { runCall, type Fetch, type Transport } from './call/run-call.js';
import { VpcepCall } from './call/vpcep-call.js';
import { VpcepValidationError } from './errors/vpcep-validation-error.js';
import type { OperationMethods } from './generated/operation-methods.js';
import { operationTable } from './generated/operations.js';
import type { OperationId } from './operation-types.js';
import { fillPath } from './path.js';

/** What every client takes, however it authenticates. */
export interface CommonOptions extends AttemptOptions {
  /**
   * Sends the requests.
   *
   * @default globalThis.fetch
   */
  fetch?: Fetch;
  /** Functions that are called while calls run, for logs and traces. */
  hooks?: Hooks;
  /** The catalogue of `@vpcep/client/error-catalogue`: with it, errors carry the remedy of their code. */
  errorCatalogue?: ReadonlyMap<string, { readonly remedy: { readonly en: string; readonly zh: string } }>;
}

/** The arguments of any operation, as they look once the types have done their work. */
interface AnyArguments extends CallOptions {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

const serializeQuery = createQuerySerializer();

/** Makes the methods of a client out of what its requests need. */
export function createMethods(
  options: Target & CommonOptions,
  projectId: () => string | Promise<string>,
  authenticator: Authenticator,
): OperationMethods {
  const { fetch = globalThis.fetch, hooks = {}, errorCatalogue } = options;
  const baseUrl = resolveBaseUrl(options);
  const limits = attemptLimits(options);
  const transport: Transport = {
    fetch,
    authenticator,
    hooks,
    remedyOf: (code) => errorCatalogue?.get(code)?.remedy,
  };
  const call = async (id: OperationId, args: AnyArguments = {}) => {
    const [method, path, hasResult] = operationTable[id];
    const inProject = path.includes('{project_id}') && args.path?.['project_id'] === undefined;
    const values = { ...args.path, ...(inProject && { project_id: await projectId() }) };
    const query = serializeQuery(args.query ?? {});
    return runCall(transport, {
      operation: id,
      request: { method, url: baseUrl + fillPath(path, values) + (query && `?${query}`), ...serialize(args) },
      // A POST of this API changes something, unless it only searches.
      repeatable: method !== 'POST' || id.startsWith('list'),
      hasResult,
      limits: attemptLimits(args, limits),
      signal: args.signal,
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
function serialize(args: AnyArguments): { headers: Headers; body: string | undefined } {
  const headers = new Headers();
  let body;
  if (args.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    try {
      body = JSON.stringify(args.body);
    } catch (cause) {
      throw new VpcepValidationError('body', 'must be something that JSON can say', { cause });
    }
  }
  for (const [name, value] of Object.entries(args.headers ?? {})) {
    try {
      headers.set(name, value);
    } catch {
      // The error of the platform repeats the value, which may be secret.
      throw new VpcepValidationError(`headers.${name}`, 'must be a name and a value that HTTP allows');
    }
  }
  return { headers, body };
}
