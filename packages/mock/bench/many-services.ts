import { randomUUID } from 'node:crypto';
import type { MockState } from '@vpcep/mock';
import { known, project } from './requests.js';

/** A state with so many endpoint services, of which the first is known to the requests. */
export const manyServices = (count: number): MockState => ({
  quotas: { endpoint_service: 1_000_000_000 },
  endpoints: [],
  services: Array.from({ length: count }, (_, index) => ({
    id: index === 0 ? known : randomUUID(),
    project_id: project,
    name: `service-${index}`,
    port_id: randomUUID(),
    vpc_id: randomUUID(),
    server_type: 'VM',
    ports: [{ client_port: 8080, server_port: 80, protocol: 'TCP' }],
    status: 'available',
    created_at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString().replace('.000', ''),
  })),
});
