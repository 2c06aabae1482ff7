import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Answer } from '../answer.js';
import { written } from '../core/written.js';

/** Answers a request. */
export function send(response: ServerResponse, answer: Answer): void {
  const { status, headers = {}, text } = written(answer);
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (text !== undefined) response.setHeader('Content-Type', 'application/json');
  // Of a body that is not sent, nobody counts the bytes.
  if (response.req.method === 'HEAD' && status !== 204) {
    response.setHeader('Content-Length', Buffer.byteLength(text ?? ''));
  }
  response.end(text);
}

/** Answers on a connection that the server has given up, and ends it. */
export function sendAlone(socket: Duplex, { status, headers, body }: Answer): void {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    ...headers,
    Date: new Date().toUTCString(),
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  endGently(socket, `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${text}`);
}

/** How long the other side may take to end a connection too. */
const lingerMs = 1000;

/**
 * Ends a connection with the last bytes on it. What else comes is read, for a while, until the other side has ended it too:
 * who still sends would lose these bytes otherwise (RFC 9112 section 9.6).
 */
export function endGently(socket: Duplex, last = ''): void {
  const destroy = () => socket.destroy();
  const timeout = setTimeout(destroy, lingerMs);
  socket.on('error', destroy).once('close', () => {
    clearTimeout(timeout);
  });
  socket.resume();
  socket.end(last, () => {
    if (socket.readableEnded) destroy();
    else socket.once('end', destroy);
  });
}
