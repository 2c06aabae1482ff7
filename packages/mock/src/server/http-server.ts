import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { type Answer, gatewayError } from '../answer.js';
import type { Core } from '../core/core.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { brokenRequest, plainHttp, refusalOfBroken } from './broken-request.js';
import type { Certificate } from './certificate.js';
import type { ControlGate } from './control-gate.js';
import { corsHeaders } from './cors-headers.js';
import { Exchanges } from './exchanges.js';
import { breakBody, readBytes } from './read-bytes.js';
import { endGently, send, sendAlone } from './send.js';
import { createStop } from './stop.js';

/**
 * How long a connection may be idle. A test that is busy for some seconds may send its next request at the moment when that
 * time is over, and would see the connection cut: after Node's 5 seconds, many do.
 */
const idleMs = 65_000;

/** What the server around the core needs. */
export interface HttpServerOptions {
  readonly gate: ControlGate;
  /** Has it speak HTTPS. */
  readonly certificate: Certificate | undefined;
  /** Is told what went wrong in the mock itself where no answer could say so. */
  readonly onFailure: (error: unknown) => void;
}

/** A server, and how it ends. */
export interface HttpServer {
  readonly server: Server;
  /** Ends it, within a second: what is under way is answered, unless that takes too long. */
  readonly stop: () => Promise<void>;
}

/** The HTTP server around the core. */
export function createHttpServer(core: Core, { gate, certificate, onFailure }: HttpServerOptions): HttpServer {
  const exchanges = new Exchanges();
  const work = new Set<Promise<void>>();
  const ending = new AbortController();
  // As many requests as there are may wait.
  setMaxListeners(0, ending.signal);
  const givenUp = new WeakSet<Duplex>();

  /** Answers a request once the one before it on its connection is answered: it may rely on what that has changed. */
  async function respond(request: IncomingMessage, response: ServerResponse, early?: Answer): Promise<void> {
    const before = exchanges.begin(request, response);
    // What comes right after it is meant for another protocol, and is not read.
    if (request.headers.upgrade !== undefined) response.shouldKeepAlive = false;
    if (before?.isOver === false) await before.over();
    const received = receivedOf(request, ending.signal);
    const entry = gate(received);
    const refusal = early ?? refusalOf(request) ?? entry.refusal;
    const answer = refusal === undefined ? await core.respond(received) : core.refuse(received, refusal);
    if (answer === undefined) response.destroy();
    else send(response, entry.isReadable ? withHeaders(answer, corsHeaders(received, answer)) : answer);
  }
  function take(request: IncomingMessage, response: ServerResponse, early?: Answer): void {
    const done = respond(request, response, early)
      .catch(fail(response))
      .finally(() => work.delete(done));
    work.add(done);
  }
  /** A mistake in the mock costs a connection, and not all that it remembers. */
  const fail = (connection: { destroy(): unknown }) => (error: unknown) => {
    onFailure(error);
    connection.destroy();
  };
  /** Refuses what is no request, or becomes none of HTTP, on a connection that nothing else comes on. */
  function refuseAlone(socket: Duplex, request: Pick<ReceivedRequest, 'method' | 'target'>, refusal: Answer): void {
    const answer = core.refuse(request, refusal);
    sendAlone(socket, withHeaders(answer, corsHeaders({ method: request.method, headers: {} }, answer)));
  }
  async function giveUp(socket: Socket, error: NodeJS.ErrnoException): Promise<void> {
    // Browsers connect in advance, and need not send anything.
    if (socket.bytesRead === 0) socket.destroy();
    const last = exchanges.latest(socket);
    const refusal = refusalOfBroken(error);
    if (last?.request.complete === false) {
      // What is broken is the body of a request. The answer to it says so, unless it was sent before.
      if (!last.isOver) breakBody(last.request, refusal);
      await last.over();
      endGently(socket);
      return;
    }
    await last?.over();
    if (socket.writable) refuseAlone(socket, brokenRequest, refusal);
    else if (error.code === plainHttp) core.refuse(brokenRequest, refusal);
  }

  const settings = {
    // Without the header Host, the server itself would answer without a body.
    requireHostHeader: false,
    keepAliveTimeout: idleMs,
  };
  const server: Server =
    certificate === undefined ? createServer(settings) : createSecureServer({ ...settings, ...certificate });
  // How long they are together is limited.
  server.maxHeadersCount = 0;
  // Who has sent all may say so before it is answered.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.on('request', take);
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const message = `The mock cannot meet "Expect: ${request.headers.expect ?? ''}"; it knows 100-continue.`;
    take(request, response, gatewayError(417, message, { Connection: 'close' }));
  });
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    const refuse = () => {
      refuseAlone(socket, receivedOf(request, ending.signal), gatewayError(405, 'The mock is no proxy for CONNECT.'));
    };
    (exchanges.latest(socket)?.over() ?? Promise.resolve()).then(refuse).catch(fail(socket));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // What comes after it is not read either.
    if (givenUp.has(socket)) return;
    givenUp.add(socket);
    giveUp(socket, error).catch(fail(socket));
  });
  return { server, stop: createStop(server, { exchanges, work, ending }) };
}

const withHeaders = (answer: Answer, headers: Record<string, string>): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});

/** The answer to a request that HTTP does not allow. */
function refusalOf({ httpVersion, headers, headersDistinct }: IncomingMessage): Answer | undefined {
  if (httpVersion === '1.1' && headersDistinct['host']?.length !== 1) {
    return gatewayError(400, 'Send the header Host, once.');
  }
  const coding = headers['transfer-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') {
    return gatewayError(501, `The mock does not read "Transfer-Encoding: ${coding}"; it knows chunked.`);
  }
  return undefined;
}

const receivedOf = (request: IncomingMessage, ending: AbortSignal): ReceivedRequest => ({
  method: request.method ?? 'GET',
  target: request.url ?? '/',
  origin: `${request.socket instanceof TLSSocket ? 'https' : 'http'}://${request.headers.host ?? ''}`,
  headers: headerValues(request),
  headerNames: () => request.rawHeaders.filter((_, index) => index % 2 === 0),
  bytes: (limit) => readBytes(request, limit),
  ending,
});

function headerValues({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = '']) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
