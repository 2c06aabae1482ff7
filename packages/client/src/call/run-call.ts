import { VpcepThrottlingError } from '../errors/http-errors.js';
import { attemptEvent, endedEarly, resultOf } from './attempt.js';
import { tell, type CallEvent } from './hooks.js';
import { mayRetry, retryDelay } from './retry-policy.js';
import type { Answer, Attempt, Call, RunningCall } from './running-call.js';
import type { Transport } from './transport.js';
import { pause } from './within-time.js';

/** A call may be throttled so many times for each time that it may be tried again after another failure. */
const throttlesPerRetry = 6;
/** The longest random wait after throttling, for the pace that calls share slows them down, too. */
const longestThrottledMs = 4000;

let calls = 0;

/** Tries a call until it succeeds, fails for good, is aborted, or its time or retries are used up. */
export async function runCall(transport: Transport, call: Call): Promise<Answer> {
  const { onCallStart, onCallEnd } = transport.hooks;
  const { operation } = call;
  const { method, url } = call.request;
  const start = performance.now();
  const progress: CallEvent = { callId: String(++calls), operation, method, url, attempts: 0, outcome: 'not done' };
  const started = onCallStart && tell(onCallStart, { ...progress });
  const last = await tryUntilDone(transport, {
    ...call,
    started,
    progress,
    deadline: start + call.limits.totalTimeout,
  });
  if (onCallEnd) void tell(onCallEnd, { ...progress, ...resultOf(last, start) });
  if (last.error) throw last.error;
  return last;
}

async function tryUntilDone(transport: Transport, call: RunningCall): Promise<Attempt> {
  const { limits, signal, progress } = call;
  const corrected: string[] = [];
  for (let retries = 0, throttled = 0; ;) {
    const attempt = await transport.tryCall(transport, call);
    const { error } = attempt;
    if (!error) return attempt;

    const isThrottled = error instanceof VpcepThrottlingError;
    let delayMs = 0;
    const { correction, retryAfterMs, mayBeDone } = attempt;
    if (correction !== undefined && !corrected.includes(correction)) {
      corrected.push(correction);
    } else {
      // That the service has too much to do is no reason to give up as soon as on a fault.
      const failures = isThrottled ? ++throttled : ++retries;
      const longestMs = isThrottled ? Math.min(limits.maxRetryDelay, longestThrottledMs) : limits.maxRetryDelay;
      delayMs = retryDelay(failures, retryAfterMs, longestMs);
      if (
        failures > limits.maxRetries * (isThrottled ? throttlesPerRetry : 1) ||
        !mayRetry(error, call.repeatable || limits.retryUnsafe || !mayBeDone) ||
        delayMs > limits.maxRetryDelay ||
        delayMs >= call.deadline - performance.now()
      ) {
        return attempt;
      }
    }
    const { onRetry } = transport.hooks;
    if (onRetry) void tell(onRetry, { ...attemptEvent(progress), delay: delayMs, error });
    if (delayMs > 0 && (await pause(delayMs, signal))) return { error: endedEarly('abort', progress, call) };
  }
}
