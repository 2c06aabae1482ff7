import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.js';
import { allowedRequests, brokenRequests } from './broken-requests.js';
import { collectFailures } from './collect-failures.js';
import { seedRequest, seedResponse } from './seed.js';

const { log, failures } = collectFailures();
let mock: Mock;
let services: string;

beforeAll(async () => {
  mock = await startMock({ port: 0, scenario: 'small-team', log });
  services = `${mock.url}/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services`;
});
beforeEach(() => {
  mock.reset();
});
afterAll(async () => {
  await mock.close();
  expect(failures).toEqual([]);
});

const token = { 'X-Auth-Token': 'any' };
const json = { ...token, 'Content-Type': 'application/json' };

interface Reply {
  status: number;
  headers: Headers;
  body: unknown;
}

async function call(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}
const create = (body: unknown, headers: Record<string, string> = json) =>
  call(services, { method: 'POST', headers, body: JSON.stringify(body) });
const show = (headers: Record<string, string>) => call(`${services}/4189d3c2-8882-4871-a3c2-d380272eed83`, { headers });

const failure = (code: string, message: RegExp) => ({
  error_code: code,
  error_msg: expect.stringMatching(message) as string,
});
const literally = (text: string) => new RegExp(`${text.replaceAll(/[[\]().]/g, '\\$&')}( |$)`);

test("without a memory, the request of Huawei Cloud's page gets the response of that page", async () => {
  const stateless = await startMock({ port: 0, stateful: false });
  const { status, headers, body } = await call(
    `${stateless.url}/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services`,
    { method: 'POST', headers: json, body: JSON.stringify(seedRequest) },
  );
  await stateless.close();
  expect(status).toBe(200);
  expect(headers.get('Content-Type')).toBe('application/json');
  expect(body).toEqual(seedResponse);
});

test('a signed request is as good as one with a token', async () => {
  const signed = { Authorization: 'SDK-HMAC-SHA256 Access=a, SignedHeaders=host, Signature=b' };
  expect((await show(signed)).status).toBe(200);
});

test('there is a broken request for at least forty rules', () => {
  expect(brokenRequests.length).toBeGreaterThanOrEqual(40);
});

test.each(brokenRequests)('refused: %s', async (_, field, body, code = 'EndPoint.0002') => {
  expect(await create(body)).toMatchObject({ status: 400, body: failure(code, literally(field)) });
});

test.each(allowedRequests)('accepted: %s', async (_, body) => {
  expect(await create(body)).toMatchObject({ status: 200 });
});

test('a project ID is at most 64 characters long', async () => {
  const url = `${mock.url}/v1/${'p'.repeat(65)}/vpc-endpoint-services`;
  const reply = await call(url, { method: 'POST', headers: json, body: JSON.stringify(seedRequest) });
  expect(reply).toMatchObject({ status: 400, body: failure('EndPoint.0002', /path\.project_id .*64/) });
});

test('a message names every rule that is broken, up to a limit', async () => {
  const { body } = await create({
    server_type: 'XX',
    ports: Array.from({ length: 50 }, (_, n) => ({ client_port: -n })),
  });
  const { error_msg: message } = body as { error_msg: string };
  expect(message).toMatch(/body\.port_id must be given; body\.vpc_id must be given; body\.server_type .*VM, VIP, LB; /);
  expect(message).toMatch(/; and \d+ more\.$/);
  expect(message.length).toBeLessThan(1500);
});

test('a huge list is refused at once, though its items must be unique', async () => {
  const ports = Array.from({ length: 200_000 }, (_, index) => ({ client_port: (index % 65535) + 1 }));
  const started = process.cpuUsage();
  expect(await create({ ...seedRequest, ports })).toMatchObject({
    status: 400,
    body: failure('EndPoint.0002', /body\.ports .*200/),
  });
  // Comparing each with each would take minutes; this is CPU time, and a hundred times what is needed.
  expect(process.cpuUsage(started).user).toBeLessThan(20_000_000);
});

describe('the ID of a request', () => {
  const idOf = (response: Response) => response.headers.get('X-Request-Id');

  test('is in a header of every answer of the API, and another one each time', async () => {
    const replies = [
      await fetch(services, { headers: token }),
      await fetch(services, { headers: token }),
      await fetch(`${services}/nowhere`, { headers: token }),
      await fetch(services, { method: 'OPTIONS' }),
    ];
    const ids = replies.map(idOf);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(ids).size).toBe(replies.length);
    expect(idOf(await fetch(`${mock.url}/_mock/health`))).toBeNull();
  });

  test('is in the bodies of the gateway, and not in those of the service', async () => {
    const ofGateway = await fetch(`${mock.url}/v1/p/nowhere`, { headers: token });
    expect(await ofGateway.json()).toMatchObject({ error_code: 'APIGW.0101', request_id: idOf(ofGateway) });
    const ofService = await fetch(`${services}?limit=-1`, { headers: token });
    expect(Object.keys((await ofService.json()) as object)).toEqual(['error_code', 'error_msg']);
  });
});

