import { VpcepValidationError } from '../errors/vpcep-validation-error.js';
import type { AnyCredentials } from './credentials.js';
import type { UnsignedRequest } from './sign.js';

/**
 * Authenticates a request with a token. It is apart from `authenticate` so that who only uses tokens does without the
 * code that signs.
 *
 * @throws VpcepValidationError when the credentials are an access key.
 */
export function authenticateWithToken(
  { headers }: Pick<UnsignedRequest, 'headers'>,
  credentials: AnyCredentials,
): void {
  if (!('token' in credentials)) {
    throw new VpcepValidationError('credentials', 'must be a token: this client does not sign requests');
  }
  headers.set('X-Auth-Token', credentials.token);
}
