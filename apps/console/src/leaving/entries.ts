import { createContext } from 'react';

/** What has been filled in, and was not sent, in a part of the console: on its pages, or in one dialog. */
export interface Entries {
  /** Takes up a form, which tells whether something is filled in there. Returns what leaves it out again. */
  add: (isFilledIn: () => boolean) => () => void;
  /** Whether something is filled in at this moment. */
  areThere: () => boolean;
  /** To be called when a form may have changed. */
  changed: () => void;
  subscribe: (listener: () => void) => () => void;
}

/** @param around - what a dialog is opened from: leaving that loses what is filled in within the dialog, too. */
export function createEntries(around?: Entries): Entries {
  const forms = new Set<() => boolean>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
    around?.changed();
  };
  return {
    add(isFilledIn) {
      const leaveAround = around?.add(isFilledIn);
      forms.add(isFilledIn);
      return () => {
        forms.delete(isFilledIn);
        leaveAround?.();
        changed();
      };
    },
    areThere: () => [...forms].some((isFilledIn) => isFilledIn()),
    changed,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The entries of the part of the console that a component is in. */
export const EntriesContext = createContext<Entries>(createEntries());
