import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LogEntry, type Mock, type RequestEntry, startMock } from '../src/index.js';
import { serviceBody } from './api.js';
import { endCommands, startCommand } from './command.js';
import { exchange } from './raw-http.js';

const entries: LogEntry[] = [];
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, clock: 'manual', scenario: 'small-team', log: (entry) => entries.push(entry) });
});
beforeEach(() => {
  mock.reset();
  entries.length = 0;
});
afterAll(() => mock.close());
endCommands();

const services = '/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services';
const json = 'Content-Type: application/json';
const head = (method: string, target: string, ...headers: string[]) =>
  [`${method} ${target} HTTP/1.1`, 'Host: localhost', 'X-Auth-Token: any', ...headers, '', ''].join('\r\n');
const post = (body: string, ...headers: string[]) =>
  head('POST', services, json, `Content-Length: ${Buffer.byteLength(body)}`, ...headers) + body;
const closing = 'Connection: close';
const list = head('GET', `${services}?limit=1`);
const body = JSON.stringify(serviceBody(1));
const statuses = async (bytes: string | Buffer, options?: { halfClose: boolean }) =>
  (await exchange(mock.url, bytes, options)).map(({ status }) => status);
const logged = () =>
  entries
    .filter((entry): entry is RequestEntry => entry.event === 'request')
    .map(({ method, status }) => [method, status]);

