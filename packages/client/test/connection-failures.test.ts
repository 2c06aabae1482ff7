import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createVpcepClient, VpcepConnectionError, type Fetch } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { body } from './scripted-fetch.js';

const file = (name: string) => readFileSync(new URL(`self-signed/${name}.pem`, import.meta.url));
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Has a server listen on a free port, and tells which. */
async function portOf(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** What a call says that got no answer, as text and as JSON, and how often it was tried. */
async function failureAt(baseUrl: string, options: { fetch?: Fetch; maxRetries?: number } = {}) {
  const client = createVpcepClient({
    baseUrl,
    projectId: 'p',
    credentials: { token: 'planted-secret' },
    maxRetryDelay: 1,
    ...options,
  });
  const error = await failureOf(client.listEndpoints());
  expect(error).toBeInstanceOf(VpcepConnectionError);
  return JSON.parse(JSON.stringify(error)) as object;
}

test('a refused connection', async () => {
  const port = await freePort();
  expect(await failureAt(`http://127.0.0.1:${port}`)).toMatchObject({
    message: `listEndpoints: no answer arrived from 127.0.0.1:${port}: the connection was refused (ECONNREFUSED)`,
    code: 'ECONNREFUSED',
    host: '127.0.0.1',
    port,
    attempts: 3,
    outcome: 'not done',
  });
});

test('a connection that is reset', async () => {
  const port = await portOf(createServer((socket) => socket.once('data', () => socket.resetAndDestroy())));
  expect(await failureAt(`http://127.0.0.1:${port}`, { maxRetries: 0 })).toMatchObject({
    message: `listEndpoints: no answer arrived from 127.0.0.1:${port}: the connection was reset (ECONNRESET)`,
    code: 'ECONNRESET',
    outcome: 'unknown',
  });
});

test('a connection that is closed before there is an answer', async () => {
  const port = await portOf(createServer((socket) => socket.once('data', () => socket.end())));
  expect(await failureAt(`http://127.0.0.1:${port}`, { maxRetries: 0 })).toMatchObject({
    message: `listEndpoints: no answer arrived from 127.0.0.1:${port}: the connection was reset (UND_ERR_SOCKET)`,
    outcome: 'unknown',
  });
});

test('a certificate that nobody vouches for, which is not tried again', async () => {
  const port = await portOf(createTlsServer({ key: file('key'), cert: file('certificate') }));
  expect(await failureAt(`https://127.0.0.1:${port}`)).toMatchObject({
    message: `listEndpoints: no answer arrived from 127.0.0.1:${port}: TLS: the certificate is not accepted (DEPTH_ZERO_SELF_SIGNED_CERT)`,
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    port,
    attempts: 1,
    outcome: 'not done',
  });
});

test('a server that does not speak TLS', async () => {
  const port = await portOf(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
  expect(await failureAt(`https://127.0.0.1:${port}`, { maxRetries: 0 })).toMatchObject({
    message: expect.stringContaining(`127.0.0.1:${port}: TLS failed (`) as string,
    outcome: 'not done',
  });
});

/** As the platforms' fetch says it. */
const platform = (message: string, cause?: Error) => new TypeError(message, cause && { cause });
const coded = (message: string, code: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

test.each<[string, Error, object]>([
  [
    'a host that DNS does not know',
    platform('fetch failed', coded('getaddrinfo ENOTFOUND vpcep.example', 'ENOTFOUND', { hostname: 'vpcep.example' })),
    { message: 'vpcep.example:443: DNS does not find the host (ENOTFOUND)', code: 'ENOTFOUND', outcome: 'not done' },
  ],
  [
    'a proxy that is not there, which is the one that is named',
    platform(
      'fetch failed',
      coded('connect ECONNREFUSED 10.0.0.1:3128', 'ECONNREFUSED', { address: '10.0.0.1', port: 3128 }),
    ),
    { message: '10.0.0.1:3128: the connection was refused (ECONNREFUSED)', host: '10.0.0.1', port: 3128 },
  ],
  [
    'a proxy that refuses',
    platform('fetch failed', coded('Proxy response (407) !== 200 when HTTP Tunneling', 'UND_ERR_ABORTED')),
    { message: 'the proxy lets nothing through (UND_ERR_ABORTED)', outcome: 'not done' },
  ],
  [
    'Deno',
    platform(
      'error sending request for url (https://vpcep.example/): client error (Connect): tcp connect error: Connection refused (os error 111)',
    ),
    { message: 'vpcep.example:443: the connection was refused', outcome: 'not done' },
  ],
  [
    'Bun',
    coded('Unable to connect. Is the computer able to access the url?', 'ConnectionRefused'),
    { code: 'ConnectionRefused', outcome: 'not done' },
  ],
  [
    'a browser, which tells nothing',
    platform('Failed to fetch'),
    { message: 'vpcep.example:443: Failed to fetch', outcome: 'unknown' },
  ],
  ['a thrown text', 'planted-secret' as unknown as Error, { message: 'vpcep.example:443: [secret]' }],
])('%s', async (_, thrown, { message = '', ...told }: { message?: string }) => {
  const fetch: Fetch = () => Promise.reject(thrown);
  const failure = await failureAt('https://vpcep.example', { fetch });
  expect(failure).toMatchObject({ ...told, message: expect.stringContaining(message) as string });
});

describe('a create whose answer is lost is never taken for one that was not sent', () => {
  test.each<[string, string, Error]>([
    [
      'node-fetch, which repeats the address',
      'https://vpcep.example/proxy',
      coded('request to https://vpcep.example/proxy/v1 failed, reason: socket hang up', 'ECONNRESET'),
    ],
    [
      'Deno, which does as well',
      'https://dns.concerts.example/proxy',
      platform(
        'error sending request for url (https://dns.concerts.example/proxy/v1/p/x): client error (SendRequest): connection closed before message completed',
      ),
    ],
    [
      'a host with a word of errors in its name',
      'https://refused-cert.example',
      platform('fetch failed', coded('read ECONNRESET refused-cert.example', 'ECONNRESET')),
    ],
    [
      'a network that goes away while the answer is read',
      'https://vpcep.example',
      platform('fetch failed', coded('read EHOSTUNREACH', 'EHOSTUNREACH')),
    ],
  ])('%s', async (_, baseUrl, thrown) => {
    let sent = 0;
    const fetch: Fetch = () => {
      sent++;
      return Promise.reject(thrown);
    };
    const client = createVpcepClient({ baseUrl, projectId: 'p', credentials: { token: 'planted-secret' }, fetch });
    expect(await failureOf(client.createEndpointService({ body }))).toMatchObject({ outcome: 'unknown' });
    expect(sent).toBe(1);
  });

  test.each([
    [
      'a host that cannot be reached',
      platform('fetch failed', coded('connect EHOSTUNREACH 10.0.0.1:443', 'EHOSTUNREACH')),
    ],
    ['a port that fetch refuses', platform('fetch failed', new Error('bad port'))],
    [
      'Deno, without a certificate that it accepts',
      platform(
        'error sending request for url (https://vpcep.example/): client error (Connect): invalid peer certificate: UnknownIssuer',
      ),
    ],
  ])('but this is: %s', async (_, thrown) => {
    expect(
      await failureAt('https://vpcep.example', { fetch: () => Promise.reject(thrown), maxRetries: 0 }),
    ).toMatchObject({
      outcome: 'not done',
    });
  });
});
