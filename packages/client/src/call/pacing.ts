import { VpcepThrottlingError } from '../errors/http-errors.js';
import { endedEarly, tryOnce } from './attempt.js';
import type { TryCall } from './transport.js';
import { withinTime } from './within-time.js';

/** The shares in which throttling and success change the time between two attempts. */
const slower = 2;
const faster = 1.5;
/** Less time between two attempts, in milliseconds, is none. */
const shortestGapMs = 5;
const longestGapMs = 20_000;

/**
 * Lets the calls of a client send their attempts, so many at a time, in the order of asking, and no faster than the service
 * takes them. It begins without a rate. Each time that the service throttles, the time between two attempts doubles, and
 * each attempt that is not throttled takes a third of it away: so it settles near what the service takes, whatever its
 * limit is.
 */
export function createPacing(maxConcurrency: number): TryCall {
  let running = 0;
  let gapMs = 0;
  /** When the next attempt may begin, and when the gap was made larger. */
  let nextAt = 0;
  let slowedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Set<() => void>();

  /** Lets an attempt begin if it may at once; tells whether it did. */
  const enter = () => {
    const now = performance.now();
    if (running >= maxConcurrency || now < nextAt) return false;
    running++;
    nextAt = now + gapMs;
    return true;
  };
  const letIn = () => {
    clearTimeout(timer);
    for (const begin of waiting) {
      if (!enter()) {
        // When all that may run do, the next one that ends lets others in.
        if (running < maxConcurrency) timer = setTimeout(letIn, Math.ceil(nextAt - performance.now()));
        return;
      }
      waiting.delete(begin);
      begin();
    }
  };
  const end = () => {
    running--;
    letIn();
  };
  /** Waits until an attempt may begin; not when the signal is aborted before. */
  const turn = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      waiting.add(resolve);
      signal.addEventListener('abort', () => {
        // It may have been let in just before.
        if (!waiting.delete(resolve)) end();
        // A timer keeps processes from ending.
        if (waiting.size === 0) clearTimeout(timer);
      });
      letIn();
    });
  const slowDown = (began: number, retryAfterMs = 0) => {
    const now = performance.now();
    // Attempts that began before say nothing about the gap since.
    if (began >= slowedAt) {
      gapMs = Math.min(Math.max(gapMs, shortestGapMs) * slower, longestGapMs);
      slowedAt = now;
    }
    nextAt = Math.max(nextAt, now + Math.min(Math.max(gapMs, retryAfterMs), longestGapMs));
  };

  return async (transport, call) => {
    if (waiting.size > 0 || !enter()) {
      const { limits, signal, progress } = call;
      const asked = performance.now();
      const how = await withinTime(turn, limits.countsTurns ? call.deadline - asked : Infinity, signal);
      if (typeof how === 'string') return { error: endedEarly(how, progress, call) };
      if (!limits.countsTurns) call.deadline += performance.now() - asked;
    }
    const began = performance.now();
    const attempt = await tryOnce(transport, call);
    if (attempt.error instanceof VpcepThrottlingError) slowDown(began, attempt.retryAfterMs);
    else gapMs = gapMs > shortestGapMs ? gapMs / faster : 0;
    end();
    return attempt;
  };
}
