import { createContext, useContext } from 'react';
import type { SpecStore } from 'redoc/src/services/SpecStore';
import type { Language } from '../site/languages.js';
import type { NamedCall } from '../calls/call-names.js';

/** What the reference knows of the error catalogue. */
export interface ErrorsOfReference {
  /** Where the catalogue is, seen from the reference: the codes are anchors in it. */
  catalogue: string;
  /** What the catalogue says of each code that an operation gives. */
  codes: Record<string, { message: string; remedy: (string | NamedCall)[] }>;
  /** What every call can end with: the codes of the service, and the statuses that are alike whatever was asked. */
  ofEveryCall: { codes: readonly string[]; statuses: readonly string[] };
}

/** A region of the cloud, as the reference names it. */
export interface RegionOfReference {
  name: string;
  /** Where the list of regions has it, seen from the reference. */
  address: string;
}

/** What the parts of the reference that are ours need to know. */
export interface ReferenceContext {
  language: Language;
  /** The document as Redoc's models read it. */
  spec: SpecStore;
  /** Where something is, seen from the page, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
  errors: ErrorsOfReference;
  /** By the ID of the region. */
  regions: Readonly<Record<string, RegionOfReference>>;
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
