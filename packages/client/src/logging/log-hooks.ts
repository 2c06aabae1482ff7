import type { Hooks } from '../call/hooks.js';
import { VpcepValidationError } from '../errors/vpcep-error.js';
import { checkKind } from '../given/known-options.js';

/** What {@link logHooks} writes to: the console, or a logger such as one of pino. */
export interface Logger {
  debug(...entry: unknown[]): unknown;
  info(...entry: unknown[]): unknown;
  warn(...entry: unknown[]): unknown;
}

/** Options of {@link logHooks}. */
export interface LogHooksOptions {
  /**
   * Whether the logger takes the fields before the message, as pino does, instead of after it, as the console does.
   *
   * @default true for a logger that has `bindings`, as all of pino's have
   */
  fieldsFirst?: boolean | undefined;
}

/** An event that is logged: what there is in all of them, or in some. */
interface LoggedEvent {
  operation: string;
  status?: number | undefined;
  error?: Error | undefined;
  duration?: number;
  delay?: number;
}

const levels = ['debug', 'info', 'warn'] as const;

/**
 * Hooks that log what a client does: attempts for `debug`, calls for `info`, retries and calls that fail for `warn`. Beside
 * a message, each entry has the fields of its event, such as `callId`, `operation`, `url`, `status` and `requestId`, and
 * times in whole milliseconds; that of a call that fails has its `error`. No entry holds a token, key or signature.
 *
 * @throws VpcepValidationError when the logger lacks one of those levels.
 *
 * @example
 * createVpcepClient({ ...options, hooks: logHooks(pino()) });
 */
export function logHooks(logger: Logger, options: LogHooksOptions = {}): Hooks {
  // Values from outside are not always what the types promise.
  const given = logger as Partial<Logger> | null | undefined;
  if (!levels.every((level) => typeof given?.[level] === 'function')) {
    throw new VpcepValidationError('logger', `must have the functions ${levels.join(', ')}`);
  }
  checkKind('options', options, 'Object');
  const { fieldsFirst = 'bindings' in logger } = options;
  const log = (level: keyof Logger, what: string, { error, ...event }: LoggedEvent, more: object = {}) => {
    const { operation, status, duration, delay } = event;
    const time = Math.round(delay ?? duration ?? 0);
    const message = `${error?.message ?? `${operation}: ${status}`} (${what}${time} ms)`;
    const fields = { ...event, [delay === undefined ? 'duration' : 'delay']: time, ...more };
    logger[level](...(fieldsFirst ? [fields, message] : [message, fields]));
  };
  return {
    onAttemptEnd(event) {
      log('debug', 'attempt: ', event);
    },
    onRetry(event) {
      log('warn', 'again after ', event);
    },
    onCallEnd(event) {
      const { error } = event;
      log(error ? 'warn' : 'info', '', event, error && { error });
    },
  };
}
