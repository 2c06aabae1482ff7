import { VpcepError } from './errors/vpcep-error.js';
import { VpcepValidationError } from './errors/vpcep-validation-error.js';

/** A token of Identity and Access Management (IAM) that is scoped to the client's project; valid for 24 hours. */
export interface TokenCredentials {
  token: string;
}

/** Credentials, or a function that returns them; it is called before every request. */
export type Credentials = TokenCredentials | (() => TokenCredentials | Promise<TokenCredentials>);

/**
 * The headers that authenticate a request.
 *
 * @throws VpcepError when the function that returns the credentials fails; its error is the `cause`.
 * @throws VpcepValidationError when the token is no possible header value; the message does not repeat it.
 */
export async function authenticationHeaders(credentials: Credentials): Promise<Record<string, string>> {
  const { token } = typeof credentials === 'function' ? await called(credentials) : credentials;
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    throw new VpcepValidationError('credentials.token', 'must be a non-empty string of visible ASCII characters');
  }
  return { 'X-Auth-Token': token };
}

async function called(provider: () => TokenCredentials | Promise<TokenCredentials>): Promise<TokenCredentials> {
  try {
    return await provider();
  } catch (error) {
    throw new VpcepError('credentials: the function that returns them failed', { cause: error });
  }
}
