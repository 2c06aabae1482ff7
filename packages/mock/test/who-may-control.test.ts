import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { startMock, type LogEntry, type Mock, type MockOptions } from '../src/index.js';
import { exchange } from './raw-http.js';

const running: Mock[] = [];
afterEach(async () => {
  for (const mock of running.splice(0)) await mock.close();
});
async function start(options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({ port: 0, clock: 'manual', ...options });
  running.push(mock);
  return mock;
}

interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  message: string;
}
/** Sends headers that `fetch` keeps to itself. */
async function send(mock: Mock, method: string, path: string, headers: Record<string, string> = {}): Promise<Reply> {
  const { hostname, port } = new URL(mock.url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const sent = request({ host, port, method, path, headers: { 'X-Auth-Token': 'any', ...headers } });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const text = await readText(response);
  const { error_msg: message = '' } = (text === '' ? {} : JSON.parse(text)) as { error_msg?: string };
  return { status: response.statusCode ?? 0, headers: response.headers, message };
}
const corsOf = ({ headers }: Reply) => Object.keys(headers).filter((name) => name.startsWith('access-control-'));
const services = '/v1/p/vpc-endpoint-services';

describe('pages', () => {
  test.each([
    'http://localhost:4030',
    'https://localhost',
    'http://console.localhost:3000',
    'http://127.0.0.1:4000',
    'http://127.8.9.10',
    'http://[::1]:5173',
  ])('of %s control the mock, and read what it says', async (Origin) => {
    const mock = await start();
    const reply = await send(mock, 'POST', '/_mock/reset', { Origin });
    expect(reply).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-origin': Origin, vary: 'Origin' },
    });
    const asked = { Origin, 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'content-type' };
    expect(await send(mock, 'OPTIONS', '/_mock/faults', asked)).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': Origin,
        'access-control-allow-methods': expect.stringContaining('PUT') as string,
        'access-control-allow-headers': 'content-type',
      },
    });
  });

  test.each([
    'https://evil.example',
    'http://localhost.evil.example',
    'http://notlocalhost',
    'http://127.0.0.1.evil.example',
    'http://1270.0.0.1',
    'http://127.0.0.1@evil.example',
    'http://localhost:4030/',
    'ftp://localhost',
    'file://',
    'null',
    '',
    'chrome-extension://localhost',
    'http://192.168.0.2',
    'http://[::2]',
  ])('of %j do not: they change nothing, read nothing, and the answer says how to let them', async (Origin) => {
    const mock = await start({ scenario: 'small-team' });
    const before = mock.state();
    for (const [method, path] of [
      ['GET', '/_mock/state'],
      ['HEAD', '/_mock/state'],
      ['PUT', '/_mock/state'],
      ['POST', '/_mock/reset'],
      ['POST', '/_mock/clock'],
      ['DELETE', '/_mock/faults'],
      ['GET', '/_mock/nowhere'],
      ['OPTIONS', '/_mock/state'],
      ['POST', 'http://localhost/_mock/reset'],
    ] as const) {
      const headers = { Origin, 'Content-Type': 'text/plain', 'Access-Control-Request-Method': 'PUT' };
      const reply = await send(mock, method, path, headers);
      expect([reply.status, corsOf(reply)]).toEqual([403, []]);
      if (method !== 'HEAD') expect(reply.message).toContain(`--allow-origin ${Origin}`);
    }
    expect(mock.state()).toEqual(before);
  });

  test('that may not control the mock may not control its worlds', async () => {
    const mock = await start();
    const world = await mock.world({ scenario: 'small-team' });
    const before = world.state();
    for (const id of [world.id, 'nowhere']) {
      const path = `/_world/${id}/_mock`;
      for (const headers of [{ Origin: 'https://evil.example' }, { Host: 'evil.example' }]) {
        for (const [method, route] of [
          ['GET', 'state'],
          ['POST', 'reset'],
          ['DELETE', 'requests'],
          ['OPTIONS', 'state'],
        ] as const) {
          const reply = await send(mock, method, `${path}/${route}`, headers);
          expect([reply.status, corsOf(reply)]).toEqual([403, []]);
        }
      }
    }
    expect(world.state()).toEqual(before);
    const own = await send(mock, 'GET', `/_world/${world.id}/_mock/state`, { Origin: 'http://localhost:5173' });
    expect(own.status).toBe(200);
  });

  test('of origins that are named do', async () => {
    const mock = await start({ allowedOrigins: ['https://console.example.com', 'null'] });
    for (const Origin of ['https://console.example.com', 'null']) {
      expect(await send(mock, 'GET', '/_mock/state', { Origin })).toMatchObject({
        status: 200,
        headers: { 'access-control-allow-origin': Origin },
      });
    }
    for (const Origin of ['http://console.example.com', 'https://console.example.com:8443']) {
      expect((await send(mock, 'GET', '/_mock/state', { Origin })).status).toBe(403);
    }
  });

  test('of any origin call the API, with credentials, and read every header by its name', async () => {
    const mock = await start();
    for (const Origin of ['https://evil.example', 'null', 'http://localhost:5173']) {
      const reply = await send(mock, 'GET', services, { Origin });
      expect(reply).toMatchObject({
        status: 200,
        headers: {
          'access-control-allow-origin': Origin,
          'access-control-allow-credentials': 'true',
          'access-control-expose-headers': 'Date, X-Request-Id',
          vary: 'Origin',
        },
      });
    }
    mock.setFaults([{ status: 503, retryAfter: '2s' }]);
    const unavailable = await send(mock, 'GET', services, { Origin: 'https://a.example' });
    expect(unavailable.headers['access-control-expose-headers']).toContain('Retry-After');
    const preflight = await send(mock, 'OPTIONS', services, {
      Origin: 'https://a.example',
      'Access-Control-Request-Method': 'DELETE',
      'Access-Control-Request-Headers': 'x-auth-token,content-type',
      'Access-Control-Request-Private-Network': 'true',
    });
    expect(preflight).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://a.example',
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'GET, HEAD, PUT, PATCH, POST, DELETE',
        'access-control-allow-headers': 'x-auth-token,content-type',
        'access-control-allow-private-network': 'true',
        'access-control-max-age': '600',
        vary: 'Origin, Access-Control-Request-Headers',
      },
    });
  });

  test('read why a request is refused before it is one', async () => {
    const mock = await start();
    const { port } = new URL(mock.url);
    for (const bytes of [
      'nonsense\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`,
      'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET / HTTP/1.1\r\nOrigin: https://a.example\r\nConnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nOrigin: https://a.example\r\nConnection: close\r\n\r\n',
    ]) {
      const [answer] = await exchange(mock.url, bytes);
      expect(answer?.head).toMatch(/^Access-Control-Allow-Origin: (\*|https:\/\/a\.example)\r$/m);
      expect(answer?.head).toMatch(/^Access-Control-Expose-Headers: Date, X-Request-Id\r$/m);
    }
  });
});

