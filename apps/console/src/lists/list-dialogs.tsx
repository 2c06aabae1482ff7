import { type ReactNode, Suspense, useCallback, useState } from 'react';
import { type OpenDialog, OpenDialogContext } from './use-list-dialogs.js';

/** Holds what is opened from within a list outside of its rows. It may be loaded when it is opened. */
export function ListDialogs({ children }: { children: ReactNode }) {
  const [held, setHeld] = useState<{ readonly dialog: Parameters<OpenDialog>[0] }>();
  const open = useCallback<OpenDialog>((dialog) => {
    setHeld({ dialog });
  }, []);
  return (
    <OpenDialogContext.Provider value={open}>
      {children}
      <Suspense fallback={null}>
        {held?.dialog(() => {
          setHeld(undefined);
        })}
      </Suspense>
    </OpenDialogContext.Provider>
  );
}
