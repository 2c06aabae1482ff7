import { codeOf } from '../errors/redact.js';
import { VpcepConnectionError, VpcepTimeoutError } from '../errors/call-errors.js';
import type { VpcepError } from '../errors/vpcep-error.js';
import { VpcepHttpError, VpcepServerError, VpcepThrottlingError } from '../errors/http-errors.js';

/** What system errors say when no connection came about, so that nothing was sent. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

function wasNeverSent(error: VpcepError): boolean {
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause) {
    if (neverConnected.test(codeOf(cause) ?? '')) return true;
  }
  return false;
}

/** Whether another attempt makes sense, and does no harm. */
export function mayRetry(error: VpcepError, repeatable: boolean, retryAfterMs: number | undefined): boolean {
  if (error instanceof VpcepThrottlingError) return true;
  if (error instanceof VpcepHttpError) {
    return (error.status === 503 && retryAfterMs !== undefined) || (repeatable && error instanceof VpcepServerError);
  }
  if (error instanceof VpcepConnectionError) return repeatable || wasNeverSent(error);
  return repeatable && error instanceof VpcepTimeoutError;
}

/**
 * How long to wait before a retry, in milliseconds: what the answer asks for, else a random time (exponential backoff
 * with full jitter).
 */
export function retryDelay(retry: number, retryAfterMs: number | undefined, maxMs: number): number {
  return retryAfterMs ?? Math.random() * Math.min(maxMs, 500 * 2 ** (retry - 1));
}

/** The milliseconds that `Retry-After` asks for (RFC 9110 section 10.2.3): seconds, or a date. */
export function parseRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const milliseconds = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
