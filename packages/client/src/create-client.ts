import type { Connection, Endpoint, EndpointService, paths } from '@vpcep/types';
import type { Client } from 'openapi-fetch';
import { accessKeySigning } from './authentication/access-key-signing.js';
import { createAuthenticator, type Authenticator } from './authentication/authenticator.js';
import { explainFully } from './call/explain-fully.js';
import { createPacing } from './call/pacing.js';
import { createTransport, type TryCall } from './call/transport.js';
import { userAgent } from './call/user-agent.js';
import { checkArguments } from './call-arguments.js';
import { checkOptions, checkWait, type VpcepClientChanges, type VpcepClientOptions } from './client-options.js';
import { createHttp } from './create-http.js';
import { createMethods, type ProjectIdOf } from './create-methods.js';
import type { OperationMethods } from './generated/operation-methods.js';
import { checkKind } from './given/known-options.js';
import { unreadable } from './given/unreadable.js';
import { debugging } from './logging/debugging.js';
import { paginate, type PagedItem, type PagedOperationId, type PaginateRest, type Paginated } from './paginate.js';
import { projectIdSource } from './project-of-client.js';
import { resolveBaseUrl } from './url/base-url.js';
import { waitForConnection } from './waiters/connection-waiter.js';
import { waitForEndpointService, waitForEndpointServiceGone } from './waiters/endpoint-service-waiters.js';
import { waitForEndpoint, waitForEndpointGone } from './waiters/endpoint-waiters.js';
import type { ConnectionWaitOptions, WaitOptions, WaitTimes } from './waiters/wait-options.js';

/** A client of the API: one method per operation, waiters, paging, and `http` below them. */
export interface VpcepClient extends OperationMethods {
  /**
   * The plain openapi-fetch client, for those who prefer `{ data, error, response }` over results and exceptions. It
   * authenticates its requests like the methods do; it knows no retries and no timeouts. Paths and arguments are those
   * of the document.
   */
  readonly http: Client<paths>;
  /** How long its waiters wait, unless a wait says otherwise. */
  readonly waiting: WaitTimes | undefined;
  /**
   * A client with these options changed, and all others as they are; one that is undefined gets its default. Both share
   * what they can: credentials that a function returned, the clock of the service, the project that IAM was asked for,
   * and while credentials and `maxConcurrency` stay, the pace of the calls.
   *
   * @throws VpcepValidationError when an option is unknown or breaks its rule.
   */
  withOptions(changes: VpcepClientChanges): VpcepClient;
  /** {@link paginate} over the lists of this client. */
  paginate<Id extends PagedOperationId>(operationId: Id, ...rest: PaginateRest<Id>): Paginated<PagedItem<Id>>;
  /** {@link waitForEndpointService} */
  waitForEndpointService(id: string, options?: WaitOptions<EndpointService>): Promise<EndpointService>;
  /** {@link waitForEndpointServiceGone} */
  waitForEndpointServiceGone(id: string, options?: WaitOptions<EndpointService>): Promise<void>;
  /** {@link waitForEndpoint} */
  waitForEndpoint(id: string, options?: ConnectionWaitOptions<Endpoint>): Promise<Endpoint>;
  /** {@link waitForEndpointGone} */
  waitForEndpointGone(id: string, options?: WaitOptions<Endpoint>): Promise<void>;
  /** {@link waitForConnection} */
  waitForConnection(
    serviceId: string,
    endpointId: string,
    options?: ConnectionWaitOptions<Connection>,
  ): Promise<Connection>;
}

/**
 * Creates a client for one project.
 *
 * @throws VpcepValidationError when an option is missing, unknown, or breaks its rule.
 */
export function createVpcepClient(options: VpcepClientOptions): VpcepClient {
  return createWith(options);
}

/** What a client made, and those that `withOptions` makes of it go on using. */
interface Shared {
  options: VpcepClientOptions;
  authenticator: Authenticator;
  pacing: TryCall;
  projectId: ProjectIdOf;
}

function createWith(given: object, before?: Shared): VpcepClient {
  try {
    checkKind('options', given, 'Object');
    // A copy, so that what is checked is what is used; until then its type is a promise.
    const options = { ...before?.options, ...given } as VpcepClientOptions;
    checkOptions(options);
    const same = (...names: (keyof VpcepClientOptions)[]) =>
      before && names.every((name) => options[name] === before.options[name]) ? before : undefined;
    const baseUrl = resolveBaseUrl(options);
    const authenticator =
      same('credentials')?.authenticator ?? createAuthenticator(options.credentials, accessKeySigning());
    const pacing = same('credentials', 'maxConcurrency')?.pacing ?? createPacing(options.maxConcurrency ?? 50);
    const hooks = debugging(options.hooks, options.debug);
    const transport = createTransport(
      { ...options, hooks },
      authenticator,
      explainFully,
      pacing,
      userAgent(options.appInfo),
    );
    const projectId =
      same('credentials', 'region', 'projectId', 'iamUrl')?.projectId ?? projectIdSource(options, transport);
    const methods = createMethods(transport, baseUrl, options, projectId, checkArguments);
    const client = { ...methods, waiting: options.waiting };
    return {
      ...client,
      http: createHttp(baseUrl, transport),
      withOptions: (changes) => createWith(changes, { options, authenticator, pacing, projectId }),
      paginate: (operationId, ...rest) => paginate(methods, operationId, ...rest),
      // Asynchronous, so that options that are refused reject.
      waitForEndpointService: async (id, wait) => waitForEndpointService(client, id, checkWait(wait)),
      waitForEndpointServiceGone: async (id, wait) => waitForEndpointServiceGone(client, id, checkWait(wait)),
      waitForEndpoint: async (id, wait) => waitForEndpoint(client, id, checkWait(wait)),
      waitForEndpointGone: async (id, wait) => waitForEndpointGone(client, id, checkWait(wait)),
      waitForConnection: async (serviceId, id, wait) => waitForConnection(client, serviceId, id, checkWait(wait)),
    };
  } catch (error) {
    throw unreadable('options', error);
  }
}
