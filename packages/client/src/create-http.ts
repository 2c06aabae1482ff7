import type { paths } from '@vpcep/types';
import createOpenapiFetch, { type Client } from 'openapi-fetch';
import { isAuthenticated } from './authentication/authenticator.js';
import { toJson } from './call/body.js';
import type { Transport } from './call/transport.js';
import { unreadable } from './given/unreadable.js';
import { fillPath } from './url/path.js';
import { serializeQuery } from './url/query.js';

/** The plain openapi-fetch client, whose requests are authenticated. */
export function createHttp(
  baseUrl: string,
  { fetch, getInit, authenticator, headers: ofClient }: Transport,
): Client<paths> {
  const http = createOpenapiFetch<paths>({
    baseUrl,
    headers: ofClient,
    pathSerializer: fillPath,
    querySerializer: serializeQuery,
    bodySerializer: toJson,
    async fetch(request: Request) {
      const { url, method, signal } = request;
      const headers = Object.fromEntries(request.headers);
      // Not every platform has Request.body, which would tell without reading that there is none.
      const body = (await request.text()) || undefined;
      if (!isAuthenticated(headers))
        await authenticator({ url, method, headers, body }, projectIn(url.replace(baseUrl, '')));
      const init = { ...(method === 'GET' && getInit), method, headers, signal, redirect: 'manual' } as const;
      return fetch(url, { ...init, ...(body !== undefined && { body }) });
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

/** The project that a path of the API names. */
function projectIn(path: string): string | undefined {
  const [, project] = /^\/v\d\/([^/?]+)\//.exec(path) ?? [];
  try {
    return project && decodeURIComponent(project);
  } catch (error) {
    throw unreadable('path.project_id', error);
  }
}
