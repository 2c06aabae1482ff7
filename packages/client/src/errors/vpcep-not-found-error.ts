import { VpcepHttpError } from './vpcep-http-error.js';

/** Status 404: what the call is about is not there, or belongs to another project. */
export class VpcepNotFoundError extends VpcepHttpError {
  override name = 'VpcepNotFoundError';
}
