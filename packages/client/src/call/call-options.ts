import { VpcepValidationError } from '../errors/vpcep-error.js';
import { toMilliseconds, type Duration } from './duration.js';
import type { HeadersLike } from './headers.js';

/** How long a call may take and how often it is tried. Set for the client, and anew for any single call. */
export interface AttemptOptions {
  /**
   * How long one attempt may take, until the last byte of its answer. A number is milliseconds.
   *
   * @default '30s'
   */
  timeout?: Duration | undefined;
  /**
   * How long the whole call may take: all attempts, and all waiting before and between them. A number is milliseconds.
   *
   * @default '2m', without the time in which the call waits for its turn among the client's other calls
   */
  totalTimeout?: Duration | undefined;
  /**
   * How many times a call is tried again. What may be repeated is: calls that change nothing more the second time (RFC
   * 9110 section 9.2.2: all but `POST`; and the `POST` that only searches), after a broken connection, a timeout or a
   * status 5xx; and any call after what says that nothing was done: 503 with `Retry-After`, a refused connection. A call
   * that is throttled (status 429, `EndPoint.0022`) is tried again six times as often.
   *
   * @default 2
   */
  maxRetries?: number | undefined;
  /**
   * The longest wait before a call is tried again. Waits are random, up to 500 ms before the first retry and twice as
   * much before each next one. An answer with a longer `Retry-After` is not waited for: the call fails. A number is
   * milliseconds.
   *
   * @default '20s'
   */
  maxRetryDelay?: Duration | undefined;
  /**
   * Repeats every call like one that changes nothing more the second time. A create that was carried out but whose
   * answer was lost is then carried out twice.
   *
   * @default false
   */
  retryUnsafe?: boolean | undefined;
}

/** What {@link AttemptOptions} are; those whose kind is empty are checked with their limits. */
export const attemptKinds: Record<keyof AttemptOptions, string> = {
  timeout: '',
  totalTimeout: '',
  maxRetries: '',
  maxRetryDelay: '',
  retryUnsafe: 'Boolean',
};

/** Options of a single call. */
export interface CallOptions extends AttemptOptions {
  /** Ends the call when it is aborted. The call rejects with a `VpcepAbortError`. */
  signal?: AbortSignal | undefined;
  /** Further headers of the request. They win over the client's own. */
  headers?: HeadersLike | undefined;
}

/** {@link AttemptOptions} with its defaults filled in; times are in milliseconds. */
export interface AttemptLimits {
  timeout: number;
  totalTimeout: number;
  maxRetries: number;
  maxRetryDelay: number;
  retryUnsafe: boolean;
  /** Whether the total holds for the waiting for a turn, too: it does when the caller sets it. */
  countsTurns: boolean;
}

const defaults: AttemptLimits = {
  timeout: 30_000,
  totalTimeout: 120_000,
  maxRetries: 2,
  maxRetryDelay: 20_000,
  retryUnsafe: false,
  countsTurns: false,
};

/** @throws VpcepValidationError when an option is not what its type says. */
export function attemptLimits(options: AttemptOptions, base: AttemptLimits = defaults): AttemptLimits {
  const { maxRetries = base.maxRetries, retryUnsafe = base.retryUnsafe } = options;
  if (!Number.isInteger(maxRetries) || maxRetries < 0) {
    throw new VpcepValidationError('maxRetries', 'must be a whole number from 0');
  }
  const limits = {
    ...base,
    maxRetries,
    retryUnsafe,
    countsTurns: base.countsTurns || options.totalTimeout !== undefined,
  };
  for (const field of ['timeout', 'totalTimeout', 'maxRetryDelay'] as const) {
    if (options[field] !== undefined) limits[field] = toMilliseconds(field, options[field]);
  }
  return limits;
}
