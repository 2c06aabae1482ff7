import { queryOptions } from '@tanstack/react-query';

/** The client's error catalogue, loaded when a failure first needs it. */
export const errorCatalogueQuery = queryOptions({
  queryKey: ['error-catalogue'],
  queryFn: async () => (await import('@vpcep/client/error-catalogue')).errorCatalogue,
  staleTime: Infinity,
});
