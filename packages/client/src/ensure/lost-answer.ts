import { isRecord } from '../call/json.js';
import type { VpcepCallError } from '../errors/call-errors.js';

/*
 * Errors are known by what they say: the client may be of another copy of this package, which has classes of its own.
 */

/**
 * Whether the service may have done what a call asked for, and nobody heard of it. It may have been an earlier attempt, which
 * brought the resource into a state that refuses the last.
 */
export function isLost(error: unknown): error is VpcepCallError {
  return isRecord(error) && error['outcome'] === 'unknown';
}

/**
 * What a run ends with after it may have changed something. A wait that is cut short, or whose time is over, knows of its own
 * calls alone, which only read, and a call knows nothing of those before it: the outcome of the run is unknown.
 */
export function afterChange(error: unknown): unknown {
  const isCut = isRecord(error) && /^Vpcep(Abort|Timeout)Error$/.test(String(error['name']));
  return isCut ? Object.assign(error, { outcome: 'unknown' }) : error;
}