describe('what is owed is sent first', () => {
  beforeEach(() => {
    mock.setFaults([{ latency: 30 }]);
  });

  test.each([
    ['what is no HTTP', 'nonsense\r\n\r\n', ['?', 400]],
    ['headers that are too long', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`, ['?', 431]],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', ['?', 400]],
    ['CONNECT', head('CONNECT', 'host:443'), ['CONNECT', 405]],
    ['an expectation that cannot be met', head('GET', services, 'Expect: wonders', closing), ['GET', 417]],
    [
      'a body that breaks',
      head('POST', services, json, 'Transfer-Encoding: chunked') + '2\r\n{}\r\nzz\r\n',
      ['POST', 400],
    ],
  ])('before %s is refused', async (_, bad, [method, status]) => {
    expect(await statuses(list + post(body) + bad)).toEqual([200, 200, status]);
    expect(logged()).toEqual([
      ['GET', 200],
      ['POST', 200],
      [method, status],
    ]);
  });

  test('before a connection is cut by a fault', async () => {
    mock.setFaults([
      { operation: 'listEndpointService', latency: 30 },
      { operation: 'createEndpointService', drop: 'answer' },
    ]);
    expect(await statuses(list + post(body))).toEqual([200]);
  });

  test('to who has said that no more comes', async () => {
    expect(await statuses(list + post(body), { halfClose: true })).toEqual([200, 200]);
  });
});

describe('good requests are answered whatever comes after them', () => {
  const good = fc.constantFrom(
    list,
    head('HEAD', services),
    head('GET', '/_mock/health'),
    head('OPTIONS', services, 'Origin: https://a.example', 'Access-Control-Request-Method: PUT'),
    head('POST', services, json, 'Transfer-Encoding: chunked') + '2\r\n{}\r\n0\r\n\r\n',
    post('{}', 'Expect: 100-continue'),
  );
  const bad = fc.oneof(
    fc.constantFrom(
      'nonsense\r\n\r\n',
      'GET / HTTP/1.1\r\nbad header\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
      head('CONNECT', 'a:1'),
      head('POST', services, json, 'Transfer-Encoding: chunked') + 'zz\r\n',
      head('POST', services, json, 'Content-Length: 2', 'Content-Length: 3'),
      post(body).slice(0, -3),
      'GET / HT',
      '',
    ),
    fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => `${Buffer.from(bytes).toString('latin1')}\r\n\r\n`),
  );

  test('in order, however they are cut into packets, and every connection ends', { timeout: 600_000 }, async () => {
    mock.setFaults([{ latency: { min: '0ms', max: '3ms' } }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            before: fc.array(good, { minLength: 1, maxLength: 4 }),
            after: bad,
            cuts: fc.array(fc.nat(), { maxLength: 4 }),
          }),
          { minLength: 20, maxLength: 20 },
        ),
        async (clients) => {
          await Promise.all(
            clients.map(async ({ before, after, cuts }) => {
              const bytes = Buffer.from(before.join('') + after, 'latin1');
              const places = cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b);
              const parts = [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length));
              const answers = await exchange(mock.url, parts, { halfClose: true });
              expect(answers.slice(0, before.length).map(({ status }) => status)).toEqual(
                before.map((request) => (request.startsWith('POST') ? 400 : request.startsWith('OPTIONS') ? 204 : 200)),
              );
              // What is no request at all may just be the end.
              expect(answers.slice(before.length).every(({ status }) => status >= 400 && status < 500)).toBe(true);
              expect(answers.length).toBeLessThanOrEqual(before.length + 2);
            }),
          );
        },
      ),
      { numRuns: scaled(10, 500) },
    );
    const failures = entries.filter((entry) => entry.event === 'request' && entry.failure !== undefined);
    expect(failures).toEqual([]);
  });
});

test('requests on one connection see what those before them have changed', async () => {
  const count = head('GET', services, closing);
  mock.load('empty');
  mock.setFaults([{ operation: 'createEndpointService', latency: 20 }]);
  const [created, listed] = await exchange(mock.url, post(body) + count);
  expect(created?.status).toBe(200);
  expect(JSON.parse(listed?.text ?? '')).toMatchObject({ total_count: 1 });
});

describe('every request is answered once, and has one entry in the log', () => {
  const chunked = (chunks: string, ...headers: string[]) =>
    head('POST', services, json, 'Transfer-Encoding: chunked', closing, ...headers) + chunks;
  const inOneChunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n`;

  test.each([
    ['with trailers', chunked(`${inOneChunk}X-Trailer: a\r\n\r\n`, 'Trailer: X-Trailer'), 200],
    ['with chunks that have extensions', chunked(`${body.length.toString(16)};a=b\r\n${body}\r\n0\r\n\r\n`), 200],
    ['with extensions without end', chunked(`2;${'a'.repeat(20_000)}\r\n{}\r\n`), 413],
    ['with chunks of no size', chunked('zz\r\n{}\r\n'), 400],
    ['with chunks and a length', chunked('2\r\n{}\r\n0\r\n\r\n', 'Content-Length: 3'), 400],
    ['with two lengths', head('POST', services, json, 'Content-Length: 2', 'Content-Length: 3') + '{}', 400],
    ['with a length that is none', head('POST', services, json, 'Content-Length: -1'), 400],
    [
      'with another transfer coding',
      head('POST', services, json, 'Transfer-Encoding: gzip, chunked', closing) + inOneChunk + '\r\n',
      501,
    ],
    ['with a header that has no name', head('GET', services, ': a'), 400],
    ['with a line break in a header', head('GET', services, 'X-A: a\nX-B b'), 400],
    ['with a zero byte', head('GET', `${services}\0`), 400],
    ['with thousands of headers', head('GET', services, ...Array<string>(3_000).fill('a:'), closing), 200],
    [
      'to become a WebSocket',
      head('GET', services, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'),
      200,
    ],
    [
      'to become HTTP/2',
      head('GET', services, 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: a'),
      200,
    ],
    ['for all there is', head('OPTIONS', '*', closing), 204],
    ['that waits to go on', post(body, 'Expect: 100-continue', closing), 200],
    ['of HTTP/1.0', `GET ${services} HTTP/1.0\r\nX-Auth-Token: any\r\n\r\n`, 200],
  ])('%s', async (_, bytes, status) => {
    expect(await statuses(bytes)).toEqual([status]);
    expect(logged().map(([, loggedStatus]) => loggedStatus)).toEqual([status]);
  });

  test.each([
    ['its first line', 'GET /v1/p/vpc'],
    ['its headers', 'GET /v1/p/vpc-endpoint-services HTTP/1.1\r\nHost: loc'],
    ['its body', post(body).slice(0, -5)],
    ['a chunk', chunked('ff\r\n{}').replace(`${closing}\r\n`, '')],
  ])('that ends in %s', async (_, bytes) => {
    expect(await statuses(bytes, { halfClose: true })).toEqual([400]);
    expect(logged().map(([, status]) => status)).toEqual([400]);
  });
});

describe('HEAD is answered like GET, without the body', () => {
  test.each([
    services,
    `${services}?limit=-1`,
    '/v1/p/vpc-endpoint-services/none',
    '/v1/p/nowhere/at/all',
    '/',
    '/_mock/health',
    '/_mock/state',
    '/_mock/nowhere',
    '/v3/projects?name=cn-north-4',
    '/v1/p/vpc-endpoint-services/%zz',
  ])('%s', async (target) => {
    const [got] = await exchange(mock.url, head('GET', target, closing));
    const [headed] = await exchange(mock.url, head('HEAD', target, closing));
    const comparable = (text = '') =>
      text
        .split('\r\n')
        .filter((line) => !/^(Date|X-Request-Id):/.test(line))
        .sort();
    expect(comparable(headed?.head)).toEqual(comparable(got?.head));
    expect(got?.head).toContain(`Content-Length: ${Buffer.byteLength(got?.text ?? '')}`);
    expect(headed?.text).toBe('');
  });

  test('only where there is GET', async () => {
    for (const [target, allow] of [
      [`${services}/4189d3c2-8882-4871-a3c2-d380272eed83/permissions/action`, 'POST, PUT'],
      ['/_mock/reset', 'POST'],
      ['/v3/auth/tokens', 'POST'],
    ]) {
      const [answer] = await exchange(mock.url, head('HEAD', target ?? '', closing));
      expect(answer?.status).toBe(405);
      expect(answer?.head).toContain(`Allow: ${allow}\r\n`);
    }
  });
});

describe('a body is read only as JSON in UTF-8, as it is', () => {
  test.each([
    ['Content-Encoding: gzip', gzipSync(body)],
    ['Content-Encoding: br', Buffer.from(body)],
    ['Content-Encoding: identity, deflate', Buffer.from(body)],
    ['Content-Type: application/json; charset=utf-16', Buffer.from(body, 'utf16le')],
    ['Content-Type: application/json;charset="ISO-8859-1"', Buffer.from(body)],
    ['Content-Type: application/json; a=b; Charset=gbk', Buffer.from(body)],
  ])('%s is refused', async (header, bytes) => {
    const type = header.startsWith('Content-Type') ? [] : [json];
    const headers = head('POST', services, header, ...type, `Content-Length: ${bytes.length}`, closing);
    const [answer] = await exchange(mock.url, Buffer.concat([Buffer.from(headers), bytes]));
    expect(answer?.status).toBe(415);
    const said = /(?:charset="?|Content-Encoding: )([^"]*)"?$/i.exec(header)?.[1] ?? '';
    expect(answer?.text).toContain(said);
  });

  test.each([
    'Content-Encoding: identity',
    'Content-Encoding: ',
    'Content-Type: application/json; charset=utf-8',
    'Content-Type: application/json;CHARSET="UTF-8"; a=b',
    'Content-Type: application/json; charset=us-ascii',
  ])('%s is fine', async (header) => {
    const type = header.startsWith('Content-Type') ? [] : [json];
    const bytes = head('POST', services, header, ...type, `Content-Length: ${body.length}`, closing) + body;
    expect(await statuses(bytes)).toEqual([200]);
  });

  test('of control routes too', async () => {
    const bytes = head('PUT', '/_mock/state', json, 'Content-Encoding: gzip', 'Content-Length: 2', closing) + '{}';
    expect(await statuses(bytes)).toEqual([415]);
  });
});

test('a connection may be idle for longer than tests are busy', async () => {
  const [answer] = await exchange(mock.url, list, { halfClose: true });
  const [, seconds] = /^Keep-Alive: timeout=(\d+)\r$/m.exec(answer?.head ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThan(60);
});

test('who sends too slowly is told so, and cut off', async () => {
  // Node waits for minutes; here it is told to be impatient.
  const impatient = `data:text/javascript,${encodeURIComponent(`
    import http from 'node:http';
    import { syncBuiltinESMExports } from 'node:module';
    const { createServer } = http;
    const settings = { headersTimeout: 500, requestTimeout: 500, connectionsCheckingInterval: 50 };
    http.createServer = (options) => createServer({ ...options, ...settings });
    syncBuiltinESMExports();
  `)}`;
  const command = startCommand(['--import', impatient], ['--port', '0']);
  const url = await command.ready();
  // The first request takes longer.
  expect((await exchange(url, head('GET', services, closing)))[0]?.status).toBe(200);
  const slow = ['GET / HT', `GET / HTTP/1.1\r\nHost: localhost\r\n`, list + 'GET', post(body).slice(0, -5)];
  const answers = await Promise.all(slow.map((bytes) => exchange(url, bytes)));
  expect(answers.map((all) => all.map(({ status }) => status))).toEqual([[408], [408], [200, 408], [408]]);
  expect(answers[0]?.[0]?.text).toContain('did not come in time');
  // Browsers connect in advance, which is no request.
  expect(await exchange(url, '')).toEqual([]);
  expect(command.output().stdout.match(/ 408 /g)).toHaveLength(4);
});

test('connections of clients that are broken are closed, and none is left', async () => {
  const { hostname, port } = new URL(mock.url);
  const open = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
  const before = open();
  const clients: Socket[] = [];
  const broken = [
    'nonsense\r\n\r\n',
    head('CONNECT', 'a:1'),
    chunkedNonsense(),
    head('GET', services, 'Expect: wonders'),
  ];
  for (let index = 0; index < 400; index++) {
    // Such a client never ends its own side.
    const client = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    clients.push(client);
    client.on('error', () => undefined).resume();
    client.write(broken[index % broken.length] ?? '');
  }
  await Promise.all(clients.map(async (client) => client.readableEnded || (await once(client, 'end'))));
  // What is left are the clients' own sides.
  await expect.poll(() => open() - before).toBeLessThanOrEqual(clients.length);
  for (const client of clients) client.destroy();
  expect(await statuses(head('GET', services, closing))).toEqual([200]);
});
function chunkedNonsense(): string {
  return `${head('POST', services, json, 'Transfer-Encoding: chunked')}zz\r\n`;
}
