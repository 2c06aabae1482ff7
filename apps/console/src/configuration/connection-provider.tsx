import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { mockToken } from '../generated/mock-token.js';
import type { Configuration } from './configuration.js';
import { type Connection, ConnectionContext } from './connection-context.js';
import { keepEnteredConnection, readEnteredConnection } from './entered-connection.js';
import { askMockHealth } from './mock-health.js';

/** What is cached of the page itself, rather than of what the API has told. */
const ofThePage: unknown[] = ['language', 'error-catalogue', 'mock-health'];

interface Props {
  configuration: Configuration;
  /** Calls the API. */
  send: typeof fetch;
  children: ReactNode;
}

/** Has everything inside talk to the API that was configured, or to the one that was entered in this tab. */
export function ConnectionProvider({ configuration, send, children }: Props) {
  const queryClient = useQueryClient();
  const [entered, setEntered] = useState(readEnteredConnection);
  const { baseUrl, asOf } = entered ?? configuration;
  const { data: mock } = useQuery({
    queryKey: ['mock-health', baseUrl],
    queryFn: ({ signal }) => askMockHealth(send, baseUrl, signal),
    staleTime: Infinity,
  });
  const enteredToken = entered?.token ?? '';
  const token = enteredToken !== '' ? enteredToken : mock ? mockToken : undefined;

  const connection = useMemo<Connection>(
    () => ({
      configuration,
      baseUrl,
      send,
      token,
      asOf,
      mock,
      change(next) {
        keepEnteredConnection(next);
        setEntered(next);
        // Another state of the API is for forms alone, and leaves what has been filled in where it is.
        if ((next ?? configuration).baseUrl === baseUrl && (next?.token ?? '') === enteredToken) return;
        // Nothing that one address has told is shown as if it came from another.
        queryClient.removeQueries({ predicate: ({ queryKey: [what] }) => !ofThePage.includes(what) });
      },
    }),
    [configuration, baseUrl, send, enteredToken, token, asOf, mock, queryClient],
  );
  return <ConnectionContext.Provider value={connection}>{children}</ConnectionContext.Provider>;
}
