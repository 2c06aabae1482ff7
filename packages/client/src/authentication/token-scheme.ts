import { VpcepValidationError } from '../errors/vpcep-error.js';
import type { Scheme } from './authenticator.js';

/** Authenticates with tokens alone, for who does without the code that signs. */
export const tokenScheme: Scheme = {
  authenticate({ headers }, credentials) {
    if (!('token' in credentials)) {
      throw new VpcepValidationError('credentials', 'must hold a token: this client does not sign requests');
    }
    headers['x-auth-token'] = credentials.token;
  },
};
