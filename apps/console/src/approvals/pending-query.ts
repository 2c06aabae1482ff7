import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/api-context.js';
import { parameters } from '../generated/document-values.js';
import { allRows } from '../lists/paging.js';

/** The connections of one service that wait for approval, from one of them on: as many as the API gives in an answer. */
export const pendingQuery = ({ vpcep, keys }: Api, serviceId: string, offset: number) =>
  queryOptions({
    queryKey: keys.waiting(serviceId, offset),
    queryFn: ({ signal }) =>
      vpcep.listServiceConnections({
        path: { vpc_endpoint_service_id: serviceId },
        query: { status: 'pendingAcceptance', limit: parameters.listServiceConnections.limit.maximum, offset },
        signal,
      }),
    // No component observes it, and to look through all services takes longer than what nobody observes is kept.
    gcTime: Infinity,
  });

/**
 * The services that may have connections to approve. Also those are asked that need no approval: connections that exist are
 * not known to change when a service no longer needs it. And no list tells how many of them wait.
 *
 * @param chosen ID of the one service that is asked, if not all are
 */
export const servicesQuery = ({ vpcep, keys }: Api, chosen: string | null) => {
  const query = { status: 'available', ...(chosen === null ? {} : { id: chosen }) } as const;
  return queryOptions({
    queryKey: keys.wholeServiceList(query),
    queryFn: async ({ signal }) => {
      const services = await allRows(vpcep.paginate('listEndpointService', { query }, { signal }));
      return { endpoint_services: services, total_count: services.length };
    },
  });
};

/** How many requests the list of so many services takes. */
export const requestsForServices = (services: number): number =>
  Math.max(1, Math.ceil(services / parameters.listEndpointService.limit.maximum));
