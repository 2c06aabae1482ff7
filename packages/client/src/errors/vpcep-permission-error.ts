import { VpcepHttpError } from './vpcep-http-error.js';

/** Status 403: the credentials do not allow this call. */
export class VpcepPermissionError extends VpcepHttpError {
  override name = 'VpcepPermissionError';
}
