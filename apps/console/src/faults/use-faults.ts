import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Fault } from '@vpcep/mock';
import { useConnection } from '../configuration/connection-context.js';
import { mockControl } from './mock-control.js';

/** The faults that are set at the mock, and how to set others. */
export function useFaults() {
  const { baseUrl } = useConnection();
  const queryClient = useQueryClient();
  const control = mockControl(baseUrl);
  const queryKey = ['faults', baseUrl];
  const { data, error } = useQuery({ queryKey, queryFn: ({ signal }) => control.faults(signal) });
  const { mutate, error: refusal } = useMutation({
    mutationFn: (faults: readonly Fault[]) => (faults.length === 0 ? control.clearFaults() : control.setFaults(faults)),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { faults: data, error: error ?? refusal, set: mutate };
}
