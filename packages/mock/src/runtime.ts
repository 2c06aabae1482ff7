import { type Clock, type ClockMode, createClock } from './clock.js';
import { createFaults, type Faults } from './faults.js';
import type { Store } from './store/store.js';

/** What a mock lives by while it runs. Its clock and its store may be replaced at any time. */
export interface Runtime {
  readonly clock: () => Clock;
  /** Replaces the clock by one that starts anew. */
  readonly restartClock: () => void;
  readonly store: () => Store;
  readonly replaceStore: (store: Store) => void;
  readonly faults: Faults;
}

/** Makes a runtime, which is without a store at first. */
export function createRuntime({ clock: mode, seed }: { readonly clock: ClockMode; readonly seed: string }): Runtime {
  let clock = createClock(mode);
  let current: Store | undefined;
  return {
    clock: () => clock,
    restartClock() {
      clock = createClock(mode);
    },
    store() {
      if (current === undefined) throw new Error('the mock was asked before it had a state');
      return current;
    },
    replaceStore(store) {
      current = store;
    },
    faults: createFaults(seed),
  };
}
