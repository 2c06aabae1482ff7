import type { Mock } from '@vpcep/mock';
import { createVpcepClient, type Fetch, type VpcepClientOptions } from '../src/index.js';

export const projectId = '6e9dfd51d1124e8d8498dce894923a0d';

/** Waits as short as waits can be. */
export const quick = { minDelay: 1, maxDelay: 1 } as const;

/** A client of a mock; all that it asked, and what of it may have changed something: the methods and paths, after the project. */
export function changing(mock: Mock, options: Partial<VpcepClientOptions> = {}) {
  const asked: string[] = [];
  const sent: string[] = [];
  const fetch: Fetch = (url, init) => {
    const request = `${init.method} ${url.split(projectId)[1] ?? ''}`;
    asked.push(request);
    if (init.method !== 'GET') sent.push(request);
    return globalThis.fetch(url, init);
  };
  const client = createVpcepClient({
    baseUrl: mock.url,
    projectId,
    credentials: { token: 'token-of-the-test' },
    fetch,
    maxRetryDelay: 1,
    ...options,
  });
  return { client, asked, sent };
}
