import { type Keeping, NotKeptError } from '../keeping.js';
import { readState } from '../store/state.js';
import type { Store } from '../store/store.js';
import type { BrowserStorage } from './browser-storage.js';
import type { KeptState } from './kept-state.js';

/**
 * Keeps a store in the browser's storage, as a whole. What several requests have changed while one write was under way goes
 * into one next write. After a write that failed, the mock goes back to what is kept.
 *
 * @param store - the present store, which may be another one at any time.
 * @param goBackTo - has the mock remember what was kept last.
 */
export function keepStore(
  storage: BrowserStorage<KeptState>,
  store: () => Store,
  goBackTo: (kept: KeptState) => void,
): Keeping {
  let followed: Store | undefined;
  let followedRest = '';
  let isChanged = false;
  let kept: KeptState | undefined;
  let problem: string | undefined;
  let writing: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  /** Takes a store as kept, and notes whether something changes in it from now on. */
  function follow(current: Store): void {
    followed = current;
    followedRest = restOf(current);
    isChanged = false;
    current.services.onChange = current.endpoints.onChange = () => {
      isChanged ||= followed === current;
    };
  }

  async function write(): Promise<void> {
    const current = store();
    // What is due by now belongs to what is written, and is no change that follows it.
    const state = readState(current);
    const { clock } = current.settings;
    const written: KeptState = { layout: 1, clock: { now: clock.now(), moved: clock.moved() }, state };
    follow(current);
    try {
      await storage.write(written);
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
      if (kept !== undefined) {
        goBackTo(kept);
        follow(store());
      }
      // Whoever waits for the next write is undone as well, and whoever comes now is not.
      writing = next = undefined;
      throw new NotKeptError(`Nothing was changed: the mock ${problem}.`, { cause: error });
    }
    kept = written;
    problem = undefined;
  }

  return {
    admitted: () => undefined,
    flushed(readsOnly = false) {
      if (readsOnly && problem !== undefined) return undefined;
      const current = store();
      if (current === followed && !isChanged && restOf(current) === followedRest) return writing;
      next ??= (writing ?? Promise.resolve()).then(() => {
        next = undefined;
        const begun = write().finally(() => {
          if (writing === begun) writing = undefined;
        });
        writing = begun;
        return begun;
      });
      return next;
    },
    problem: () => problem,
  };
}

/** Whatever a store holds but resources. */
const restOf = ({ accounts, organizations, counters, quotas, transitions, settings }: Store): string =>
  JSON.stringify([[...accounts], [...organizations], counters, quotas, transitions, settings.clock.moved()]);
