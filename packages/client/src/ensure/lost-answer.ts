import type { VpcepCallError } from '../errors/call-errors.js';
import { isVpcepError } from '../errors/is-vpcep-error.js';

/**
 * Whether the service may have done what a call asked for, and nobody heard of it. It may have been an earlier attempt, which
 * brought the resource into a state that refuses the last.
 */
export function isLost(error: unknown): error is VpcepCallError {
  return isVpcepError(error, 'VpcepCallError') && error.outcome === 'unknown';
}

/**
 * What a run ends with after it may have changed something. A wait that is cut short, or whose time is over, knows of its own
 * calls alone, which only read, and a call knows nothing of those before it: the outcome of the run is unknown.
 */
export function afterChange(error: unknown): unknown {
  const isCut = isVpcepError(error, 'VpcepAbortError') || isVpcepError(error, 'VpcepTimeoutError');
  return isCut ? Object.assign(error, { outcome: 'unknown' }) : error;
}
