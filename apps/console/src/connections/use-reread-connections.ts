import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/api-context.js';

/** Has read again what a decision about connections of these services may have changed, and nothing of the others. */
export function useRereadConnections() {
  const { keys } = useApi();
  const queryClient = useQueryClient();
  return async (serviceIds: Iterable<string>): Promise<void> => {
    const changed = [...new Set(serviceIds)].map((id) => keys.service(id));
    await Promise.all(
      // The list tells how many are connected.
      [...changed, [...keys.services, 'list']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    );
  };
}
