import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Fault } from '@vpcep/mock';
import { useConnection } from '../configuration/connection-context.js';
import { mockControl } from './mock-control.js';

/**
 * The faults that are set at the mock, and how to set a further one, or none.
 *
 * @param onAdded - called when the mock has a further one.
 */
export function useFaults(onAdded?: () => void) {
  const connection = useConnection();
  const queryClient = useQueryClient();
  const control = mockControl(connection);
  const queryKey = ['faults', connection.baseUrl];
  const { data, error } = useQuery({ queryKey, queryFn: ({ signal }) => control.faults(signal) });
  const { mutate: change, error: changeError } = useMutation({
    // One after another, and each from what the mock has by then: two in a row are both kept.
    scope: { id: 'faults' },
    mutationFn: async (further: Fault | undefined) => {
      if (further === undefined) return control.clearFaults();
      const active = await control.faults();
      await control.setFaults([...active.map(({ fault }) => fault), further]);
      onAdded?.();
      return undefined;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return {
    faults: data,
    error: error ?? changeError,
    add: (fault: Fault) => {
      change(fault);
    },
    clear: () => {
      change(undefined);
    },
  };
}
