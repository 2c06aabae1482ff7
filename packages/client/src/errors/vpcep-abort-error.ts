import { VpcepError } from './vpcep-error.js';

/** The caller's `signal` ended the call. `cause` is the signal's reason. Whether the service acted is unknown. */
export class VpcepAbortError extends VpcepError {
  override name = 'VpcepAbortError';

  /** The operationId of the call. */
  readonly operation: string;

  constructor(operation: string, reason: unknown) {
    super(`${operation}: aborted by the caller`, { cause: reason });
    this.operation = operation;
  }
}
