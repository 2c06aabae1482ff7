import type { Answer } from '../answer.js';
import type { ReceivedRequest } from '../request/received-request.js';

/** For how many seconds a browser need not ask again. */
const maxAge = '600';

/** What pages may read in any case, and what is of no use to them. */
const unnamed = new Set(['content-type', 'content-length', 'connection']);

/**
 * What tells a browser that the page that sent a request may read the answer. The origin goes back by its name, and what is
 * allowed too, since `*` does not count for requests with credentials.
 */
export function corsHeaders(
  { method, headers }: Pick<ReceivedRequest, 'method' | 'headers'>,
  { headers: answered = {} }: Answer,
): Record<string, string> {
  const { origin } = headers;
  const readable = Object.keys(answered).filter((name) => !unnamed.has(name.toLowerCase()));
  return {
    ...(origin === undefined
      ? { 'Access-Control-Allow-Origin': '*' }
      : { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }),
    'Access-Control-Expose-Headers': ['Date', ...readable].join(', '),
    ...(method === 'OPTIONS' ? preflightHeaders(headers) : { Vary: 'Origin' }),
  };
}

/** What a page may send: any method of the API, and whatever headers it asks for. */
function preflightHeaders(headers: ReceivedRequest['headers']): Record<string, string> {
  const asked = headers['access-control-request-headers'];
  return {
    Vary: 'Origin, Access-Control-Request-Headers',
    'Access-Control-Allow-Methods': 'GET, HEAD, PUT, PATCH, POST, DELETE',
    'Access-Control-Max-Age': maxAge,
    ...(asked === undefined ? {} : { 'Access-Control-Allow-Headers': asked }),
    // Pages of the internet ask so before they call a server of this machine.
    ...(headers['access-control-request-private-network'] === 'true'
      ? { 'Access-Control-Allow-Private-Network': 'true' }
      : {}),
  };
}
