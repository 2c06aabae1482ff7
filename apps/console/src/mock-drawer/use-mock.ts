import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useConnection } from '../configuration/connection-context.js';
import { mockControl } from './mock-control.js';

type Control = ReturnType<typeof mockControl>;

/** Something that the mock tells; under the same name, the same is told. */
export function useFromMock<Told>(
  name: readonly (string | undefined)[],
  ask: (control: Control, signal: AbortSignal) => Promise<Told>,
  refetchInterval: number | false = false,
) {
  const connection = useConnection();
  return useQuery({
    queryKey: ['mock', connection.baseUrl, ...name],
    queryFn: ({ signal }) => ask(mockControl(connection), signal),
    refetchInterval,
  });
}

/** Tells the mock to do something, and has all that is on the page read again: it may be otherwise by then. */
export function useToMock() {
  const connection = useConnection();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (tell: (control: Control) => Promise<unknown>) => tell(mockControl(connection)),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
