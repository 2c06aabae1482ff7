/** The shares in which throttling and success change the time between two attempts. */
const slower = 2;
const faster = 1.5;
/** Less time between two attempts, in milliseconds, is none. */
const shortestGapMs = 5;
const longestGapMs = 20_000;

/** Lets the calls of a client send their attempts, so many at a time, and no faster than the service takes them. */
export interface Pacing {
  /** Lets an attempt begin if it may at once; tells whether it did. */
  enter: () => boolean;
  /** Waits until an attempt may begin, in the order of asking; not when the signal is aborted before. */
  turn: (signal: AbortSignal) => Promise<void>;
  /**
   * To be called when an attempt is over.
   *
   * @param began when it began, by `performance.now()`
   * @param retryAfterMs for how long the service wants no attempts
   */
  leave: (began: number, isThrottled: boolean, retryAfterMs: number | undefined) => void;
}

/**
 * Makes the pacing of a client. It begins without a rate. Each time that the service throttles, the time between two
 * attempts doubles, and each attempt that is not throttled takes a third of it away: so it settles near what the service
 * takes, whatever its limit is.
 */
export function createPacing(maxConcurrency: number): Pacing {
  let running = 0;
  let gapMs = 0;
  /** When the next attempt may begin, and when the gap was made larger. */
  let nextAt = 0;
  let slowedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Set<() => void>();

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
  return {
    enter: () => waiting.size === 0 && enter(),
    turn: (signal) =>
      new Promise((resolve) => {
        waiting.add(resolve);
        signal.addEventListener('abort', () => {
          // It may have been let in just before.
          if (!waiting.delete(resolve)) end();
        });
        letIn();
      }),
    leave(began, isThrottled, retryAfterMs = 0) {
      const now = performance.now();
      if (!isThrottled) {
        gapMs = gapMs > shortestGapMs ? gapMs / faster : 0;
      } else {
        // Attempts that began before say nothing about the gap since.
        if (began >= slowedAt) {
          gapMs = Math.min(Math.max(gapMs, shortestGapMs) * slower, longestGapMs);
          slowedAt = now;
        }
        nextAt = Math.max(nextAt, now + Math.min(Math.max(gapMs, retryAfterMs), longestGapMs));
      }
      end();
    },
  };
}
