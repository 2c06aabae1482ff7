import type { paths } from '@vpcep/types';
import createOpenapiFetch from 'openapi-fetch';
import { VpcepCall } from '../call/vpcep-call.js';
import type { VpcepClient } from '../create-client.js';
import { operationTable } from '../generated/operations.js';
import type { OperationMethods } from '../generated/operation-methods.js';
import { checkKind } from '../given/known-options.js';
import type { OperationArguments, OperationId, OperationResult } from '../operation-types.js';
import { paginate } from '../paginate.js';
import { waitForConnection } from '../waiters/connection-waiter.js';
import { waitForEndpointService, waitForEndpointServiceGone } from '../waiters/endpoint-service-waiters.js';
import { waitForEndpoint, waitForEndpointGone } from '../waiters/endpoint-waiters.js';

/** What a stubbed call comes to: its result, or the error that it rejects with. */
type Outcome<Id extends OperationId> = OperationResult<Id> | Error;

/** What stands in for a call: what it comes to, or a function of its arguments that returns that. */
export type Stub<Id extends OperationId> =
  Outcome<Id> | ((args: OperationArguments<Id>) => Outcome<Id> | Promise<Outcome<Id>>);

/** What stands in for calls, by their operationIds. */
export type Stubs = { [Id in OperationId]?: Stub<Id> | undefined };

/** A call that a stub got. */
export type StubbedCall<Id extends OperationId = OperationId> = {
  [Each in Id]: { operation: Each; args: OperationArguments<Each> };
}[Id];

/** A client of nothing but stubs, which keeps what it was called with. */
export interface StubClient extends VpcepClient {
  /** Every call so far, in order; also those of waiters and `paginate`, and those that are not stubbed. */
  readonly calls: readonly StubbedCall[];
  /** The arguments of all calls of one operation so far; empty objects where there were none. */
  callsOf<Id extends OperationId>(operationId: Id): OperationArguments<Id>[];
}

/** What happens to stubs once the types have done their work. */
type AnyStub = (args: object) => unknown;

/**
 * A client for tests, whose calls go nowhere. Each stubbed call comes to what its stub says; any other rejects with an
 * error that names it. Waiters and `paginate` work upon the stubs; waiters ask again after a millisecond at first. It fits wherever a client is wanted, a part of one
 * (`OperationCalls<'listEndpoints'>`), or its type, `VpcepClient`.
 *
 * @param stubs The results, errors or functions, by operationId.
 * @throws VpcepValidationError when the stubs are no object.
 * @throws Error when there is a stub for what is no operation.
 *
 * @example
 * const vpcep = stubClient({
 *   listEndpoints: { endpoints: [], total_count: 0 },
 *   createEndpoint: errorOf('EndPoint.3044'),
 *   deleteEndpoint: ({ path }) => void deleted.push(path.vpc_endpoint_id),
 * });
 * await cleanUp(vpcep);
 * expect(vpcep.callsOf('deleteEndpoint')).toEqual([]);
 */
export function stubClient(stubs: Stubs): StubClient {
  checkKind('stubs', stubs, 'Object');
  for (const id of Object.keys(stubs)) {
    if (!Object.hasOwn(operationTable, id)) throw new Error(`stubClient: the API has no operation ${id}`);
  }
  const calls: StubbedCall[] = [];

  async function answer(operation: OperationId, args: object) {
    // The types of the methods hold the arguments of each call to its operation.
    calls.push({ operation, args } as StubbedCall);
    const [, , hasResult] = operationTable[operation];
    const stub = stubs[operation];
    if (!Object.hasOwn(stubs, operation) || (stub === undefined && hasResult)) throw notStubbed(operation);
    const data: unknown = await (typeof stub === 'function' ? (stub as AnyStub)(args) : stub);
    if (data instanceof Error) throw data;
    return { data, response: hasResult ? Response.json(data) : new Response(null, { status: 204 }) };
  }

  const methods = Object.fromEntries(
    (Object.keys(operationTable) as OperationId[]).map((id) => [
      id,
      (args: object = {}) => new VpcepCall(answer(id, args)),
    ]),
    // Made from the table of all operations; the types of the stubs hold each result to its operation.
  ) as unknown as OperationMethods;

  // What stubs say is there at once, and nobody wants to wait for it.
  const polled = { ...methods, waiting: { minDelay: 1 } };
  const client: StubClient = {
    ...polled,
    // What options change is about requests, and none is sent.
    withOptions: () => client,
    http: createOpenapiFetch<paths>({
      baseUrl: 'https://stub.invalid',
      fetch: () => Promise.reject(notStubbed('http')),
    }),
    paginate: (operationId, ...rest) => paginate(methods, operationId, ...rest),
    waitForEndpointService: waitForEndpointService.bind(null, polled),
    waitForEndpointServiceGone: waitForEndpointServiceGone.bind(null, polled),
    waitForEndpoint: waitForEndpoint.bind(null, polled),
    waitForEndpointGone: waitForEndpointGone.bind(null, polled),
    waitForConnection: waitForConnection.bind(null, polled),
    calls,
    callsOf: <Id extends OperationId>(operationId: Id) =>
      calls.filter(({ operation }) => operation === operationId).map(({ args }) => args as OperationArguments<Id>),
  };
  return client;
}

const notStubbed = (what: string) =>
  new Error(`${what} is called, and is not stubbed: give stubClient something for it`);
