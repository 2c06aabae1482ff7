/** The longest time that timers can wait. They fire at once when asked for more. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Runs work until it ends, its time is over, or the signal is aborted, whichever comes first. A time that is longer than
 * timers can wait, 24 days, is no limit.
 */
export function withinTime<T>(
  work: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<{ value: T } | 'timeout' | 'abort'> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    // The work is told to stop, and not waited for: an injected fetch may not listen.
    const end = (how: 'timeout' | 'abort') => {
      settle();
      controller.abort();
      resolve(how);
    };
    const onAbort = () => {
      end('abort');
    };
    const timer = timeoutMs > longestTimerMs ? undefined : setTimeout(end, timeoutMs, 'timeout');
    if (signal?.aborted) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort);
    work(controller.signal)
      .then((value) => {
        resolve({ value });
      }, reject)
      .finally(settle);
  });
}

/** Waits, as long as timers can at most, unless the signal is aborted before; resolves with whether it was. */
export async function pause(delayMs: number, signal?: AbortSignal): Promise<boolean> {
  const never = () => new Promise<never>(() => undefined);
  return (await withinTime(never, Math.min(delayMs, longestTimerMs), signal)) === 'abort';
}
