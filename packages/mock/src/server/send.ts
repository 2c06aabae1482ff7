import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorBody } from '@vpcep/types';
import type { Answer } from '../answer.js';
import { gatewayErrors } from '../generated/error-catalogue.js';

/** The header that names the request, for those who ask the vendor's support about it. */
export const requestIdHeader = 'X-Request-Id';

/** An answer with an ID of its request, which the gateway repeats in its bodies. */
export function withRequestId(answer: Answer): Answer {
  const id = randomUUID().replaceAll('-', '');
  const { headers, body } = answer;
  return {
    ...answer,
    headers: { ...headers, [requestIdHeader]: id },
    ...(isOfGateway(body) && { body: { ...body, request_id: id } }),
  };
}

const isOfGateway = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'error_code' in body && gatewayErrors.has(String(body.error_code));

/** Answers a request. */
export function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
}

/** Answers on a connection that the server has given up, and ends it. */
export function sendAlone(socket: Duplex, { status, headers, body }: Answer): void {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    ...headers,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${text}`);
}
