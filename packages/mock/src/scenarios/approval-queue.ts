import { idOf } from '../ids.js';
import type { MockState } from '../store/state.js';
import { endpoint, service } from './parts.js';

export function approvalQueue(now: number): MockState {
  const orders = service(now, 100, 'orders', { id: '4189d3c2-8882-4871-a3c2-d380272eed83' });
  return {
    services: [orders],
    endpoints: Array.from({ length: 30 }, (_, index) =>
      endpoint(now, 30 - index, index + 1, orders, {
        project_id: idOf('scenario project', index % 7).replaceAll('-', ''),
        status: index < 5 ? 'accepted' : index === 5 ? 'rejected' : 'pendingAcceptance',
      }),
    ),
  };
}
