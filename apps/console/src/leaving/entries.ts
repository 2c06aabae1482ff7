import { createContext } from 'react';

/** What somebody who leaves loses: what is filled in, or the sight of what is under way. */
export type Loss = 'filledIn' | 'underWay';

/** What has been filled in, and was not sent or answered, in a part of the console: on its pages, or in one dialog. */
export interface Entries {
  /** Takes up a form, which tells what would be lost of it. Returns what leaves it out again. */
  add: (lossOf: () => Loss | undefined) => () => void;
  /** What would be lost at this moment; undefined when nothing would. */
  loss: () => Loss | undefined;
  /** To be called when a form may have changed. */
  changed: () => void;
  subscribe: (listener: () => void) => () => void;
}

/** @param around - what a dialog is opened from: leaving that loses what is filled in within the dialog, too. */
export function createEntries(around?: Entries): Entries {
  const forms = new Set<() => Loss | undefined>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
    around?.changed();
  };
  return {
    add(lossOf) {
      const leaveAround = around?.add(lossOf);
      forms.add(lossOf);
      return () => {
        forms.delete(lossOf);
        leaveAround?.();
        changed();
      };
    },
    loss() {
      const losses = [...forms].map((lossOf) => lossOf());
      return losses.includes('underWay') ? 'underWay' : losses.find((loss) => loss !== undefined);
    },
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
