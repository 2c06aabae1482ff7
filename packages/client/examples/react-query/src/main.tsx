import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { EndpointServices } from './endpoint-services';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element "root"');
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <h1>Endpoint services</h1>
    <EndpointServices />
  </QueryClientProvider>,
);
