import { createContext, type ReactNode, useContext } from 'react';

/** Opens a dialog or drawer, given what closes it. */
export type OpenDialog = (dialog: (close: () => void) => ReactNode) => void;

export const OpenDialogContext = createContext<OpenDialog | undefined>(undefined);

/** For what a row of a list, or a button beside it, opens: it stays when the row moves to another page, or goes. */
export function useListDialogs(): OpenDialog {
  const open = useContext(OpenDialogContext);
  if (open === undefined) throw new Error('there are no ListDialogs around this');
  return open;
}
