import { createContext, useContext } from 'react';
import type { VpcepClient } from '@vpcep/client';
import type { ApiKeys } from './api-keys.js';

/** The API as one project sees it. */
export interface Api {
  readonly vpcep: VpcepClient;
  readonly projectId: string;
  /** Under which keys its answers are cached. */
  readonly keys: ApiKeys;
}

export const ApiContext = createContext<Api | undefined>(undefined);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('there is no ApiProvider around this');
  return api;
}
