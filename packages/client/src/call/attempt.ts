import { isAuthenticated, type Correct } from '../authentication/authenticator.js';
import type { UnsignedRequest } from '../authentication/sign.js';
import { VpcepAbortError, VpcepConnectionError, VpcepTimeoutError, type FailedCall } from '../errors/call-errors.js';
import { httpError, mayHaveBeenDone, VpcepHttpError } from '../errors/http-errors.js';
import { redactionOf } from '../errors/redact.js';
import { VpcepError } from '../errors/vpcep-error.js';
import type { AttemptLimits } from './call-options.js';
import { tell, type AttemptEvent, type CallEvent, type AttemptResult } from './hooks.js';
import { isRecord, parseJson } from './json.js';
import { retryAfterMs } from './retry-policy.js';
import type { Transport } from './transport.js';
import { withinTime } from './within-time.js';

/** One call, ready to be tried. */
export interface Call {
  operation: string;
  request: UnsignedRequest;
  /** The project that it is about, if any. */
  projectId: string | undefined;
  /** Whether trying it twice does no more than trying it once. */
  repeatable: boolean;
  limits: AttemptLimits;
  signal: AbortSignal | undefined;
  /** Whether a successful answer has a body. */
  hasResult: boolean;
  /** Ends when the hook of the call's start is done. */
  started?: Promise<void> | undefined;
}

/** A successful answer. The body of `response` has been read: it is `data`. */
export interface Answer {
  data: unknown;
  response: Response;
}

/** How an attempt went. */
export type Attempt =
  | (Answer & { error?: undefined })
  | {
      error: VpcepError;
      response?: Response;
      /** What the answer asks to wait, in milliseconds. */
      retryAfterMs?: number | undefined;
      correction?: string | undefined;
      /** Whether the service may have done what it was asked for. */
      mayBeDone?: boolean;
    };

/** Tries a call once, and tells the hooks. */
export async function tryOnce(
  transport: Transport,
  call: Call,
  progress: CallEvent,
  timeLeftMs: number,
): Promise<Attempt> {
  const { onAttemptEnd } = transport.hooks;
  const start = performance.now();
  const attempt = await exchange(transport, call, progress, timeLeftMs);
  if (onAttemptEnd) void tell(onAttemptEnd, { ...attemptEvent(progress), ...resultOf(attempt, start) });
  return attempt;
}

async function exchange(
  { hooks: { onAttemptStart }, fetch, getInit, authenticator, explain, errorCatalogue }: Transport,
  call: Call,
  progress: CallEvent,
  timeLeftMs: number,
): Promise<Attempt> {
  const { url, method, body } = call.request;
  // Each attempt is authenticated anew, so it has headers of its own.
  const request = { method, url, headers: { ...call.request.headers }, body };
  const sent = { yes: false };
  let correct: Correct | undefined;
  const outcome = await withinTime(
    async (signal) => {
      if (call.started) await call.started;
      if (onAttemptStart) {
        const headers = new Headers(request.headers);
        await tell(onAttemptStart, { ...attemptEvent(progress), headers });
        request.headers = Object.fromEntries(headers);
      }
      if (!isAuthenticated(request.headers)) correct = await authenticator(request, call.projectId);
      sent.yes = true;
      const response = await fetch(url, {
        ...(method === 'GET' && getInit),
        method,
        headers: request.headers,
        ...(body !== undefined && { body }),
        // Redirected to another host, a request would take its credentials along.
        redirect: 'manual',
        signal,
      });
      return { response, text: await response.text() };
    },
    Math.min(call.limits.timeout, timeLeftMs),
    call.signal,
  ).catch((error: unknown) => ({ error }));

  const redact = redactionOf(request.headers);
  const failed = (mayBeDone: boolean): FailedCall => {
    if (mayBeDone) progress.outcome = 'unknown';
    return { ...progress, url: redact(url) };
  };
  if (typeof outcome === 'string') {
    const option = call.limits.timeout < timeLeftMs ? 'timeout' : 'totalTimeout';
    return { error: endedEarly(outcome, failed(sent.yes), call, option), mayBeDone: sent.yes };
  }
  if ('error' in outcome) {
    const { error } = outcome;
    if (error instanceof VpcepError) return { error };
    const { message, isUnsent, ...more } = explain.connection(error, url, redact);
    const mayBeDone = sent.yes && !isUnsent;
    return { error: new VpcepConnectionError(failed(mayBeDone), message, more), mayBeDone };
  }
  const { response, text } = outcome.value;
  const { status, headers } = response;
  if (!response.ok) {
    const waitMs = retryAfterMs(headers);
    const { code, message, requestId } = explain.refusal(response, text, redact);
    const mayBeDone = mayHaveBeenDone(status, code, waitMs);
    const errorResponse = {
      status,
      code,
      message,
      requestId: headers.get('X-Request-Id') ?? requestId,
      remedy: errorCatalogue?.get(code ?? '')?.remedy,
      headers,
    };
    return {
      error: httpError(failed(mayBeDone), errorResponse),
      response,
      retryAfterMs: waitMs,
      correction: correct?.({ ...errorResponse, response }),
      mayBeDone,
    };
  }
  const data = call.hasResult ? parseJson(text) : undefined;
  if (!call.hasResult || isRecord(data)) return { data, response };
  const what = text === '' ? 'empty' : data === undefined ? 'not valid JSON' : 'not a JSON object';
  const error = new VpcepConnectionError(failed(true), `the answer with status ${status} is ${what}`);
  return { error, response, mayBeDone: true };
}

/** The error of a call that is ended before its answer is there. */
export const endedEarly = (
  how: 'timeout' | 'abort',
  failed: FailedCall,
  { signal, limits }: Call,
  option: 'timeout' | 'totalTimeout' = 'totalTimeout',
): VpcepError =>
  how === 'abort'
    ? new VpcepAbortError(failed, signal?.reason)
    : new VpcepTimeoutError(failed, `no answer within ${limits[option]} ms, the ${option}`, { option });

/** What hooks are told of an attempt. */
export const attemptEvent = (progress: CallEvent): AttemptEvent => ({
  ...progress,
  id: `${progress.callId}.${progress.attempts}`,
  attempt: progress.attempts,
});

/** What hooks are told of an end. */
export const resultOf = ({ error, response }: Attempt, start: number): AttemptResult => ({
  duration: performance.now() - start,
  status: response?.status,
  requestId: response?.headers.get('X-Request-Id') ?? (error instanceof VpcepHttpError ? error.requestId : undefined),
  error,
});
