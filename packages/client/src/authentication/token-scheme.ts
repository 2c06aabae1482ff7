import { VpcepValidationError } from '../errors/vpcep-error.js';
import { visibleText } from '../given/visible-text.js';
import type { Scheme } from './authenticator.js';
import type { TokenCredentials } from './credentials.js';

/** Authenticates with tokens alone, for who does without the code that signs. */
export const tokenScheme: Scheme<TokenCredentials> = {
  check({ token }) {
    if (token === undefined) {
      throw new VpcepValidationError(
        'credentials',
        'must hold token, or for a client that signs, accessKeyId and secretAccessKey',
      );
    }
    return { token: visibleText('credentials.token', token) };
  },
  authenticate({ headers }, { token }) {
    headers['x-auth-token'] = token;
  },
};
