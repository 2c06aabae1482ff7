/** The longest time that timers can wait. They fire at once when asked for more. */
const longestTimerMs = 2 ** 31 - 1;

/** Whom to tell when a signal is aborted. Node takes many listeners to one signal for a leak, so one tells all. */
const told = /* @__PURE__ */ new WeakMap<AbortSignal, Set<() => void>>();

function tellAll(this: AbortSignal): void {
  for (const listener of told.get(this) ?? []) listener();
}

/** Has a function called when a signal is aborted; returns how to take that back. */
function listen(signal: AbortSignal, listener: () => void): () => void {
  const listeners = told.get(signal) ?? new Set();
  // Those who listen already are not added again.
  signal.addEventListener('abort', tellAll);
  told.set(signal, listeners.add(listener));
  return () => {
    if (listeners.delete(listener) && listeners.size === 0) signal.removeEventListener('abort', tellAll);
  };
}

/**
 * Runs work until it ends, its time is over, or the signal is aborted, whichever comes first. A time that is longer than
 * timers can wait, 24 days, is no limit.
 */
export function withinTime<T>(
  work: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<{ value: T } | { error: unknown } | 'timeout' | 'abort'> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve('abort');
      return;
    }
    const controller = new AbortController();
    const settle = () => {
      clearTimeout(timer);
      stopListening?.();
    };
    // The work is told to stop, and not waited for: an injected fetch may not listen.
    const end = (how: 'timeout' | 'abort') => {
      settle();
      controller.abort();
      resolve(how);
    };
    const timer = timeoutMs > longestTimerMs ? undefined : setTimeout(end, timeoutMs, 'timeout');
    const stopListening =
      signal &&
      listen(signal, () => {
        end('abort');
      });
    work(controller.signal).then(
      (value) => {
        settle();
        resolve({ value });
      },
      (error: unknown) => {
        settle();
        resolve({ error });
      },
    );
  });
}

/** Waits, as long as timers can at most, unless the signal is aborted before; resolves with whether it was. */
export async function pause(delayMs: number, signal?: AbortSignal): Promise<boolean> {
  const never = () => new Promise<never>(() => undefined);
  return (await withinTime(never, Math.min(delayMs, longestTimerMs), signal)) === 'abort';
}
