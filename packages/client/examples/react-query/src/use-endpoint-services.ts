import { useQuery } from '@tanstack/react-query';
import type { EndpointService } from '@vpcep/types';
import { vpcep } from './vpcep';

const everyFewSeconds = 3_000;
const everyHalfMinute = 30_000;

/** All services of the project, as they are now: asked for more often while one of them is changing. */
export function useEndpointServices() {
  return useQuery({
    queryKey: ['endpoint-services'],
    queryFn: async ({ signal }) => {
      const services: EndpointService[] = [];
      for await (const service of vpcep.paginate('listEndpointService', {}, { signal })) services.push(service);
      return services;
    },
    refetchInterval: ({ state }) => (state.data?.some(isChanging) ? everyFewSeconds : everyHalfMinute),
    retry: false, // The client has tried again already what may be tried again.
  });
}

const isChanging = ({ status }: EndpointService) => status === 'creating' || status === 'deleting';