describe('answers in the shape of the API', () => {
  test('malformed JSON', async () => {
    const reply = await call(services, { method: 'POST', headers: json, body: '{"port_id": ' });
    expect(reply).toMatchObject({ status: 400, body: failure('EndPoint.0002', /body is not valid JSON/) });
  });
  test('no body', async () => {
    const reply = await call(services, { method: 'POST', headers: json });
    expect(reply).toMatchObject({ status: 400, body: failure('EndPoint.0002', /body must be given/) });
  });
  test('another media type', async () => {
    const reply = await create(seedRequest, { ...token, 'Content-Type': 'text/plain' });
    expect(reply).toMatchObject({ status: 415, body: failure('APIGW.0201', /application\/json.*text\/plain/) });
  });
  test('no credentials', async () => {
    const reply = await create(seedRequest, { 'Content-Type': 'application/json' });
    expect(reply).toMatchObject({ status: 401, body: failure('EndPoint.0003', /X-Auth-Token/) });
  });
  test('an unknown path', async () => {
    const reply = await call(`${mock.url}/v1/p/nowhere`, { headers: token });
    expect(reply).toMatchObject({ status: 404, body: failure('APIGW.0101', /\/v1\/p\/nowhere/) });
  });
  test('a wrong method', async () => {
    const reply = await call(services, { method: 'PATCH', headers: token });
    expect(reply).toMatchObject({ status: 405, body: failure('APIGW.0101', /GET, HEAD, POST, not PATCH/) });
    expect(reply.headers.get('Allow')).toBe('GET, HEAD, POST');
  });
  test('bad percent-encoding', async () => {
    const reply = await call(`${services}/%zz`, { headers: token });
    expect(reply).toMatchObject({ status: 400, body: failure('EndPoint.0002', /percent-encoding/) });
  });
  test('a body over the limit of 12 MB', async () => {
    const reply = await new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
      const request = httpRequest(services, { method: 'POST', headers: json }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          request.destroy();
          resolve({ status: response.statusCode, body: JSON.parse(text) });
        });
      });
      request.on('error', reject);
      request.write(Buffer.alloc(12 * 1024 * 1024 + 1, ' '));
    });
    expect(reply).toMatchObject({ status: 413, body: failure('APIGW.0201', /12 MB/) });
  });
  test('something that is not HTTP', async () => {
    const { hostname, port } = new URL(mock.url);
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(Number(port), hostname, () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => {
        resolve(received);
      });
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(text.split('\r\n\r\n')[1] ?? '')).toMatchObject(failure('APIGW.0201', /not valid HTTP/));
    const [, id] = /^X-Request-Id: ([0-9a-f]{32})$/m.exec(text.replaceAll('\r', '')) ?? [];
    expect(text).toContain(`"request_id":"${id ?? 'none'}"`);
  });
});

describe('Prefer', () => {
  const prefer = (value: string) => show({ ...token, Prefer: value });

  test.each([400, 401, 403, 404, 405, 406, 408, 409, 429, 500, 501, 502, 503, 504])('code=%i', async (code) => {
    const { status, body } = await prefer(`code=${code}`);
    expect(status).toBe(code);
    expect(body).toMatchObject({
      error_code: expect.stringMatching(/^[A-Za-z]+\.\d{4}$/) as string,
      error_msg: expect.stringMatching(/./) as string,
    });
  });
  test('code=407, which fetch keeps to itself', async () => {
    const headers = { ...token, Prefer: 'code=407' };
    const status = await new Promise((resolve, reject) => {
      httpRequest(`${services}/s`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(407);
  });
  test('example=failed', async () => {
    expect(await prefer('example=failed')).toMatchObject({ status: 200, body: { status: 'failed', error: [{}] } });
  });
  test('code and example together', async () => {
    const reply = await prefer('code=400, example=throttled');
    expect(reply).toMatchObject({ status: 400, body: { error_code: 'EndPoint.0022' } });
  });
  test('dynamic=true makes up values that are valid', async () => {
    for (let round = 0; round < 50; round++) {
      const { status, body } = await prefer('dynamic=true');
      expect(status, JSON.stringify(body)).toBe(200);
    }
  });
  test('an unknown choice is refused, with those that there are', async () => {
    expect(await prefer('code=418')).toMatchObject({
      status: 400,
      body: failure('EndPoint.0002', /code=418.*200, 400/),
    });
    expect(await prefer('example=nothing')).toMatchObject({
      status: 400,
      body: failure('EndPoint.0002', /example=nothing.*twoPorts/),
    });
    expect(await prefer('dynamic=maybe')).toMatchObject({
      status: 400,
      body: failure('EndPoint.0002', /dynamic.*true or false/),
    });
  });
  test('an invalid request is refused whatever it prefers', async () => {
    expect(await create({}, { ...json, Prefer: 'code=200' })).toMatchObject({ status: 400 });
  });
  test('other preferences are ignored', async () => {
    expect(await prefer('respond-async, wait=10')).toMatchObject({ status: 200 });
  });
});

test('it says that it is healthy, and which document it answers by', async () => {
  const { status, body } = await call(`${mock.url}/_mock/health`, {});
  expect(status).toBe(200);
  expect(body).toEqual({ status: 'ok', documentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
});
