import { createContext, useContext } from 'react';
import type { Loss } from './entries.js';

/** Asks whether that may be lost. */
export type AskToLeave = (loss: Loss) => Promise<boolean>;

export const AskToLeaveContext = createContext<AskToLeave | undefined>(undefined);

export function useLeavingQuestion(): AskToLeave {
  const ask = useContext(AskToLeaveContext);
  if (ask === undefined) throw new Error('there is no LeavingGuard around this');
  return ask;
}
