import { failures } from '../store/records.js';
import type { MockState, StateOfEndpoint } from '../store/state.js';
import { endpoint, service } from './parts.js';

const names = ['orders', 'search', 'mail', 'billing', 'stock', 'login', 'images', 'reports'];
const environments = ['production', 'staging', 'test'];

export function busy(now: number): MockState {
  const services = Array.from({ length: 400 }, (_, index) =>
    service(now, 1000 - index * 2, `${names[index % names.length] ?? ''}-${index}`, {
      server_type: (['LB', 'VM', 'VIP'] as const)[index % 3] ?? 'LB',
      approval_enabled: index % 2 === 0,
      tags: [{ key: 'environment', value: environments[index % environments.length] ?? '' }],
      ...(index % 40 === 39
        ? {
            status: 'failed' as const,
            error: failures('EndPoint.3001'),
          }
        : {}),
    }),
  );
  const endpoints = services
    .filter(({ status }) => status === 'available')
    .flatMap((to, index): StateOfEndpoint[] =>
      index % 2 === 0
        ? [
            endpoint(now, (400 - index) / 2, index + 1, to, {
              status:
                (['accepted', 'accepted', 'pendingAcceptance', 'rejected'] as const)[(index / 2) % 4] ?? 'accepted',
            }),
          ]
        : [],
    );
  return { quotas: { endpoint_service: 1000, endpoint: 1000 }, services, endpoints };
}
