import { VpcepError } from './vpcep-error.js';

/** The time that was allowed ran out. Whether the service acted is unknown. */
export class VpcepTimeoutError extends VpcepError {
  override name = 'VpcepTimeoutError';

  /** The operationId of the call, or the name of the waiter. */
  readonly operation: string;

  constructor(operation: string, message: string, options?: ErrorOptions) {
    super(`${operation}: ${message}`, options);
    this.operation = operation;
  }
}
