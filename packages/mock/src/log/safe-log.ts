import type { Log, LogEntry } from './log.js';

/** A log whose failures, of whatever kind, harm neither the request that it is told of nor the mock. The first is told. */
export function createSafeLog(log: Log): Log {
  // What is written in JavaScript, or as an async function, may return a promise.
  const take: (entry: LogEntry) => unknown = log;
  let hasWarned = false;
  function warn(error: unknown): void {
    if (hasWarned) return;
    hasWarned = true;
    console.warn('The log of the mock failed, and the mock goes on. Mend what startMock got as log:', error);
  }
  return (entry) => {
    // It takes the entry at once, and both what is thrown and what is rejected end here.
    new Promise((resolve) => {
      resolve(take(entry));
    }).catch(warn);
  };
}
