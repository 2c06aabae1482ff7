import { createContext, useContext } from 'react';
import type { FieldPlace } from '@vpcep/openapi/reader';

/** How an operation stands on a page: alone, or among all others. */
export interface OperationPlace {
  /** What its anchors begin with: nothing on a page of its own. */
  base: string;
  /** The level of its title; its parts are one below. */
  level: 1 | 3;
  /** Whether everything is open from the start, to be printed or searched. */
  unfolded: boolean;
}

const OperationContext = createContext<OperationPlace | undefined>(undefined);
export const OperationPlaceProvider = OperationContext.Provider;

/** How the operation stands that is being rendered. */
export function useOperationPlace(): OperationPlace {
  const place = useContext(OperationContext);
  if (place === undefined) throw new Error('this is shown outside an operation');
  return place;
}

const FieldContext = createContext<FieldPlace>({ in: 'body', path: [] });
export const FieldPlaceProvider = FieldContext.Provider;

/** What the fields that are being rendered are in. */
export const useFieldPlace = (): FieldPlace => useContext(FieldContext);
