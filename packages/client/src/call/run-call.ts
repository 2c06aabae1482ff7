import { isAuthenticated, type Correct } from '../authentication/authenticator.js';
import type { UnsignedRequest } from '../authentication/sign.js';
import { VpcepAbortError, VpcepConnectionError, VpcepTimeoutError } from '../errors/call-errors.js';
import { httpError } from '../errors/http-errors.js';
import { redactedCause, redactionOf } from '../errors/redact.js';
import { VpcepError } from '../errors/vpcep-error.js';
import type { AttemptLimits } from './call-options.js';
import type { AttemptEvent } from './hooks.js';
import { isRecord, parseErrorBody, parseJson } from './parse-body.js';
import { mayRetry, parseRetryAfter, retryDelay } from './retry-policy.js';
import type { Transport } from './transport.js';
import { pause, withinTime } from './within-time.js';

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
}

/** A successful answer. The body of `response` has been read: it is `data`. */
export interface Answer {
  data: unknown;
  response: Response;
}

/** Tries a call until it succeeds, fails for good, is aborted, or its time or retries are used up. */
export async function runCall(transport: Transport, call: Call): Promise<Answer> {
  const { limits, signal } = call;
  const start = performance.now();
  const timeLeftMs = () => limits.totalTimeout - (performance.now() - start);
  const corrected = new Set<string>();
  for (let attempt = 1, retry = 1; ; attempt++) {
    const event = { operation: call.operation, attempt, method: call.request.method, url: call.request.url };
    const outcome = await tryOnce(transport, call, event, timeLeftMs());
    if ('answer' in outcome) return outcome.answer;
    const { error, retryAfterMs, correction } = outcome;
    let delayMs = 0;
    if (correction !== undefined && !corrected.has(correction)) {
      corrected.add(correction);
    } else {
      delayMs = retryDelay(retry, retryAfterMs, limits.maxRetryDelay);
      if (
        retry++ > limits.maxRetries ||
        !mayRetry(error, call.repeatable || limits.retryUnsafe, retryAfterMs) ||
        delayMs > limits.maxRetryDelay ||
        delayMs >= timeLeftMs()
      ) {
        throw error;
      }
    }
    transport.hooks.onRetry?.({ ...event, delay: delayMs, error });
    if (delayMs > 0 && (await pause(delayMs, signal))) {
      throw new VpcepAbortError(call.operation, signal?.reason, { attempts: attempt });
    }
  }
}

/** How an attempt went. */
type Outcome =
  | { answer: Answer }
  | { error: VpcepError; response?: Response; retryAfterMs?: number | undefined; correction?: string | undefined };

async function tryOnce(transport: Transport, call: Call, event: AttemptEvent, timeLeftMs: number): Promise<Outcome> {
  const { onAttemptStart, onAttemptEnd } = transport.hooks;
  // Each attempt is authenticated anew, so it has headers of its own.
  const request = { ...call.request, headers: { ...call.request.headers } };
  if (onAttemptStart !== undefined) {
    const headers = new Headers(request.headers);
    onAttemptStart({ ...event, headers });
    request.headers = Object.fromEntries(headers);
  }
  const start = performance.now();
  const outcome = await exchange(transport, call, request, event.attempt, timeLeftMs);
  const response = 'answer' in outcome ? outcome.answer.response : outcome.response;
  onAttemptEnd?.({
    ...event,
    duration: performance.now() - start,
    status: response?.status,
    requestId: response?.headers.get('X-Request-Id') ?? undefined,
    error: 'error' in outcome ? outcome.error : undefined,
  });
  return outcome;
}

async function exchange(
  { fetch, authenticator, remedyOf }: Transport,
  { operation, projectId, limits, signal, hasResult }: Call,
  request: UnsignedRequest,
  attempts: number,
  timeLeftMs: number,
): Promise<Outcome> {
  const { url, method, headers, body } = request;
  const timeoutMs = Math.min(limits.timeout, timeLeftMs);
  let correct: Correct | undefined;
  let outcome;
  try {
    outcome = await withinTime(
      async (attemptSignal) => {
        if (!isAuthenticated(headers)) correct = await authenticator(request, projectId);
        const response = await fetch(url, {
          method,
          headers,
          ...(body === undefined ? {} : { body }),
          // Redirected to another host, a request would take its credentials along.
          redirect: 'manual',
          signal: attemptSignal,
        });
        return { response, text: await response.text() };
      },
      timeoutMs,
      signal,
    );
  } catch (error) {
    if (error instanceof VpcepError) return { error };
    const cause = redactedCause(error, redactionOf(headers));
    return { error: new VpcepConnectionError(operation, 'no answer arrived', { cause, attempts }) };
  }
  if (outcome === 'abort') return { error: new VpcepAbortError(operation, signal?.reason, { attempts }) };
  if (outcome === 'timeout') {
    return { error: new VpcepTimeoutError(operation, `no answer within ${Math.round(timeoutMs)} ms`, { attempts }) };
  }
  const { response, text } = outcome.value;
  if (!response.ok) {
    const { code, message, requestId } = parseErrorBody(response, text);
    const errorResponse = {
      status: response.status,
      code,
      message: redactionOf(headers)(message),
      requestId: response.headers.get('X-Request-Id') ?? requestId,
      remedy: code === undefined ? undefined : remedyOf(code),
    };
    return {
      error: httpError(operation, errorResponse, { attempts }),
      response,
      retryAfterMs: parseRetryAfter(response.headers.get('Retry-After')),
      correction: correct?.({ ...errorResponse, response }),
    };
  }
  if (!hasResult) return { answer: { data: undefined, response } };
  const data = parseJson(text);
  if (isRecord(data)) return { answer: { data, response } };
  const what = text === '' ? 'empty' : data === undefined ? 'not valid JSON' : 'not a JSON object';
  return {
    error: new VpcepConnectionError(operation, `the answer with status ${response.status} is ${what}`, { attempts }),
    response,
  };
}
