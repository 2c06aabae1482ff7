import { mayRetry } from '../call/retry-policy.js';
import { pause, withinTime } from '../call/within-time.js';
import { VpcepAbortError, VpcepTimeoutError } from '../errors/call-errors.js';
import { VpcepHttpError } from '../errors/http-errors.js';
import { VpcepError, VpcepValidationError } from '../errors/vpcep-error.js';
import { VpcepWaiterError } from '../errors/waiter-error.js';
import { unreadable } from '../given/unreadable.js';
import { waitLimits, type Waitable, type WaitOptions, type WaitState, type WaitTimes } from './wait-options.js';

/** What a waiter makes of a poll. */
export type Verdict<Result> = { done: Result } | 'failed' | 'pending';

/** What went before a poll. */
export interface Past<Resource extends Waitable> {
  /** Milliseconds since the wait began. */
  elapsed: number;
  /** How often each state was seen. */
  seen: ReadonlyMap<WaitState<Resource>, number>;
  /** The resource as it was last seen. */
  last: Resource | undefined;
}

/** What is particular to a waiter. */
export interface Waiter<Resource extends Waitable, Result> {
  /** Its name, for errors. */
  operation: string;
  /** ID of the resource, for errors. */
  id: string;
  /** Asks for the resource; null when it is not there. `path` names the project, unless it is the client's own. */
  poll: (call: { path: { project_id?: string }; signal: AbortSignal }) => Promise<Resource | null>;
  judge: (resource: Resource | null, past: Past<Resource>) => Verdict<Result>;
  /** The client's own times. */
  waiting?: WaitTimes | undefined;
}

/**
 * Polls a resource until the waiter has seen enough. The first poll comes at once. It has to succeed, so that a wrong
 * address or token shows at once; later ones may fail in a way that passes, after the retries of the client, and the
 * wait goes on.
 *
 * @throws VpcepWaiterError when the waiter finds that what is waited for can no longer come.
 * @throws VpcepTimeoutError when the time is over, or too little of it is left for another poll. The message says which
 * states were seen how often; `cause` is the error of the last poll when that failed.
 * @throws VpcepAbortError when the caller's signal is aborted.
 * @throws VpcepValidationError when an option breaks its rule.
 * @throws VpcepError what else the calls throw.
 */
export async function wait<Resource extends Waitable, Result>(
  { operation, id, poll, judge, waiting }: Waiter<Resource, Result>,
  options: WaitOptions<Resource>,
): Promise<Result> {
  const { projectId, signal, onProgress, timeoutMs, minDelayMs, maxDelayMs } = checkedWaitOptions(options, waiting);
  // Kept for the last poll, so that its answer still comes in time.
  const reserveMs = Math.min(minDelayMs, timeoutMs / 2);

  const path = projectId === undefined ? {} : { project_id: projectId };
  const began = performance.now();
  const seen = new Map<WaitState<Resource>, number>();
  let last: Resource | undefined;
  let failure: unknown;
  const timedOut = () =>
    new VpcepTimeoutError(
      { operation },
      `${id} is not done within ${timeoutMs / 1000} s, the timeout; seen: ${histogram(seen)}`,
      { option: 'timeout', resource: id, ...(failure !== undefined && { cause: failure }) },
    );

  const outcome = await withinTime(
    async (ending) => {
      for (let attempt = 1; ; attempt++) {
        ending.throwIfAborted();
        let resource: Resource | null = null;
        failure = undefined;
        try {
          resource = await poll({ path, signal: ending });
        } catch (error) {
          if (seen.size === 0 || !isPassing(error)) throw error;
          failure = error;
        }
        ending.throwIfAborted();
        const elapsed = performance.now() - began;
        const state = failure === undefined ? (resource?.status ?? 'not found') : 'unknown';
        const verdict = failure === undefined ? judge(resource, { elapsed, seen, last }) : 'pending';
        seen.set(state, (seen.get(state) ?? 0) + 1);
        last = resource ?? last;
        await onProgress?.({ state, attempt, elapsed, resource: resource ?? undefined });
        if (verdict === 'failed') throw new VpcepWaiterError(operation, id, state, last);
        if (verdict !== 'pending') return verdict.done;

        const longestMs = Math.min(maxDelayMs, minDelayMs * 2 ** attempt);
        // In whole milliseconds, for a timer drops the rest.
        const delayMs = Math.min(
          Math.ceil(minDelayMs + Math.random() * (longestMs - minDelayMs)),
          Math.floor(timeoutMs - reserveMs - (performance.now() - began)),
        );
        if (delayMs < 1) throw timedOut();
        await pause(delayMs, ending);
      }
    },
    timeoutMs,
    signal,
  );
  if (outcome === 'abort') throw new VpcepAbortError({ operation }, signal?.reason);
  if (outcome === 'timeout') throw timedOut();
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

/**
 * The options of a wait with its times in milliseconds.
 *
 * @throws VpcepValidationError when one is unknown or breaks its rule.
 */
export function checkedWaitOptions<Resource extends Waitable>(
  options: WaitOptions<Resource> & { until?: unknown },
  waiting: WaitTimes | undefined,
) {
  try {
    const states: unknown[] = ['accepted', 'pendingAcceptance', undefined];
    if (!states.includes(options.until)) {
      throw new VpcepValidationError('until', 'must be accepted or pendingAcceptance');
    }
    return { ...options, ...waitLimits(options, waiting) };
  } catch (error) {
    throw unreadable('options', error);
  }
}

/** Whether the same poll may well succeed later: where a call would be tried again, and after status 408. */
function isPassing(error: unknown): boolean {
  if (error instanceof VpcepHttpError && error.status === 408) return true;
  return error instanceof VpcepError && mayRetry(error, true);
}

function histogram(seen: ReadonlyMap<string, number>): string {
  const counts = [...seen].map(([state, times]) => `${state} ${times === 1 ? 'once' : `${times} times`}`);
  return counts.join(', ') || 'nothing';
}
