import { createAuthenticator } from './authentication/authenticator.js';
import type { TokenCredentials } from './authentication/credentials.js';
import { tokenScheme } from './authentication/token-scheme.js';
import type { Target } from './base-url.js';
import { createMethods } from './create-methods.js';
import type { OperationMethods } from './generated/operation-methods.js';
import { requireProjectId } from './project-id.js';
import { createTransport, type CommonOptions } from './transport.js';

/** Options of {@link createVpcepCore}. */
export type VpcepCoreOptions = Target &
  CommonOptions & {
    /** ID of the project whose resources the calls are about. A call may name another in `path.project_id`. */
    projectId: string;
    /** A token, or a function that returns one. */
    credentials: TokenCredentials | (() => TokenCredentials | Promise<TokenCredentials>);
  };

/**
 * Creates the smallest client: the methods, with retries, timeouts and errors, authenticated by tokens. Waiters and
 * paging are functions of their own, which take this client too.
 *
 * @throws VpcepValidationError when an option is missing or breaks its rule.
 */
export function createVpcepCore(options: VpcepCoreOptions): OperationMethods {
  const projectId = requireProjectId(options.projectId);
  const authenticator = createAuthenticator(options.credentials, tokenScheme);
  return createMethods(createTransport(options, authenticator), options, () => projectId);
}
