import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/api-context.js';
import { isOfWholeList } from '../api/api-keys.js';

/** Has read again what a decision about connections of these services may have changed, and nothing of the others. */
export function useRereadConnections() {
  const { keys } = useApi();
  const queryClient = useQueryClient();
  return async (serviceIds: Iterable<string>): Promise<void> => {
    const changed = [...new Set(serviceIds)].map((id) => queryClient.invalidateQueries({ queryKey: keys.service(id) }));
    // The list tells how many are connected. Where all of it is read, nobody looks for that.
    const lists = queryClient.invalidateQueries({
      queryKey: [...keys.services, 'list'],
      predicate: ({ queryKey }) => !isOfWholeList(queryKey),
    });
    await Promise.all([...changed, lists]);
  };
}
