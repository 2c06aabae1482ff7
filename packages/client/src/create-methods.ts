import type { AnyArguments } from './call-arguments.js';
import { attemptLimits, type AttemptLimits, type AttemptOptions } from './call/call-options.js';
import { mergeHeaders } from './call/headers.js';
import { toJson } from './call/body.js';
import type { Call } from './call/running-call.js';
import { runCall } from './call/run-call.js';
import type { Transport } from './call/transport.js';
import { VpcepCall } from './call/vpcep-call.js';
import type { OperationMethods } from './generated/operation-methods.js';
import { operationTable } from './generated/operations.js';
import type { OperationId } from './operation-types.js';
import { unreadable } from './given/unreadable.js';
import { fillPath } from './url/path.js';
import { serializeQuery } from './url/query.js';

/** Finds the ID of a client's project, for an operation that waits so long for it. */
export type ProjectIdOf = (
  operation: string,
  limits: AttemptLimits,
  signal: AbortSignal | undefined,
) => string | Promise<string>;

/** Makes the methods of a client out of what its requests need. */
export function createMethods(
  transport: Transport,
  baseUrl: string,
  options: AttemptOptions,
  projectIdOf: ProjectIdOf,
  check?: (id: OperationId, args: unknown) => void,
): OperationMethods {
  const limits = attemptLimits(options);
  const call = async (id: OperationId, args: AnyArguments = {}) => {
    let prepared: Call;
    try {
      check?.(id, args);
      const [method, template, hasResult] = operationTable[id];
      const { path, query = {}, headers, body, signal } = args;
      const ownLimits = attemptLimits(args, limits);
      const projectId = template.includes('{project_id}')
        ? (path?.['project_id'] ?? (await projectIdOf(id, ownLimits, signal)))
        : undefined;
      const search = serializeQuery(query);
      const ofClient =
        body === undefined ? transport.headers : { 'content-type': 'application/json', ...transport.headers };
      prepared = {
        operation: id,
        request: {
          method,
          url: baseUrl + fillPath(template, { ...path, project_id: projectId }) + (search && `?${search}`),
          headers: headers === undefined ? ofClient : mergeHeaders(ofClient, headers),
          body: body === undefined ? undefined : toJson(body),
        },
        projectId,
        // A POST of this API changes something, unless it only searches.
        repeatable: method !== 'POST' || id.startsWith('list'),
        hasResult,
        limits: ownLimits,
        signal,
      };
    } catch (error) {
      throw unreadable('arguments', error);
    }
    return runCall(transport, prepared);
  };
  return Object.fromEntries(
    Object.keys(operationTable).map((id) => [
      id,
      (args?: AnyArguments) => new VpcepCall(call(id as OperationId, args)),
    ]),
    // The table that the methods are made from holds any operation; their types hold each one to its own arguments.
  ) as unknown as OperationMethods;
}
