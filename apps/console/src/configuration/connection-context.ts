import type { LaterState } from '@vpcep/client/checks';
import { createContext, useContext } from 'react';
import type { Configuration } from './configuration.js';
import type { EnteredConnection } from './entered-connection.js';
import type { MockHealth } from './mock-health.js';

/** Where the API is, and what is known of it. */
export interface Connection {
  readonly configuration: Configuration;
  readonly baseUrl: string;
  /** Calls the API. */
  readonly send: typeof fetch;
  /** Undefined when one has to be entered. */
  readonly token: string | undefined;
  /** The state of the API by which forms are checked; undefined for tables 1 to 7. */
  readonly asOf: LaterState | undefined;
  /** Whether there is a mock at the address; undefined until that is known. */
  readonly mock: MockHealth | null | undefined;
  /** Uses another connection in this tab, or the configured one again. */
  readonly change: (connection: EnteredConnection | undefined) => void;
}

export const ConnectionContext = createContext<Connection | undefined>(undefined);

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (connection === undefined) throw new Error('there is no ConnectionProvider around this');
  return connection;
}
