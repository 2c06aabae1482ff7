import { createContext, useContext } from 'react';
import type { ErrorsOfReference } from '../errors/operation-error-codes.js';
import type { Language } from '../site/languages.js';

/** What the parts of the reference that are ours need to know. */
export interface ReferenceContext {
  language: Language;
  errors: ErrorsOfReference;
  /** By the ID of the operation. */
  errorCodes: ReadonlyMap<string, readonly string[]>;
}

const Context = createContext<ReferenceContext | undefined>(undefined);
export const ReferenceContextProvider = Context.Provider;

export function useReferenceContext(): ReferenceContext {
  const context = useContext(Context);
  if (context === undefined) throw new Error('this is shown outside the reference');
  return context;
}
