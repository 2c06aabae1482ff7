import { QueryClient } from '@tanstack/react-query';

/** The cache of answers. The client retries itself what may be retried; another layer of retries would hide failures. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: true,
        networkMode: 'always',
        // It would be off, as what is asked without a network fails rather than waits.
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
