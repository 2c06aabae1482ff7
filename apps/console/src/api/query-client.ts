import { QueryClient } from '@tanstack/react-query';

/** The cache of answers. The client retries itself what may be retried; another layer of retries would hide failures. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
