/** A call that is tried again once `delay` is over. */
export interface Retry {
  readonly operation: string;
  /** In milliseconds. */
  readonly delay: number;
}

let current: Retry | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(retry: Retry | undefined): void {
  current = retry;
  for (const listener of listeners) listener();
}

/** Shows that a call is tried again, until it is. */
export function announceRetry({ operation, delay }: Retry): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    show(undefined);
  }, delay);
  show({ operation, delay });
}

/** The retry that was announced last, if it is still to come. For `useSyncExternalStore`. */
export const retries = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => current,
};
