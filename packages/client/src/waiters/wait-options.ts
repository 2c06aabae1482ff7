import type { Connection, Endpoint, EndpointService } from '@vpcep/types';
import type { Duration } from '../call/duration.js';

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

/** Options of every waiter. */
export interface WaitOptions<Resource extends Waitable> {
  /**
   * ID of the project that holds the resource.
   *
   * @default the client's own project
   */
  projectId?: string;
  /** Ends the wait at once when it is aborted, with a `VpcepAbortError`. */
  signal?: AbortSignal;
  /**
   * The longest time to wait in all, running calls included. More than 0.
   *
   * @default '10m'
   */
  timeout?: Duration;
  /**
   * The shortest time between two polls. More than 0. Only the last poll before the timeout may come earlier.
   *
   * @default '2s'
   */
  minDelay?: Duration;
  /**
   * The longest time between two polls. The time between them is random, at least `minDelay`, and at most twice, four
   * times, eight times it and so on up to `maxDelay`. Most changes take 10 to 20 seconds, though the vendor speaks of 1 to
   * 2 minutes: by default that is about 6 polls, or about 27, and the end is noticed some 2 seconds late.
   *
   * @default '5s'
   */
  maxDelay?: Duration;
  /** Is called after each poll, the last one included. What it throws ends the wait. */
  onProgress?: (progress: WaitProgress<Resource>) => void;
}

/** Options of the waiters for connections. */
export interface ConnectionWaitOptions<Resource extends Endpoint | Connection> extends WaitOptions<Resource> {
  /**
   * What to wait for: `accepted`, or `pendingAcceptance`. The latter ends with `accepted` too, where a connection goes
   * that needs no approval, or has got it already; `status` of the result tells.
   *
   * @default 'accepted'
   */
  until?: 'accepted' | 'pendingAcceptance';
}
