import { createServer, type IncomingMessage, maxHeaderSize, type Server, type ServerResponse } from 'node:http';
import cors from 'cors';
import { type Answer, gatewayError } from '../answer.js';
import type { Core } from '../core/core.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { readBytes } from './read-bytes.js';
import { send, sendAlone } from './send.js';

/** Pages of any origin may call the mock and read all of its answers. */
const allowAnyOrigin = cors({ exposedHeaders: '*', maxAge: 600, preflightContinue: true });

/** The HTTP server around the core. */
export function createHttpServer(core: Core): Server {
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = receivedOf(request);
    const refusal = refusalOf(request);
    const answer = refusal === undefined ? await core.respond(received) : core.refuse(received, refusal);
    if (answer === undefined) response.destroy();
    else send(response, answer);
  }

  // Without the header Host, the server itself would answer without a body.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    allowAnyOrigin(request, response, () => void respond(request, response));
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const message = `The mock cannot meet "Expect: ${request.headers.expect ?? ''}"; it knows 100-continue.`;
    send(response, core.refuse(receivedOf(request), gatewayError(417, message, { Connection: 'close' })));
  });
  server.on('connect', (request: IncomingMessage, socket) => {
    socket.on('error', () => socket.destroy());
    sendAlone(socket, core.refuse(receivedOf(request), gatewayError(405, 'The mock is no proxy for CONNECT.')));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return;
    sendAlone(socket, core.refuse(unreadable, refusalOfUnreadable(error)));
  });
  return server;
}

/** What the log shows of a request that cannot be read. */
const unreadable = { method: '?', target: '?' };

const refusalOfUnreadable = ({ code }: NodeJS.ErrnoException): Answer =>
  code === 'HPE_HEADER_OVERFLOW'
    ? gatewayError(431, `URL and headers have more than ${maxHeaderSize} bytes.`)
    : gatewayError(400, 'The request is not valid HTTP.');

/** The answer to a request that HTTP does not allow. */
function refusalOf({ httpVersion, headersDistinct }: IncomingMessage): Answer | undefined {
  return httpVersion === '1.1' && headersDistinct['host']?.length !== 1
    ? gatewayError(400, 'Send the header Host, once.')
    : undefined;
}

const receivedOf = (request: IncomingMessage): ReceivedRequest => ({
  method: request.method ?? 'GET',
  target: request.url ?? '/',
  headers: headerValues(request),
  headerNames: () => request.rawHeaders.filter((_, index) => index % 2 === 0),
  bytes: (limit) => readBytes(request, limit),
});

function headerValues({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = '']) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
