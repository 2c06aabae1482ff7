import type { MockState } from '../store/state.js';
import { endpoint, service } from './parts.js';

export function smallTeam(now: number): MockState {
  // The document's examples are about this service and this endpoint.
  const orders = service(now, 72, 'orders', {
    id: '4189d3c2-8882-4871-a3c2-d380272eed83',
    tags: [{ key: 'environment', value: 'production' }],
    description: 'Order service of the web shop',
  });
  const search = service(now, 48, 'search', {
    approval_enabled: false,
    tags: [{ key: 'environment', value: 'test' }],
    server_type: 'VM',
  });
  const mail = service(now, 5, 'mail', {
    status: 'failed',
    error: [{ error_code: 'EndPoint.3001', error_message: 'Failed to create a port.' }],
  });
  return {
    services: [orders, search, mail],
    endpoints: [
      endpoint(now, 40, 1, orders, {
        id: '03184a04-95d5-4555-86c4-e767a371ff99',
        enable_dns: true,
        tags: [{ key: 'environment', value: 'production' }],
        connection_description: 'Web shop of the northern branch',
      }),
      endpoint(now, 30, 2, search),
      endpoint(now, 20, 3, orders, { status: 'rejected' }),
      endpoint(now, 2, 4, orders, { status: 'pendingAcceptance' }),
    ],
  };
}
