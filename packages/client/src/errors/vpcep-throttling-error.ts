import { VpcepHttpError } from './vpcep-http-error.js';

/** Too many requests: status 429, or the code `EndPoint.0022`. Nothing was done. */
export class VpcepThrottlingError extends VpcepHttpError {
  override name = 'VpcepThrottlingError';
}
