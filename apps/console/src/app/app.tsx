import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import type { Configuration } from '../configuration/configuration.js';
import { ConnectionProvider } from '../configuration/connection-provider.js';
import { createRoutes } from './routes.js';

interface Props {
  queryClient: QueryClient;
  configuration: Configuration;
  /** Calls the API. */
  send: typeof fetch;
}

export function App({ queryClient, configuration, send }: Props) {
  const [router] = useState(() => createRoutes(configuration));
  return (
    <QueryClientProvider client={queryClient}>
      <ConnectionProvider configuration={configuration} send={send}>
        <RouterProvider router={router} />
      </ConnectionProvider>
    </QueryClientProvider>
  );
}
