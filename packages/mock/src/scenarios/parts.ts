import { timestamp } from '../clock.js';
import { idOf } from '../ids.js';
import type { StateOfEndpoint, StateOfService } from '../store/state.js';

/** The projects that the document's examples and the workflows use. */
export const projects = {
  owner: '6e9dfd51d1124e8d8498dce894923a0d',
  consumer: '295dacf46a4842fcbf7844dc2dc2489d',
};

const hourMs = 3_600_000;

/** A service of a scenario: with its own backend, available, open to everybody. */
export function service(
  now: number,
  hoursAgo: number,
  name: string,
  fields: Partial<StateOfService> = {},
): StateOfService {
  const created = timestamp(now - hoursAgo * hourMs);
  return {
    id: idOf('scenario service', name),
    project_id: projects.owner,
    name,
    port_id: idOf('scenario port', name),
    vpc_id: idOf('scenario vpc', 'owner'),
    server_type: 'LB',
    ports: [{ client_port: 443, server_port: 8443, protocol: 'TCP' }],
    status: 'available',
    created_at: created,
    permissions: [{ id: idOf('scenario permission', name), permission: '*', created_at: created, description: '' }],
    ...fields,
  };
}

/** An endpoint of a scenario, connected to a service. */
export function endpoint(
  now: number,
  hoursAgo: number,
  number: number,
  to: StateOfService,
  fields: Partial<StateOfEndpoint> = {},
): StateOfEndpoint {
  return {
    id: idOf('scenario endpoint', number),
    project_id: projects.consumer,
    vpc_id: idOf('scenario vpc', 'consumer'),
    subnet_id: idOf('scenario subnet', 'consumer'),
    endpoint_service_id: to.id,
    service_type: 'interface',
    marker_id: 20_000_000 + number,
    address: `10.0.${number >> 8}.${number & 255}`,
    status: 'accepted',
    created_at: timestamp(now - hoursAgo * hourMs),
    ...fields,
  };
}
