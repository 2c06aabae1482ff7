import { type Clock, type ClockMode, createClock } from './clock.js';
import { createFaults, type Faults } from './faults/faults.js';
import type { Store } from './store/store.js';

/** What a mock lives by while it runs. Its store may be replaced at any time, and its clock is that of the store. */
export interface Runtime {
  /** The clock of the store, or before there is one, a new one. */
  readonly clock: () => Clock;
  readonly store: () => Store;
  readonly replaceStore: (store: Store) => void;
  /** Replaces the store by one as it was before something that could not be kept. */
  readonly undoStore: (earlier: Store) => void;
  /** The store that a request changes which has met one: that one, unless that was undone meanwhile. */
  readonly standing: (met: Store) => Store;
  readonly faults: Faults;
}

/** Makes a runtime, which is without a store at first. */
export function createRuntime({ clock: mode, seed }: { readonly clock: ClockMode; readonly seed: string }): Runtime {
  const first = createClock(mode);
  let current: Store | undefined;
  const undone = new WeakMap<Store, Store>();
  return {
    clock: () => current?.settings.clock ?? first,
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
  };
}
