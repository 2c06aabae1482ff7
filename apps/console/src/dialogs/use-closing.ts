import { useContext, useState } from 'react';
import { createEntries, type Entries, EntriesContext } from '../leaving/entries.js';
import { useLeavingQuestion } from '../leaving/use-leaving-question.js';

/** How a dialog or drawer is closed. */
export interface Closing {
  readonly open: boolean;
  /** Closes it, unless something is filled in there and the reader does not want to lose that. */
  readonly close: () => void;
  /** For what tells that it has closed, by a call without arguments or with `false`. */
  readonly afterClose: (isOpen?: boolean) => void;
  /** What is filled in there. */
  readonly entries: Entries;
}

/**
 * Lets a dialog or drawer close before it is taken away: only then does the component library give the focus back to
 * where it was.
 */
export function useClosing(onClosed: () => void): Closing {
  const [open, setOpen] = useState(true);
  const around = useContext(EntriesContext);
  const [entries] = useState(() => createEntries(around));
  const ask = useLeavingQuestion();
  return {
    open,
    entries,
    close: () => {
      const loss = entries.loss();
      if (loss === undefined) setOpen(false);
      else
        void ask(loss).then((mayLeave) => {
          if (mayLeave) setOpen(false);
        });
    },
    afterClose: (isOpen) => {
      if (isOpen !== true) onClosed();
    },
  };
}
