import type { Connection, Endpoint, EndpointService, paths } from '@vpcep/types';
import type { Client } from 'openapi-fetch';
import { accessKeySigning } from './authentication/access-key-signing.js';
import { createAuthenticator } from './authentication/authenticator.js';
import type { Credentials } from './authentication/credentials.js';
import { attemptLimits } from './call/call-options.js';
import { explainFully } from './call/explain-fully.js';
import { createPacing } from './call/pacing.js';
import { runCall } from './call/run-call.js';
import { createTransport, type CommonOptions, type Transport } from './call/transport.js';
import { createHttp } from './create-http.js';
import { createMethods } from './create-methods.js';
import type { OperationMethods } from './generated/operation-methods.js';
import { paginate, type PagedItem, type PagedOperationId, type PaginateRest, type Paginated } from './paginate.js';
import { resolveBaseUrl, type Target } from './url/base-url.js';
import { createProjectIdSource, requireProjectId } from './url/project-id.js';
import { waitForConnection } from './waiters/connection-waiter.js';
import { waitForEndpointService, waitForEndpointServiceGone } from './waiters/endpoint-service-waiters.js';
import { waitForEndpoint, waitForEndpointGone } from './waiters/endpoint-waiters.js';
import type { ConnectionWaitOptions, WaitOptions } from './waiters/wait-options.js';

/** Options of {@link createVpcepClient}. */
export type VpcepClientOptions = Target &
  CommonOptions & {
    /**
     * ID of the project whose resources the calls are about. A call may name another in `path.project_id`.
     *
     * @default the region's own project, which Identity and Access Management (IAM) is asked for when it is first needed
     */
    projectId?: string;
    /** What authenticates the requests: a token, an access key, or a function that returns either. */
    credentials: Credentials;
    /**
     * How many attempts may be under way at the same time; the others wait for their turn. The calls of a client also
     * share one pace, which throttling slows down and success speeds up again.
     *
     * @default 50
     */
    maxConcurrency?: number | undefined;
    /**
     * Where IAM is asked for the ID of the project.
     *
     * @default the region's host, such as https://iam.cn-north-4.myhuaweicloud.com
     */
    iamUrl?: string;
  };

/** A client of the API: one method per operation, waiters, paging, and `http` below them. */
export interface VpcepClient extends OperationMethods {
  /**
   * The plain openapi-fetch client, for those who prefer `{ data, error, response }` over results and exceptions. It
   * authenticates its requests like the methods do; it knows no retries and no timeouts. Paths and arguments are those
   * of the document.
   */
  readonly http: Client<paths>;
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
 * @throws VpcepValidationError when an option is missing or breaks its rule.
 */
export function createVpcepClient(options: VpcepClientOptions): VpcepClient {
  const baseUrl = resolveBaseUrl(options);
  const authenticator = createAuthenticator(options.credentials, accessKeySigning());
  const transport = createTransport(options, authenticator, explainFully, createPacing(options.maxConcurrency ?? 50));
  const methods = createMethods(transport, baseUrl, options, projectIdSource(options, transport));
  return {
    ...methods,
    http: createHttp(baseUrl, transport.fetch, authenticator),
    paginate: (operationId, ...rest) => paginate(methods, operationId, ...rest),
    waitForEndpointService: waitForEndpointService.bind(null, methods),
    waitForEndpointServiceGone: waitForEndpointServiceGone.bind(null, methods),
    waitForEndpoint: waitForEndpoint.bind(null, methods),
    waitForEndpointGone: waitForEndpointGone.bind(null, methods),
    waitForConnection: waitForConnection.bind(null, methods),
  };
}

function projectIdSource(options: VpcepClientOptions, transport: Transport): () => string | Promise<string> {
  const { projectId, region, iamUrl } = options;
  if (projectId !== undefined || region === undefined) {
    const known = requireProjectId(projectId);
    return () => known;
  }
  const limits = attemptLimits(options);
  return createProjectIdSource({
    region,
    iamUrl,
    send: async (url) => {
      const request = { method: 'GET', url, headers: {} };
      const call = { operation: 'KeystoneListProjects', request, projectId: undefined, limits, signal: undefined };
      return (await runCall(transport, { ...call, repeatable: true, hasResult: true })).data;
    },
  });
}
