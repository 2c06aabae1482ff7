import type { paths } from '@vpcep/types';
import createOpenapiFetch, { type Client } from 'openapi-fetch';
import { isAuthenticated, type Authenticator } from './authentication/authenticator.js';
import type { Fetch } from './call/transport.js';
import { fillPath } from './url/path.js';

/** The plain openapi-fetch client, whose requests are authenticated. */
export function createHttp(baseUrl: string, fetch: Fetch, authenticator: Authenticator): Client<paths> {
  const http = createOpenapiFetch<paths>({
    baseUrl,
    pathSerializer: fillPath,
    async fetch(request: Request) {
      const { url, method, signal } = request;
      const headers = Object.fromEntries(request.headers);
      const body = request.body === null ? undefined : await request.text();
      if (!isAuthenticated(headers)) await authenticator({ url, method, headers, body }, projectIn(url));
      return fetch(url, { method, headers, signal, redirect: 'manual', ...(body !== undefined && { body }) });
    },
  });
  http.use({
    onRequest({ schemaPath, params }) {
      // openapi-fetch leaves a path as it is when it is given no values at all.
      if (params.path === undefined) fillPath(schemaPath, {});
    },
  });
  return http;
}

function projectIn(url: string): string | undefined {
  const [, project] = /\/v1\/([^/?]+)\//.exec(url) ?? [];
  return project === undefined ? undefined : decodeURIComponent(project);
}
