import type { UnsignedRequest } from '../authentication/sign.js';
import type { VpcepError } from '../errors/vpcep-error.js';
import type { AttemptLimits } from './call-options.js';
import type { CallEvent } from './hooks.js';

/** One call, ready to be tried. */
export interface Call {
  operation: string;
  request: UnsignedRequest;
  /** The project that it is about, if any. */
  projectId?: string | undefined;
  /** Whether trying it twice does no more than trying it once. */
  repeatable: boolean;
  limits: AttemptLimits;
  signal?: AbortSignal | undefined;
  /** Whether a successful answer has a body. */
  hasResult: boolean;
}

/** A call that is under way. */
export interface RunningCall extends Call {
  /** Ends when the hook of the call's start is done. */
  started: Promise<void> | undefined;
  /** What hooks and errors tell of it, as far as it has come. */
  progress: CallEvent;
  /** When its time is over, by `performance.now()`. */
  deadline: number;
}

/** A successful answer. The body of `response` has been read: it is `data`. */
export interface Answer {
  data: unknown;
  response: Response;
}

/** How an attempt went. */
export type Attempt =
  | (Answer & { requestId: string | undefined; error?: undefined; retryAfterMs?: undefined })
  | {
      error: VpcepError;
      response?: Response;
      requestId?: string | undefined;
      /** What the answer asks to wait, in milliseconds. */
      retryAfterMs?: number | undefined;
      correction?: string | undefined;
      /** Whether the service may have done what it was asked for. */
      mayBeDone?: boolean;
    };
