import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/api-context.js';
import { parameters } from '../generated/document-values.js';
import { allRows } from '../lists/paging.js';

const query = {
  status: 'pendingAcceptance',
  limit: parameters.listServiceConnections.limit.maximum,
  offset: 0,
} as const;

/** The connections of one service that wait for approval. They are among what is known of the connections of it. */
export const pendingQuery = ({ vpcep, keys }: Api, serviceId: string) =>
  queryOptions({
    queryKey: keys.connections(serviceId, query),
    queryFn: ({ signal }) =>
      vpcep.listServiceConnections({ path: { vpc_endpoint_service_id: serviceId }, query, signal }),
  });

/**
 * The services that may have connections to approve. Also those are asked that need no approval: connections that exist are
 * not known to change when a service no longer needs it. And no list tells how many of them wait.
 */
export const servicesQuery = ({ vpcep, keys }: Api) =>
  queryOptions({
    queryKey: keys.serviceList({ status: 'available', all: true }),
    queryFn: async ({ signal }) => {
      const services = await allRows(
        vpcep.paginate('listEndpointService', { query: { status: 'available' } }, { signal }),
      );
      return { endpoint_services: services, total_count: services.length };
    },
  });
