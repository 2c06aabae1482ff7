import type { CallOutcome } from '../errors/call-errors.js';
import type { VpcepError } from '../errors/vpcep-error.js';

/** One call. */
export interface CallEvent {
  /** Which call of this process it is: the same in all events of the call, and in those of no other. */
  callId: string;
  /** The operationId of the call. */
  operation: string;
  /** The HTTP method. */
  method: string;
  /** The URL, with its query. It holds no credentials. */
  url: string;
  /** How often the call was tried so far. */
  attempts: number;
  /** Whether the service has done what it was asked for, as far as that is known. */
  outcome: CallOutcome | 'done';
}

/** One attempt of a call. */
export interface AttemptEvent extends CallEvent {
  /** Which attempt of this process it is: `callId`, a point, and `attempt`. */
  id: string;
  /** 1 for the first attempt. */
  attempt: number;
}

/** How a call or an attempt ended. */
export interface AttemptResult {
  /** How long it took, in milliseconds. */
  duration: number;
  /** The status of the answer; undefined when there was none. */
  status: number | undefined;
  /** The ID under which the gateway knows the request; undefined when there was no answer, or the browser hides it. */
  requestId: string | undefined;
  /** Why it failed; undefined when it did not. */
  error: VpcepError | undefined;
}

/**
 * Functions that are called while calls run, for logs and traces. They may be asynchronous: the two that start something
 * are waited for before the request, within its time. One that throws or rejects changes nothing for the call; the
 * console is warned of it.
 */
export interface Hooks {
  /** Before the first attempt of a call, and before it waits for its turn. */
  onCallStart?: ((event: CallEvent) => unknown) | undefined;
  /** Before an attempt. What it sets in `headers`, such as `traceparent`, is sent; credentials are not in there yet. */
  onAttemptStart?: ((event: AttemptEvent & { headers: Headers }) => unknown) | undefined;
  /** After an attempt. */
  onAttemptEnd?: ((event: AttemptEvent & AttemptResult) => unknown) | undefined;
  /** Before the wait that precedes another attempt; `delay` is in milliseconds, `error` is why. */
  onRetry?: ((event: AttemptEvent & { delay: number; error: VpcepError }) => unknown) | undefined;
  /** When a call is over; how it ended is how its last attempt did. */
  onCallEnd?: ((event: CallEvent & AttemptResult) => unknown) | undefined;
}

/** What {@link Hooks} holds. */
export const hookKinds: Record<keyof Hooks, string> = {
  onCallStart: 'function',
  onAttemptStart: 'function',
  onAttemptEnd: 'function',
  onRetry: 'function',
  onCallEnd: 'function',
};

/** Tells a hook. That one fails is no reason for a call to fail. */
export async function tell<Event>(hook: (event: Event) => unknown, event: Event): Promise<void> {
  try {
    await hook(event);
  } catch (error) {
    console.warn('a hook failed:', error);
  }
}
