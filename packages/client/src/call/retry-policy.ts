import { VpcepConnectionError, VpcepTimeoutError } from '../errors/call-errors.js';
import type { VpcepError } from '../errors/vpcep-error.js';
import { VpcepServerError, VpcepThrottlingError } from '../errors/http-errors.js';

/**
 * Whether another attempt makes sense, and does no harm.
 *
 * @param harmless whether trying it twice does no more than trying it once, or the failed attempt did nothing
 */
export function mayRetry(error: VpcepError, harmless: boolean): boolean {
  return (
    error instanceof VpcepThrottlingError ||
    (harmless &&
      (error instanceof VpcepServerError ||
        error instanceof VpcepTimeoutError ||
        (error instanceof VpcepConnectionError && !/CERT|SELF_SIGNED|UNABLE_TO/.test(error.code ?? ''))))
  );
}

/**
 * How long to wait before a retry, in milliseconds: what the answer asks for, else a random time (exponential backoff
 * with full jitter).
 */
export function retryDelay(retry: number, retryAfterMs: number | undefined, maxMs: number): number {
  const asked = retryAfterMs ?? 0;
  return Math.round(asked || Math.random() * Math.min(maxMs, 500 * 2 ** (retry - 1)));
}

/**
 * The milliseconds that `Retry-After` asks for (RFC 9110 section 10.2.3); undefined when it cannot be read. Beside whole
 * seconds and dates there are fractions, negative numbers and lists in the wild, whose first item counts. What has passed
 * already is 0. A date counts from the answer's own `Date`, for the clock here may be off.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('Retry-After') ?? '';
  const [, seconds, date = ''] =
    /^\s*(?:([-+]?[\d.]+)\s*(?:,|$)|((?:[A-Z][a-z]+,? \d|[A-Z]..? [A-Z]|\d{4}-).*?(?:GMT|Z|$)))/.exec(value) ?? [];
  const milliseconds = seconds
    ? Number(seconds) * 1000
    : Date.parse(/[TZ]$/.test(date) ? date : `${date} GMT`) - (Date.parse(headers.get('Date') ?? '') || Date.now());
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
