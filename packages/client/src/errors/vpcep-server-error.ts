import { VpcepHttpError } from './vpcep-http-error.js';

/** Status 5xx: the service, or something before it, failed. Whether it acted is unknown. */
export class VpcepServerError extends VpcepHttpError {
  override name = 'VpcepServerError';
}
