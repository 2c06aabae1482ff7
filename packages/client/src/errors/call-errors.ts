import { VpcepError } from './vpcep-error.js';

/** Options of every error of a call. */
export interface CallErrorOptions extends ErrorOptions {
  attempts?: number;
}

/** A call failed. */
export abstract class VpcepCallError extends VpcepError {
  /** The operationId of the call. */
  readonly operation: string;
  /** How many times the call was tried. */
  readonly attempts: number;

  constructor(operation: string, message: string, { attempts = 1, ...options }: CallErrorOptions = {}) {
    super(`${operation}: ${message}`, options);
    this.operation = operation;
    this.attempts = attempts;
  }
}

/** No answer arrived, or none that could be read. Whether the service acted on the request is unknown. */
export class VpcepConnectionError extends VpcepCallError {
  override name = 'VpcepConnectionError';
}

/** A call or a waiter did not end within its time. Whether the service acted on the last request is unknown. */
export class VpcepTimeoutError extends VpcepCallError {
  override name = 'VpcepTimeoutError';
}

/** The caller's `signal` ended the call. `cause` is the signal's reason. Whether the service acted is unknown. */
export class VpcepAbortError extends VpcepCallError {
  override name = 'VpcepAbortError';

  constructor(operation: string, reason: unknown, options?: CallErrorOptions) {
    super(operation, 'aborted by the caller', { ...options, cause: reason });
  }
}
