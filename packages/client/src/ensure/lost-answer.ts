import { VpcepCallError, VpcepConnectionError, VpcepTimeoutError } from '../errors/call-errors.js';
import { VpcepServerError } from '../errors/http-errors.js';

/** Whether the service may have done what the last attempt asked for, and nobody heard of it. */
export function isLost(error: unknown): boolean {
  return (
    error instanceof VpcepConnectionError || error instanceof VpcepTimeoutError || error instanceof VpcepServerError
  );
}

/**
 * Whether any attempt may have been carried out. One whose answer was lost may have brought the resource into a state that
 * refuses the next.
 */
export function mayBeDone(error: unknown): error is VpcepCallError {
  return error instanceof VpcepCallError && (error.attempts > 1 || isLost(error));
}
