import { createVpcepClient } from '@vpcep/client';
import { type ReactNode, useMemo } from 'react';
import { ApiContext } from './api-context.js';
import { apiKeys } from './api-keys.js';
import { throwFailures } from './failed-answers.js';
import { readableResponses } from './readable-responses.js';
import { announceRetry } from './retries.js';

interface Props {
  baseUrl: string;
  /** Calls the API. */
  send: typeof fetch;
  token: string;
  projectId: string;
  children: ReactNode;
}

/** Has everything inside call the API for one project. */
export function ApiProvider({ baseUrl, send, token, projectId, children }: Props) {
  const api = useMemo(() => {
    const vpcep = createVpcepClient({
      baseUrl,
      fetch: readableResponses(send, baseUrl),
      projectId,
      // A token that cannot be one is told where its calls are, rather than in place of the pages.
      credentials: () => ({ token }),
      hooks: { onRetry: announceRetry },
      // As many as a browser sends to one host at a time. The client sends no faster than the service takes them.
      maxConcurrency: 6,
      // A page that is left open asks a few times a minute at most.
      waiting: { timeout: '1h', minDelay: '8s', maxDelay: '1m' },
    });
    vpcep.http.use(throwFailures);
    return { vpcep, projectId, keys: apiKeys(baseUrl, projectId) };
  }, [baseUrl, send, token, projectId]);
  return <ApiContext.Provider value={api}>{children}</ApiContext.Provider>;
}
