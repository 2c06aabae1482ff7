import { type Clock, type ClockMode, createClock, type TimeSource } from './clock.js';
import { createFaults, type Faults } from './faults/faults.js';
import type { KeptSnapshot } from './snapshots/snapshots.js';
import type { Store } from './store/store.js';

/** What a mock lives by while it runs. Its store may be replaced at any time, and its clock is that of the store. */
export interface Runtime {
  /** The clock of the store, or before there is one, a new one. */
  readonly clock: () => Clock;
  /** Makes a clock that goes by the same time, and was moved so far already, in milliseconds. */
  readonly newClock: (moved?: number) => Clock;
  readonly store: () => Store;
  readonly replaceStore: (store: Store) => void;
  /** Replaces the store by one as it was before something that could not be kept. */
  readonly undoStore: (earlier: Store) => void;
  /** The store that a request changes which has met one: that one, unless that was undone meanwhile. */
  readonly standing: (met: Store) => Store;
  readonly faults: Faults;
  /** What was remembered at some time, by name, in the order in which it was saved. */
  readonly snapshots: Map<string, KeptSnapshot>;
}

/** What a runtime is made with. */
export interface RuntimeSettings {
  readonly clock: ClockMode;
  readonly seed: string;
  /** The time that its clocks go by; without one, that of the machine. */
  readonly time?: TimeSource | undefined;
}

/** Makes a runtime, which is without a store at first. */
export function createRuntime({ clock: mode, seed, time }: RuntimeSettings): Runtime {
  const newClock = (moved?: number) => createClock(mode, time, moved);
  const first = newClock();
  let current: Store | undefined;
  const undone = new WeakMap<Store, Store>();
  return {
    clock: () => current?.settings.clock ?? first,
    newClock,
    store() {
      if (current === undefined) throw new Error('the mock was asked before it had a state');
      return current;
    },
    replaceStore(store) {
      current = store;
    },
    undoStore(earlier) {
      if (current !== undefined) undone.set(current, earlier);
      current = earlier;
    },
    standing(met) {
      let standing = met;
      for (let next = undone.get(met); next !== undefined; next = undone.get(next)) standing = next;
      return standing;
    },
    faults: createFaults(seed),
    snapshots: new Map(),
  };
}