describe('names', () => {
  test.each([
    'localhost',
    'LOCALHOST:4010',
    'localhost.',
    'mock.localhost:1',
    '127.0.0.1',
    '127.1.2.3:4010',
    '[::1]:4010',
    '[::ffff:127.0.0.1]',
  ])('of this machine are fine: %s', async (Host) => {
    expect((await send(await start(), 'GET', '/_mock/health', { Host })).status).toBe(200);
  });

  test.each([
    'evil.example',
    'evil.example:4010',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example#localhost',
    'localhost@evil.example',
    'xlocalhost',
    '192.168.0.2',
    '[::2]:4010',
    '[::1',
  ])('that lead here by chance or on purpose are not: %j', async (Host) => {
    const mock = await start();
    expect(await send(mock, 'POST', '/_mock/reset', { Host })).toMatchObject({
      status: 403,
      message: expect.stringContaining('--allow-host ') as string,
    });
    expect((await send(mock, 'GET', services, { Host })).status).toBe(200);
  });

  test('count in a whole URL as well', async () => {
    const mock = await start();
    expect((await send(mock, 'GET', 'http://localhost/_mock/health')).status).toBe(200);
    expect((await send(mock, 'GET', 'http://evil.example/_mock/health')).status).toBe(403);
    expect((await send(mock, 'GET', 'http://localhost/_mock/health', { Host: 'evil.example' })).status).toBe(403);
  });

  test('that are named are fine, and so is where it listens', async () => {
    const mock = await start({ host: '0.0.0.0', allowedHosts: ['mock', '.example.com', '192.168.0.2', '2001:db8::1'] });
    for (const Host of [
      '0.0.0.0:4010',
      'mock:4010',
      'MOCK.',
      'example.com',
      'a.b.example.com',
      '192.168.0.2',
      '[2001:DB8:0::1]:80',
    ]) {
      expect([Host, (await send(mock, 'GET', '/_mock/health', { Host })).status]).toEqual([Host, 200]);
    }
    for (const Host of ['a.mock', 'notexample.com', 'example.com.evil.example', '192.168.0.3']) {
      expect([Host, (await send(mock, 'GET', '/_mock/health', { Host })).status]).toEqual([Host, 403]);
    }
  });

  test('have to be there', async () => {
    const [answer] = await exchange((await start()).url, 'GET /_mock/health HTTP/1.0\r\n\r\n');
    expect(answer?.status).toBe(403);
  });
});

describe('who runs it', () => {
  const warningsOf = async (host: string) => {
    const log: LogEntry[] = [];
    const { url } = await start({ host, log: (entry) => log.push(entry) });
    return { url, warnings: log.filter(({ event }) => event === 'warning') };
  };

  test('is warned when it listens beyond this machine, and told what is open and how to close it', async () => {
    const { url, warnings } = await warningsOf('0.0.0.0');
    expect(url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
    expect(warnings).toEqual([
      {
        event: 'warning',
        time: expect.any(String) as string,
        message: expect.stringMatching(/0\.0\.0\.0.*beyond this machine.*\/_mock\/.*Leave out --host/) as string,
      },
    ]);
  });

  test.each(['127.0.0.1', 'localhost', '127.0.0.2'])('is not when it listens on %s', async (host) => {
    expect((await warningsOf(host)).warnings).toEqual([]);
  });
});
