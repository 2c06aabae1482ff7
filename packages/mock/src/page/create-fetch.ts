import type { Answer } from '../answer.js';
import type { Core } from '../core/core.js';
import { written } from '../core/written.js';
import { bodyLimit, bodyTooLarge } from '../request/body-limit.js';
import type { ReceivedRequest } from '../request/received-request.js';

/**
 * Makes what a program calls instead of `fetch`. Nothing goes over a network: the core answers, whatever the host is. A
 * request that is aborted has arrived all the same, as at a server.
 *
 * @param ending - is aborted when the mock ends: as at a server, connections are refused from then on, and cut where an
 *   answer is held back.
 */
export function createFetch(core: Core, ending: AbortSignal): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const body = new Uint8Array(await request.arrayBuffer());
    signal.throwIfAborted();
    const answer = ending.aborted
      ? undefined
      : await unlessAborted(core.respond(receivedOf(request, body, ending)), signal);
    if (answer === undefined) {
      const why = ending.aborted ? 'the mock was closed' : 'a fault of the mock has cut the connection';
      throw new TypeError(`Failed to fetch: ${why}.`);
    }
    return responseOf(answer, request);
  };
}

function receivedOf({ method, url, headers }: Request, body: Uint8Array, ending: AbortSignal): ReceivedRequest {
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
    ending,
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
  return at(response, url.replace(/#.*/s, ''));
}

/** A response from a URL, which its copies are from, too. */
function at(response: Response, url: string): Response {
  return Object.defineProperties(response, {
    url: { value: url },
    clone: { value: () => at(Response.prototype.clone.call(response), url) },
  });
}
