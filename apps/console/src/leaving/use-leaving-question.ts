import { createContext, useContext } from 'react';

/** Asks whether what is filled in may be lost. */
export type AskToLeave = () => Promise<boolean>;

export const AskToLeaveContext = createContext<AskToLeave | undefined>(undefined);

export function useLeavingQuestion(): AskToLeave {
  const ask = useContext(AskToLeaveContext);
  if (ask === undefined) throw new Error('there is no LeavingGuard around this');
  return ask;
}
