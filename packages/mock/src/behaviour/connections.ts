import type { Connection } from '@vpcep/types';
import { keyOf } from '../store/key.js';
import type { EndpointRecord, ServiceRecord } from '../store/records.js';
import type { Store } from '../store/store.js';
import type { Behaviours } from './behaviour.js';
import { requireOwnService } from './require-own.js';
import { readPaging } from './paging.js';
import { ErrorResponse } from './error-response.js';

/** The connection of an endpoint, as the owner of the service sees it. */
const connection = (store: Store, endpoint: EndpointRecord): Connection => ({
  id: endpoint.id,
  status: endpoint.status,
  marker_id: endpoint.marker_id,
  domain_id: store.account(endpoint.project_id),
  created_at: endpoint.created_at,
  updated_at: endpoint.updated_at,
  ...(endpoint.error === undefined ? {} : { error: endpoint.error }),
  ...(endpoint.connection_description === undefined ? {} : { description: endpoint.connection_description }),
});

function connected(store: Store, service: ServiceRecord, id: string, field: string): EndpointRecord {
  const endpoint = store.endpoints.get(id);
  if (endpoint?.endpoint_service_id !== service.id) {
    throw new ErrorResponse(
      'EndPoint.2013',
      `${field}: endpoint service ${service.id} has no connection of an endpoint ${id}; list those that it has.`,
    );
  }
  return endpoint;
}

/** Whether an owner can decide on a connection now. */
function requireDecidable({ id, status }: EndpointRecord): void {
  const where = `body.endpoints[0]: endpoint ${id}`;
  if (status === 'creating') throw new ErrorResponse('EndPoint.2019', `${where} is creating; wait until that is done.`);
  if (status === 'deleting')
    throw new ErrorResponse('EndPoint.2018', `${where} is deleting; there is nothing to decide.`);
  if (status === 'failed') {
    throw new ErrorResponse(
      'EndPoint.0007',
      `body.action: endpoint ${id} has failed; its owner has to create another.`,
    );
  }
}

export const connections: Pick<
  Behaviours,
  'listServiceConnections' | 'acceptOrRejectEndpoint' | 'updateEndpointConnectionsDesc'
> = {
  listServiceConnections({ path, query }, store) {
    const service = requireOwnService(store, path);
    const { id, marker_id: marker, status } = query;
    const paging = readPaging(query);
    if (id !== undefined || marker !== undefined) {
      const candidates =
        id === undefined
          ? store.endpoints.find('marker', keyOf(String(BigInt(marker ?? ''))))
          : [store.endpoints.get(id)].filter((endpoint) => endpoint !== undefined);
      const found = candidates.filter(
        (endpoint) =>
          endpoint.endpoint_service_id === service.id &&
          (marker === undefined || BigInt(marker) === BigInt(endpoint.marker_id)) &&
          (status === undefined || endpoint.status === status),
      );
      const items = found.slice(paging.offset, paging.offset + paging.limit);
      return { connections: items.map((item) => connection(store, item)), total_count: found.length };
    }
    const { items, total } =
      status === undefined
        ? store.endpoints.page('service', keyOf(service.id), paging)
        : store.endpoints.page('connection', keyOf(service.id, status), paging);
    return { connections: items.map((item) => connection(store, item)), total_count: total };
  },

  acceptOrRejectEndpoint({ path, body }, store) {
    const service = requireOwnService(store, path);
    const [id = ''] = body.endpoints;
    const endpoint = connected(store, service, id, 'body.endpoints[0]');
    requireDecidable(endpoint);
    if (body.action === 'receive' && endpoint.status !== 'accepted') {
      store.changeEndpoint(endpoint, (record) => {
        record.status = 'creating';
      });
      store.startEndpoint(endpoint, 'accepted', { stage: 'endpoint_acceptance' });
    }
    if (body.action === 'reject' && endpoint.status !== 'rejected') {
      store.changeEndpoint(endpoint, (record) => {
        record.status = 'rejected';
      });
    }
    return { connections: [connection(store, endpoint)] };
  },

  updateEndpointConnectionsDesc({ path, body }, store) {
    const service = requireOwnService(store, path);
    const changes = body.connections.map(
      ({ id, description }, index) =>
        [connected(store, service, id, `body.connections[${index}].id`), description] as const,
    );
    // Only the owner of the service sees it: to the owner of the endpoint, nothing has changed.
    for (const [endpoint, description] of changes) {
      store.amend(endpoint, () => {
        endpoint.connection_description = description;
      });
    }
    return { connections: [...new Set(changes.map(([endpoint]) => endpoint))].map((item) => connection(store, item)) };
  },
};
