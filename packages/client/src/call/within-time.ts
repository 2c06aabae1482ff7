import { longestTimer } from '../sleep.js';

/** Runs work until it ends, its time is over, or the signal is aborted, whichever comes first. */
export function withinTime<T>(
  work: (signal: AbortSignal) => Promise<T>,
  milliseconds: number,
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
    const timer = setTimeout(end, Math.min(milliseconds, longestTimer), 'timeout');
    if (signal?.aborted) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort);
    work(controller.signal).then(
      (value) => {
        settle();
        resolve({ value });
      },
      (error: unknown) => {
        settle();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- passed on as it came
        reject(error);
      },
    );
  });
}
