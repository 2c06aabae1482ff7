import { VpcepHttpError } from './vpcep-http-error.js';

/** Status 401: the credentials are missing, wrong or expired. */
export class VpcepAuthenticationError extends VpcepHttpError {
  override name = 'VpcepAuthenticationError';
}
