import { useState } from 'react';

/**
 * Lets a dialog or drawer close before it is taken away: only then does the component library give the focus back to
 * where it was.
 */
export function useClosing(onClosed: () => void) {
  const [open, setOpen] = useState(true);
  return {
    open,
    close: () => {
      setOpen(false);
    },
    /** For what tells that it has closed, by a call without arguments or with `false`. */
    afterClose: (isOpen?: boolean) => {
      if (isOpen !== true) onClosed();
    },
  };
}
