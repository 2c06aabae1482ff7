import { isAuthenticated, type Correct } from '../authentication/authenticator.js';
import { VpcepAbortError, VpcepConnectionError, VpcepTimeoutError, type FailedCall } from '../errors/call-errors.js';
import { httpError, mayHaveBeenDone } from '../errors/http-errors.js';
import { redactionOf } from '../errors/redact.js';
import { VpcepError } from '../errors/vpcep-error.js';
import { tell, type AttemptEvent, type CallEvent, type AttemptResult } from './hooks.js';
import { isRecord, parseJson } from './json.js';
import { retryAfterMs } from './retry-policy.js';
import type { Attempt, Call, RunningCall } from './running-call.js';
import type { Transport, TryCall } from './transport.js';
import { withinTime } from './within-time.js';

/** Tries a call once, at once, and tells the hooks. */
export const tryOnce: TryCall = async (transport, call) => {
  const { onAttemptEnd } = transport.hooks;
  const { progress } = call;
  progress.attempts++;
  const start = performance.now();
  const attempt = await exchange(transport, call, call.deadline - start).catch((): Attempt => {
    progress.outcome = 'unknown';
    const error = new VpcepConnectionError(progress, 'fetch gave what is neither a Response nor an error');
    return { error, mayBeDone: true };
  });
  if (onAttemptEnd) void tell(onAttemptEnd, { ...attemptEvent(progress), ...resultOf(attempt, start) });
  return attempt;
};

async function exchange(
  { hooks: { onAttemptStart }, fetch, getInit, authenticator, explain, errorCatalogue }: Transport,
  call: RunningCall,
  timeLeftMs: number,
): Promise<Attempt> {
  const { progress, limits } = call;
  const { url, method, body } = call.request;
  // Each attempt is authenticated anew, so it has headers of its own.
  const request = { method, url, headers: { ...call.request.headers }, body };
  let mayBeDone = false as boolean;
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
      mayBeDone = true;
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
    Math.min(limits.timeout, timeLeftMs),
    call.signal,
  );

  const redact = redactionOf(request.headers);
  const failed = (): FailedCall => {
    if (mayBeDone) progress.outcome = 'unknown';
    return { ...progress, url: redact(url) };
  };
  if (typeof outcome === 'string') {
    const option = limits.timeout < timeLeftMs ? 'timeout' : 'totalTimeout';
    return { error: endedEarly(outcome, failed(), call, option), mayBeDone };
  }
  if ('error' in outcome) {
    const { error } = outcome;
    if (error instanceof VpcepError) return { error };
    const { message, isUnsent, ...more } = explain.connection(error, url, redact);
    mayBeDone &&= !isUnsent;
    return { error: new VpcepConnectionError(failed(), message, more), mayBeDone };
  }
  const { response, text } = outcome.value;
  const { status, headers } = response;
  const requestIdOfHeader = headers.get('X-Request-Id') ?? undefined;
  if (response.ok) {
    const data = call.hasResult ? parseJson(text) : undefined;
    if (!call.hasResult || isRecord(data)) {
      progress.outcome = 'done';
      return { data, response, requestId: requestIdOfHeader };
    }
    const what = data === undefined ? 'not valid JSON' : 'not a JSON object';
    const message = text === '' ? 'empty' : `${what}: ${redact(text).slice(0, 100)}`;
    const error = new VpcepConnectionError(failed(), `the answer with status ${status} is ${message}`);
    return { error, response, requestId: requestIdOfHeader, mayBeDone };
  }
  const waitMs = retryAfterMs(headers);
  const refusal = explain.refusal(response, text, redact);
  const { code = '' } = refusal;
  mayBeDone = mayHaveBeenDone(status, code, waitMs);
  const requestId = requestIdOfHeader ?? refusal.requestId;
  const errorResponse = {
    ...refusal,
    status,
    requestId,
    remedy: errorCatalogue?.get(code)?.remedy,
    headers,
  };
  return {
    error: httpError(failed(), errorResponse),
    response,
    requestId,
    retryAfterMs: waitMs,
    correction: correct?.({ ...errorResponse, response }),
    mayBeDone,
  };
}

/** The error of a call that is ended before its answer is there. */
export const endedEarly = (
  how: 'timeout' | 'abort',
  failed: FailedCall,
  { signal, limits }: Pick<Call, 'signal' | 'limits'>,
  option: 'timeout' | 'totalTimeout' = 'totalTimeout',
  what = 'no answer',
): VpcepError =>
  how === 'abort'
    ? new VpcepAbortError(failed, signal?.reason)
    : new VpcepTimeoutError(failed, `${what} within ${limits[option]} ms, the ${option}`, { option });

/** What hooks are told of an attempt. */
export const attemptEvent = (progress: CallEvent): AttemptEvent => ({
  ...progress,
  id: `${progress.callId}.${progress.attempts}`,
  attempt: progress.attempts,
});

/** What hooks are told of an end. */
export const resultOf = ({ error, response, requestId }: Attempt, start: number): AttemptResult => ({
  duration: performance.now() - start,
  status: response?.status,
  requestId,
  error,
});
