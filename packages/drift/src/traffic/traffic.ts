import type { Document } from '@vpcep/openapi/reader';
import type { Traffic } from './exchange.js';
import type { Har } from './har.js';

/**
 * The exchanges of an archive that are with the API.
 *
 * @param baseUrl Where the API was reached; without it, at one of the document's servers.
 */
export function trafficOf({ log }: Har, document: Pick<Document, 'servers'>, baseUrl?: string): Traffic {
  const below =
    baseUrl === undefined ? serversOf(document) : new RegExp(`^${escaped(baseUrl.replace(/\/+$/, ''))}(?=/|$)`);
  const traffic: Traffic = { exchanges: [], elsewhere: 0, unanswered: 0 };
  for (const { request, response } of log.entries) {
    const { origin, pathname } = new URL(request.url);
    const url = `${origin}${pathname}`;
    // What a browser asks before the request itself is no call.
    if (!below.test(url) || request.method === 'OPTIONS') traffic.elsewhere++;
    else if (response.status === 0) traffic.unanswered++;
    else {
      traffic.exchanges.push({
        method: request.method,
        path: url.replace(below, '') || '/',
        status: response.status,
        headers: response.headers,
        body: bodyOf(response.content),
      });
    }
  }
  return traffic;
}

/** Any server of the document, whatever the values of its variables. */
function serversOf({ servers = [] }: Pick<Document, 'servers'>): RegExp {
  const patterns = servers.map(({ url }) =>
    url
      .split(/\{[^}]*\}/)
      .map(escaped)
      .join('[^/.]+'),
  );
  return new RegExp(`^(?:${patterns.join('|')})(?=/|$)`);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const bodyOf = ({ text = '', encoding }: Har['log']['entries'][number]['response']['content']): string =>
  encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
