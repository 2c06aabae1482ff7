import { VpcepCallError } from '../errors/call-errors.js';

/**
 * Whether the service may have done what a call asked for, and nobody heard of it. It may have been an earlier attempt, which
 * brought the resource into a state that refuses the last.
 */
export function isLost(error: unknown): error is VpcepCallError {
  return error instanceof VpcepCallError && error.outcome === 'unknown';
}
