import { VpcepCallError, type CallErrorOptions } from './vpcep-call-error.js';

/** The caller's `signal` ended the call. `cause` is the signal's reason. Whether the service acted is unknown. */
export class VpcepAbortError extends VpcepCallError {
  override name = 'VpcepAbortError';

  constructor(operation: string, reason: unknown, options?: CallErrorOptions) {
    super(operation, 'aborted by the caller', { ...options, cause: reason });
  }
}
