import type { Connection, Endpoint, EndpointService } from '@vpcep/types';
import { toMilliseconds, type Duration } from '../call/duration.js';
import type { OperationCalls, OperationId } from '../operation-types.js';
import { VpcepValidationError } from '../errors/vpcep-error.js';

/** What can be waited for. */
export type Waitable = EndpointService | Endpoint | Connection;

/**
 * What a poll found: the resource's `status`; `not found`; or `unknown` when the poll failed in a way that passes (no
 * answer, status 408, 429 or 5xx).
 */
export type WaitState<Resource extends Waitable> = Resource['status'] | 'not found' | 'unknown';

/** What `onProgress` is told after each poll. */
export interface WaitProgress<Resource extends Waitable> {
  readonly state: WaitState<Resource>;
  /** Which poll it was; the first is 1. */
  readonly attempt: number;
  /** Milliseconds since the wait began. */
  readonly elapsed: number;
  /** The resource as this poll found it; undefined when the state is `not found` or `unknown`. */
  readonly resource: Resource | undefined;
}

/** How long to wait: for one wait, or for all of a client. */
export interface WaitTimes {
  /**
   * The longest time to wait in all, running calls included. More than 0.
   *
   * @default '10m'
   */
  timeout?: Duration | undefined;
  /**
   * The shortest time between two polls. More than 0. Only the last poll before the timeout may come earlier.
   *
   * @default '2s'
   */
  minDelay?: Duration | undefined;
  /**
   * The longest time between two polls. The time between them is random, at least `minDelay`, and at most twice, four
   * times, eight times it and so on up to `maxDelay`. Most changes take 10 to 20 seconds, though Huawei Cloud speaks of 1 to
   * 2 minutes: by default that is about 6 polls, or about 27, and the end is noticed some 2 seconds late.
   *
   * @default '5s'
   */
  maxDelay?: Duration | undefined;
}

/** What {@link WaitTimes} are; their limits are checked with them. */
export const waitTimeKinds: Record<keyof WaitTimes, string> = { timeout: '', minDelay: '', maxDelay: '' };

/** Who makes the calls of a wait: a client, or whatever stands in for one. */
export type WaitingClient<Id extends OperationId> = OperationCalls<Id> & {
  /** How long its waits take, unless one says otherwise. */
  readonly waiting?: WaitTimes | undefined;
};

/** Options of every waiter. The times that it leaves out are those of the client's option `waiting`. */
export interface WaitOptions<Resource extends Waitable> extends WaitTimes {
  /**
   * ID of the project that holds the resource.
   *
   * @default the client's own project
   */
  projectId?: string | undefined;
  /** Ends the wait at once when it is aborted, with a `VpcepAbortError`. */
  signal?: AbortSignal | undefined;
  /** Is called after each poll, the last one included, and waited for. What it throws or rejects with ends the wait. */
  onProgress?: ((progress: WaitProgress<Resource>) => unknown) | undefined;
}

/** Options of the waiters for connections. */
export interface ConnectionWaitOptions<Resource extends Endpoint | Connection> extends WaitOptions<Resource> {
  /**
   * What to wait for: `accepted`, or `pendingAcceptance`. The latter ends with `accepted` too, where a connection goes
   * that needs no approval, or has got it already; `status` of the result tells.
   *
   * @default 'accepted'
   */
  until?: 'accepted' | 'pendingAcceptance' | undefined;
}

/**
 * The times of a wait in milliseconds, with what is not given filled in.
 *
 * @param prefix Put before the names of options in errors.
 * @throws VpcepValidationError when a time breaks its rule.
 */
export function waitLimits(
  own: WaitTimes = {},
  ofClient: WaitTimes = {},
  prefix = '',
): { timeoutMs: number; minDelayMs: number; maxDelayMs: number } {
  const time = (name: keyof WaitTimes, fallback: Duration) => {
    const milliseconds = toMilliseconds(prefix + name, own[name] ?? ofClient[name] ?? fallback);
    if (milliseconds > 0) return milliseconds;
    throw new VpcepValidationError(prefix + name, 'must be more than 0');
  };
  const timeoutMs = time('timeout', '10m');
  const minDelayMs = time('minDelay', '2s');
  const maxDelayMs = time('maxDelay', '5s');
  if (maxDelayMs >= minDelayMs) return { timeoutMs, minDelayMs, maxDelayMs };
  throw new VpcepValidationError(`${prefix}maxDelay`, `must be at least minDelay, ${minDelayMs} ms`);
}
