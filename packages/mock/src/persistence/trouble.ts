import type { Log } from '../log/log.js';
import { reasonOf } from './errors.js';

/** Whether there is trouble with a folder: from the first write that fails to the first that does not. */
export interface Trouble {
  /** What is wrong; undefined when nothing is. */
  problem(): string | undefined;
  begins(error: unknown): void;
  ends(): void;
}

/** Watches over a folder, and says in the log when trouble begins and when it is over. */
export function createTrouble(folder: string, log: Log): Trouble {
  let trouble: { since: string; reason: string } | undefined;
  const problem = () => trouble && `cannot keep what is changed in ${folder} since ${trouble.since}: ${trouble.reason}`;
  return {
    problem,
    begins(error) {
      const isNew = trouble === undefined;
      const now = new Date().toISOString();
      trouble = { since: trouble?.since ?? now, reason: reasonOf(error) };
      if (isNew) log({ event: 'persistence', time: now, folder, problem: trouble.reason });
    },
    ends() {
      if (trouble === undefined) return;
      trouble = undefined;
      log({ event: 'persistence', time: new Date().toISOString(), folder });
    },
  };
}
