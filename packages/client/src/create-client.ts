import type { paths } from '@vpcep/types';
import type { Client } from 'openapi-fetch';
import type { Authenticator } from './authentication/authenticator.js';
import { authenticationHeaders, type Credentials } from './credentials.js';
import { resolveBaseUrl, type Target } from './base-url.js';
import { createHttp } from './create-http.js';
import { createMethods, type CommonOptions } from './create-methods.js';
import { VpcepValidationError } from './errors/vpcep-validation-error.js';
import type { OperationMethods } from './generated/operation-methods.js';

/** Options of {@link createVpcepClient}. */
export type VpcepClientOptions = Target &
  CommonOptions & {
    /** ID of the project whose resources the calls are about. A call may name another in `path.project_id`. */
    projectId: string;
    /** What authenticates the requests. */
    credentials: Credentials;
  };

/** A client of the API: one method per operation, and `http` below them. */
export interface VpcepClient extends OperationMethods {
  /**
   * The plain openapi-fetch client, for those who prefer `{ data, error, response }` over results and exceptions. It
   * authenticates its requests like the methods do; it knows no retries and no timeouts. Paths and arguments are those
   * of the document.
   */
  readonly http: Client<paths>;
}

/**
 * Creates a client for one project.
 *
 * @throws VpcepValidationError when an option is missing or breaks its rule.
 */
export function createVpcepClient(options: VpcepClientOptions): VpcepClient {
  const { projectId, credentials } = options;
  if (typeof projectId !== 'string' || projectId === '') {
    throw new VpcepValidationError('projectId', 'must be a non-empty string');
  }
  const authenticator: Authenticator = {
    async authenticate({ headers }) {
      for (const [name, value] of Object.entries(await authenticationHeaders(credentials))) headers.set(name, value);
    },
  };
  return {
    ...createMethods(options, () => projectId, authenticator),
    http: createHttp(resolveBaseUrl(options), options.fetch ?? globalThis.fetch, authenticator),
  };
}
