import { VpcepCallError } from './vpcep-call-error.js';

/** A call or a waiter did not end within its time. Whether the service acted on the last request is unknown. */
export class VpcepTimeoutError extends VpcepCallError {
  override name = 'VpcepTimeoutError';
}
