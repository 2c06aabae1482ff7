import type { Log } from '../src/index.js';

/** A log that keeps what the mock says of its own failures. No test may pass in which there is one. */
export function collectFailures(): { log: Log; failures: string[] } {
  const failures: string[] = [];
  return {
    failures,
    log(entry) {
      if (entry.event === 'request' && entry.failure !== undefined) failures.push(entry.failure);
    },
  };
}
