import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from '../api/query-client.js';
import type { Configuration } from '../configuration/configuration.js';
import { ConnectionProvider } from '../configuration/connection-provider.js';
import { createRoutes } from './routes.js';

interface Props {
  configuration: Configuration;
  /** Calls the API. */
  send: typeof fetch;
}

export function App({ configuration, send }: Props) {
  const [queryClient] = useState(createQueryClient);
  const [router] = useState(() => createRoutes(configuration));
  return (
    <QueryClientProvider client={queryClient}>
      <ConnectionProvider configuration={configuration} send={send}>
        <RouterProvider router={router} />
      </ConnectionProvider>
    </QueryClientProvider>
  );
}
