import { type Agent, request as httpRequest } from 'node:http';

/** A request as it is sent. */
export interface Wire {
  method: string;
  target: string;
  headers: Record<string, string>;
  body?: Buffer;
  /** Sent in two parts, with a pause. */
  slow?: boolean;
}

/** How long an answer may take: to detect that there will be none, not to measure. */
const timeoutMs = 30_000;

/** Sends a request that is HTTP, whatever else may be wrong with it. */
export function send(agent: Agent, url: string, wire: Wire): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  const { method, target, body = Buffer.alloc(0), slow } = wire;
  const headers: Record<string, string> = { ...wire.headers };
  if (headers['Transfer-Encoding'] === undefined && body.length > 0) headers['Content-Length'] = String(body.length);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ agent, hostname, port, method, path: target, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        clearTimeout(waiting);
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
      });
      response.on('error', reject);
    });
    const waiting = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    request.on('error', (error) => {
      clearTimeout(waiting);
      reject(error);
    });
    if (slow === true) {
      const middle = body.length >> 1;
      request.write(body.subarray(0, middle));
      setTimeout(() => request.end(body.subarray(middle)), 20);
    } else request.end(body);
  });
}

/** The bytes of a request. */
export function serialize({ method, target, headers, body = Buffer.alloc(0) }: Wire): Buffer {
  const lines = Object.entries({ Host: 'mock', ...headers, 'Content-Length': String(body.length) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${head}\r\n`), body]);
}
