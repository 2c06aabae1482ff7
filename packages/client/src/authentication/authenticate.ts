import { authenticateWithToken } from './authenticate-with-token.js';
import type { AnyCredentials } from './credentials.js';
import { sign, type UnsignedRequest } from './sign.js';

/**
 * Authenticates a request that is about to be sent: sets `X-Auth-Token`, or signs it. To be called for every attempt,
 * as a signature holds for about 15 minutes.
 *
 * @param projectId Goes into `X-Project-Id` of signed requests, which tells the service whose resources they are about
 * where an account has several projects. Undefined for requests that belong to no project.
 * @param now The time by the service's clock, as far as that is known.
 */
export function authenticate(
  request: UnsignedRequest,
  credentials: AnyCredentials,
  projectId: string | undefined,
  now: () => Date,
): void {
  if ('token' in credentials) {
    authenticateWithToken(request, credentials);
  } else {
    if (projectId !== undefined) request.headers.set('X-Project-Id', projectId);
    sign(request, credentials, now());
  }
}
