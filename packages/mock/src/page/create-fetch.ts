import type { Answer } from '../answer.js';
import type { Core } from '../core/core.js';
import { written } from '../core/written.js';
import { bodyLimit, bodyTooLarge } from '../request/body-limit.js';
import type { ReceivedRequest } from '../request/received-request.js';

/**
 * Makes what a program calls instead of `fetch`. Nothing goes over a network: the core answers, whatever the host is. A
 * request that is aborted has arrived all the same, as at a server.
 */
export function createFetch(core: Core): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const received = receivedOf(request, new Uint8Array(await request.arrayBuffer()));
    signal.throwIfAborted();
    const answer = await unlessAborted(core.respond(received), signal);
    if (answer === undefined) throw new TypeError('Failed to fetch: a fault of the mock has cut the connection.');
    return responseOf(answer, request);
  };
}

/** Nobody ends a mock in a page. */
const never = new AbortController().signal;

function receivedOf({ method, url, headers }: Request, body: Uint8Array): ReceivedRequest {
  const { host, origin, pathname, search } = new URL(url);
  // A page does not see the header that the browser would send.
  const sent = { host, ...Object.fromEntries(headers) };
  return {
    method,
    target: pathname + search,
    origin,
    headers: sent,
    headerNames: () => Object.keys(sent),
    bytes: (limit = bodyLimit) =>
      Promise.resolve(body.length > limit ? { errorResponse: bodyTooLarge(limit) } : { bytes: body }),
    ending: never,
  };
}

/** What a promise gives, or the reason why its request was aborted before. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- A program may give any reason.
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}

function responseOf(answer: Answer, { method, url }: Request): Response {
  const { status, headers = {}, text } = written(answer);
  const response = new Response(method === 'HEAD' ? null : (text ?? null), {
    status,
    headers: {
      ...headers,
      // By which clients set the clock that they sign with.
      Date: new Date().toUTCString(),
      ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
  });
  return Object.defineProperty(response, 'url', { value: url });
}
