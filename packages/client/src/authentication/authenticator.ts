import { createCredentialSource, type AnyCredentials, type Credentials, type GivenCredentials } from './credentials.js';
import type { UnsignedRequest } from './sign.js';

/** An answer with another status than 2xx, as far as it is about authentication. */
export interface AuthenticationErrorResponse {
  status: number;
  code: string | undefined;
  message: string;
  response: Response;
}

/**
 * Looks at an error response, and corrects what it can, such as a clock that is wrong or credentials that have expired.
 * Names what it corrected: the call is tried again, once for each thing that can be corrected.
 */
export type Correct = (errorResponse: AuthenticationErrorResponse) => string | undefined;

/** Adds the headers that authenticate a request; the project is the one that the request is about, if any. */
export type Authenticator = (request: UnsignedRequest, projectId: string | undefined) => Promise<Correct>;

/** How one kind of credentials authenticates requests. */
export interface Scheme<Used extends AnyCredentials = AnyCredentials> {
  /**
   * A copy of what it uses of credentials.
   *
   * @throws VpcepValidationError, which does not repeat them, when they break a rule.
   */
  check: (given: GivenCredentials) => Used;
  /** Puts into the headers of a request what authenticates it. */
  authenticate(request: UnsignedRequest, credentials: Used, projectId: string | undefined): void;
  /** Learns from an error response what to do otherwise, such as the service's time; tells what it corrected. */
  correct?: Correct;
}

/** An authenticator that takes its credentials from a source, and renews them when the service refuses them. */
export function createAuthenticator(credentials: Credentials, scheme: Scheme): Authenticator {
  const source = createCredentialSource(credentials, scheme.check);
  return async (request, projectId) => {
    const used = await source.get();
    scheme.authenticate(request, used, projectId);
    return (errorResponse) =>
      scheme.correct?.(errorResponse) ??
      (errorResponse.status === 401 && source.invalidate(used) ? 'credentials' : undefined);
  };
}

/** Whether the caller gave the request credentials of its own. They win over the client's. */
export function isAuthenticated(headers: UnsignedRequest['headers']): boolean {
  return (headers['x-auth-token'] ?? headers['authorization']) !== undefined;
}
