import type { VpcepClient } from '@vpcep/client';
import type { Connection, ListedEndpointService } from '@vpcep/types';
import pMap from 'p-map';

/** An endpoint that waits for the owner of a service. */
export interface PendingConnection {
  readonly service: ListedEndpointService;
  readonly connection: Connection;
}

/** How many services are looked through at a time. */
const concurrency = 6;

/** All that waits for a decision of the project. The API has no call for that, so each service is asked. */
export async function pendingConnections(vpcep: VpcepClient, signal: AbortSignal): Promise<PendingConnection[]> {
  const services: ListedEndpointService[] = [];
  for await (const service of vpcep.paginate('listEndpointService', { query: { status: 'available' } }, { signal })) {
    services.push(service);
  }
  const found = await pMap(services, (service) => pendingOf(vpcep, service, signal), { concurrency, signal });
  return found.flat().sort((a, b) => (a.connection.created_at < b.connection.created_at ? -1 : 1));
}

/** Also of a service that needs no approval: it may have needed one when the endpoint was created. */
async function pendingOf(
  vpcep: VpcepClient,
  service: ListedEndpointService,
  signal: AbortSignal,
): Promise<PendingConnection[]> {
  const waiting: PendingConnection[] = [];
  const path = { vpc_endpoint_service_id: service.id };
  const query = { status: 'pendingAcceptance' } as const;
  for await (const connection of vpcep.paginate('listServiceConnections', { path, query }, { signal })) {
    waiting.push({ service, connection });
  }
  return waiting;
}
