import { authenticationHeaders, type Credentials } from './credentials.js';
import type { Target } from './base-url.js';
import { createMethods, type CommonOptions, type VpcepMethods } from './create-methods.js';
import { VpcepValidationError } from './errors/vpcep-validation-error.js';

/** Options of {@link createVpcepClient}. */
export type VpcepClientOptions = Target &
  CommonOptions & {
    /** ID of the project whose resources the calls are about. A call may name another in `path.project_id`. */
    projectId: string;
    /** What authenticates the requests. */
    credentials: Credentials;
  };

/** A client of the API: one method per operation, and `http` below them. */
export type VpcepClient = VpcepMethods;

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
  return createMethods(options, () => projectId, {
    async authenticate({ headers }) {
      for (const [name, value] of Object.entries(await authenticationHeaders(credentials))) headers.set(name, value);
    },
  });
}
