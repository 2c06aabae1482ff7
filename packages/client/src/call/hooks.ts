import type { VpcepError } from '../errors/vpcep-error.js';

/** One attempt of a call. */
export interface AttemptEvent {
  /** The operationId of the call. */
  operation: string;
  /** 1 for the first attempt. */
  attempt: number;
  /** The HTTP method. */
  method: string;
  /** The URL, with its query. It holds no credentials. */
  url: string;
}

/** Functions that are called while calls run, for logs and traces. What one of them throws ends the call. */
export interface Hooks {
  /** Before an attempt. What it sets in `headers`, such as `traceparent`, is sent; credentials are not in there yet. */
  onAttemptStart?: (event: AttemptEvent & { headers: Headers }) => void;
  /** After an attempt, with the status and request ID of its answer, or the error; `duration` is in milliseconds. */
  onAttemptEnd?: (
    event: AttemptEvent & {
      duration: number;
      status: number | undefined;
      requestId: string | undefined;
      error: VpcepError | undefined;
    },
  ) => void;
  /** Before the wait that precedes another attempt; `delay` is in milliseconds, `error` is why. */
  onRetry?: (event: AttemptEvent & { delay: number; error: VpcepError }) => void;
}
