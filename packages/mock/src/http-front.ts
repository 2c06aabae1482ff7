import { setTimeout as sleep } from 'node:timers/promises';
import {
  createServer,
  type IncomingMessage,
  maxHeaderSize,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { HttpMethod } from '@stoplight/types';
import cors from 'cors';
import type { Duplex } from 'node:stream';
import { type Answer, errorAnswer, serviceError } from './answer.js';
import type { Contract } from './contract.js';
import type { ControlRoutes } from './control/routes.js';
import type { Faults } from './faults.js';
import type { Log } from './log.js';
import { readBody } from './read-body.js';
import { createRoutes } from './routes.js';

/** Pages of any origin may call the mock and read all of its answers. */
const allowAnyOrigin = cors({ exposedHeaders: '*', maxAge: 600 });

/** What is behind the HTTP server. */
export interface Behind {
  readonly contract: Contract;
  readonly control: ControlRoutes;
  readonly faults: Faults;
  readonly log: Log;
}

/** The HTTP server before the contract: whatever arrives, it answers in the API's shape. */
export function createHttpFront({ contract, control, faults, log }: Behind): Server {
  const route = createRoutes(contract.operations);

  /** The answer to a request, or `undefined` when the connection shall be cut instead. */
  async function answer(request: IncomingMessage): Promise<Answer | undefined> {
    const method = request.method ?? 'GET';
    if (request.httpVersion === '1.1' && request.headersDistinct['host']?.length !== 1) {
      return errorAnswer(400, 'APIGW.0201', 'API request error. Send the header Host, once.');
    }
    const { pathname, searchParams } = readTarget(request.url ?? '/');
    if (pathname.startsWith('/_mock/')) return control(request, pathname);
    if (!isDecodable(pathname)) {
      return serviceError('EndPoint.0002', `path: ${pathname} is not valid percent-encoding.`);
    }
    const found = route(method, pathname);
    if (found.operation === undefined) {
      if (found.allowedMethods.length === 0) {
        return errorAnswer(404, 'APIGW.0101', `The API does not exist. No operation has the path ${pathname}.`);
      }
      const allow = found.allowedMethods.join(', ');
      const message = `The API does not exist. ${pathname} knows ${allow}, not ${method}.`;
      return errorAnswer(405, 'APIGW.0101', message, { Allow: allow });
    }
    const read = await readBody(request);
    if ('refusal' in read) return read.refusal;
    const mishap = faults.next(found.operation.iid ?? '');
    if (mishap.delay > 0) await sleep(mishap.delay);
    if (mishap.drop === 'request') return undefined;
    if (mishap.answer !== undefined) return mishap.answer;
    const valid = await contract.answer(
      found.operation,
      {
        method: method.toLowerCase() as HttpMethod,
        url: { path: pathname, query: queryValues(searchParams) },
        headers: headerValues(request),
        body: read.body,
      },
      mishap.creationFails,
    );
    return mishap.drop === 'answer' ? undefined : valid;
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let result: Answer | undefined;
    try {
      result = await answer(request);
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      log(`! ${request.method ?? ''} ${request.url ?? ''}: the mock failed: ${fault.stack ?? fault.message}`);
      result = serviceError('EndPoint.0001', `The mock failed, not you: ${fault.message}`);
    }
    if (result === undefined) {
      log(`${request.method ?? ''} ${request.url ?? ''} cut off, as a fault asks`);
      response.destroy();
      return;
    }
    send(response, result);
    log(`${request.method ?? ''} ${request.url ?? ''} ${result.status}${refusal(result)}`);
  }

  // Without the header Host, the server itself would answer without a body.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    allowAnyOrigin(request, response, () => void respond(request, response));
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const message = `API request error. The mock cannot meet "Expect: ${request.headers.expect ?? ''}"; it knows 100-continue.`;
    send(response, errorAnswer(417, 'APIGW.0201', message, { Connection: 'close' }));
  });
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy());
    sendAlone(socket, errorAnswer(405, 'APIGW.0101', 'The API does not exist. The mock is no proxy for CONNECT.'));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return;
    sendAlone(
      socket,
      error.code === 'HPE_HEADER_OVERFLOW'
        ? errorAnswer(431, 'APIGW.0201', `API request error. URL and headers have more than ${maxHeaderSize} bytes.`)
        : errorAnswer(400, 'APIGW.0201', 'API request error. The request is not valid HTTP.'),
    );
  });
  return server;
}

/** Path and query of a request's target: a path, or a whole URL as clients of proxies send it. */
function readTarget(target: string): { pathname: string; searchParams: URLSearchParams } {
  const [, pathname, query] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(target) ?? [];
  return {
    pathname: pathname === undefined || pathname === '' ? '/' : pathname,
    searchParams: new URLSearchParams(query),
  };
}

/** Answers on a connection that the server has given up, and ends it. */
function sendAlone(socket: Duplex, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  const headers = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${headers}\r\n\r\n${text}`);
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
}

function refusal({ status, body }: Answer): string {
  return status >= 400 && typeof body === 'object' && body !== null && 'error_msg' in body
    ? ` ${String(body.error_msg)}`
    : '';
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function queryValues(parameters: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

function headerValues({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = '']) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
