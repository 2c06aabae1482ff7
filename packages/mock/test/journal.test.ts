import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import {
  ControlError,
  demoCredentials,
  type LogEntry,
  type RecordedRequest,
  RequestWaitError,
  startMock,
} from '../src/index.js';
import { serviceBody } from './api.js';
import { exchange } from './raw-http.js';
import { runMock } from './running.js';
import { sdkDate } from './signed-requests.js';

const run = runMock();
const { owner, consumer } = run;
const services = '/v1/owner/vpc-endpoint-services';

async function send(path: string, init: RequestInit = {}): Promise<Response | undefined> {
  return fetch(run.mock.url + path, { headers: { 'X-Auth-Token': 'any' }, ...init }).then(
    async (response) => {
      await response.text();
      return response;
    },
    // A fault may have cut the connection.
    () => undefined,
  );
}
async function control(path: string, method = 'GET') {
  const response = await fetch(`${run.mock.url}/_mock/${path}`, { method });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
const last = (): RecordedRequest | undefined => run.mock.requests().at(-1);

describe('a request that arrived', () => {
  test('is told at once, however long its headers are, and whatever is in them', async () => {
    const noise = { 'X-One': 'a'.repeat(6_000), 'X-Two': 'a://'.repeat(1_500) };
    for (let count = 0; count < 50; count += 1) await send(services, { headers: { 'X-Auth-Token': 'any', ...noise } });
    const started = performance.now();
    expect(run.mock.requests()).toHaveLength(50);
    // It took 10 s when it took time by the square of their length.
    expect(performance.now() - started).toBeLessThan(2_000);
    const odd = 'a b://c/d?e f ://g?h i://j k#l';
    await send(services, { headers: { 'X-Auth-Token': 'any', 'X-Odd': odd } });
    expect(last()?.headers['x-odd']).toBe('a b://c/d?*** f ://g?h i://j k#l');
  });

  test('tells what was sent, and what was answered', async () => {
    run.mock.clock.advance('1m');
    const service = await owner.ok('createEndpointService', { body: serviceBody(1) });
    expect(run.mock.requests()).toEqual([
      {
        id: expect.any(Number) as number,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
        clock: '2026-01-01T00:01:00Z',
        method: 'POST',
        path: services,
        operation: 'createEndpointService',
        project: 'owner',
        path_parameters: { project_id: 'owner' },
        query: {},
        headers: expect.objectContaining({ 'content-type': 'application/json', 'x-auth-token': '***' }) as object,
        body: serviceBody(1),
        body_bytes: JSON.stringify(serviceBody(1)).length,
        status: 200,
        request_id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        duration_ms: expect.any(Number) as number,
      },
    ]);
    await owner.ok('listServiceDetails', { service: service.id });
    expect(last()?.path_parameters).toEqual({ project_id: 'owner', vpc_endpoint_service_id: service.id });
  });

  test('has its query in the types of the document, and no value of what the document does not have', async () => {
    await send(`${services}?limit=7&status=available&access=hidden`);
    expect(last()?.query).toEqual({ limit: 7, status: 'available', access: '***' });
    await send(`${services}?limit=7&limit=8`);
    expect(last()).toMatchObject({ query: { limit: ['7', '8'] }, status: 400, error_code: 'EndPoint.0006' });
  });

  test('tells what a fault did to it, a cut connection too', async () => {
    run.mock.setFaults([
      { status: 503, times: 1 },
      { drop: 'request', after: 1 },
    ]);
    await send(services);
    await send(services);
    expect(run.mock.requests()).toMatchObject([
      { status: 503, fault: 'status 503' },
      { operation: 'listEndpointService', fault: 'drop request' },
    ]);
    expect(last()).not.toHaveProperty('status');
    expect(run.mock.unexpected()).toEqual([]);
  });

  test('is there before its answer is, and what is read of it changes nothing', async () => {
    await owner.ok('createEndpointService', { body: serviceBody(1) });
    const [read] = run.mock.requests();
    Object.assign(read?.body as object, { port_id: 'changed' });
    expect(last()?.body).toEqual(serviceBody(1));
  });

  test('is left out if it controls the mock, or asks what a page may do', async () => {
    await control('health');
    await control('nothing');
    await send(services, { method: 'OPTIONS' });
    expect(run.mock.requests()).toEqual([]);
  });

  test('is left out if it met what was there before a reset', async () => {
    const underWay = httpRequest(run.mock.url + services, {
      method: 'POST',
      headers: {
        'X-Auth-Token': 'any',
        'Content-Type': 'application/json',
        Expect: '100-continue',
        'Content-Length': 2,
      },
    });
    underWay.flushHeaders();
    await once(underWay, 'continue');
    run.mock.reset();
    underWay.end('{}');
    const [response] = (await once(underWay, 'response')) as [IncomingMessage];
    expect(response.resume().statusCode).toBe(400);
    expect(run.mock.requests()).toEqual([]);
  });
});

describe('secrets', () => {
  test('of headers and of what IAM is sent are left out', async () => {
    await send('/v3/auth/tokens', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Cookie: 'session=hidden',
        'X-Api-Key': 'hidden',
        'X-Security-Token': 'hidden',
        Referer: 'http://user:hidden@app.test/page?code=hidden',
      },
      body: JSON.stringify({
        auth: {
          identity: {
            methods: ['password'],
            password: { user: { name: 'shown', password: 'hidden', domain: { name: 'd' } } },
            token: { id: 'hidden' },
          },
        },
        api_key: 'hidden',
      }),
    });
    expect(JSON.stringify(run.mock.requests())).not.toContain('hidden');
    expect(last()).toMatchObject({
      status: 201,
      headers: { referer: 'http://***@app.test/page?***' },
      body: { auth: { identity: { password: { user: { name: 'shown', password: '***' } } } } },
    });
  });

  test('that are known are left out wherever they are, and the names of signed headers are there', async () => {
    const [token] = demoCredentials.tokens;
    const strict = await startMock({ port: 0, auth: 'strict' });
    await fetch(`${strict.url}/v1/${token}/vpc-endpoint-services?name=${token}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `SDK-HMAC-SHA256 Access=a, SignedHeaders=Host;X-Sdk-Date, Signature=${token}`,
        'X-Note': token,
      },
      body: JSON.stringify({ [token]: [token] }),
    });
    const [request] = strict.requests();
    await strict.close();
    expect(JSON.stringify(request)).not.toContain(token);
    expect(request).toMatchObject({
      status: 401,
      signed_headers: ['host', 'x-sdk-date'],
      headers: { authorization: '***', 'x-note': '***' },
      body: { '***': ['***'] },
      unexpected: true,
    });
  });
});

describe('filters', () => {
  test('name the operation, the project, the method, the path, the status, what is new, and how many', async () => {
    await owner.ok('listEndpointService');
    await consumer.ok('listEndpointService');
    await owner.ok('listEndpoints');
    const [first] = run.mock.requests();
    const found = (filter: Parameters<typeof run.mock.requests>[0]) =>
      run.mock.requests(filter).map(({ operation, project }) => `${project ?? ''} ${operation ?? ''}`);
    expect(found({ operation: 'listEndpointService' })).toEqual([
      'owner listEndpointService',
      'consumer listEndpointService',
    ]);
    expect(found({ project: 'owner' })).toEqual(['owner listEndpointService', 'owner listEndpoints']);
    expect(found({ path: services, method: 'get' })).toEqual(['owner listEndpointService']);
    expect(found({ status: 404 })).toEqual([]);
    expect(found({ since: first?.id ?? -1, limit: 1 })).toEqual(['owner listEndpoints']);
    expect(found({ unexpected: false })).toHaveLength(3);
    expect(await control(`requests?operation=listEndpoints&status=200&since=0&unexpected=false`)).toEqual({
      status: 200,
      body: { requests: JSON.parse(JSON.stringify(run.mock.requests({ operation: 'listEndpoints' }))) as unknown },
    });
    run.mock.clearRequests();
    expect(run.mock.requests()).toEqual([]);
    await owner.ok('listEndpoints');
    expect(await control('requests?operation=createEndpoint', 'DELETE')).toMatchObject({
      status: 400,
      body: { error_msg: 'All requests are forgotten, whatever operation says; leave it out.' },
    });
    expect(run.mock.requests()).toHaveLength(1);
    expect(await control('requests', 'DELETE')).toEqual({ status: 204, body: undefined });
    expect(await control('requests')).toEqual({ status: 200, body: { requests: [] } });
  });

  test.each([
    ['operation=createService', /the filter operation must be one of .*createEndpointService/],
    ['operatoin=createEndpointService', /the filter operatoin is not known; use any of operation, project/],
    ['since=x', /the filter since must be the id of a request/],
    ['status=1e9', /the filter status must be a status from 100 to 599/],
    ['unexpected=1', /the filter unexpected must be true or false/],
    ['path=v1', /the filter path must be a path such as/],
    ['project=a&project=b', /the filter project must be the ID of a project/],
    ['limit=-1', /the filter limit must be an integer from 0 on/],
    ['wait=soon', /timeout must be a number of milliseconds/],
    ['wait=2h', /timeout must be .* at most an hour/],
  ])('that are wrong are refused, whatever has arrived: %s', async (query, message) => {
    await owner.ok('listEndpoints');
    expect(await control(`requests?${query}`)).toEqual({
      status: 400,
      body: { error_code: 'Mock.0400', error_msg: expect.stringMatching(message) as string },
    });
  });

  test('that are wrong are refused in code', () => {
    expect(() => run.mock.requests({ operation: 'nothing' })).toThrow(ControlError);
    expect(() => run.mock.requests([] as object)).toThrow(/a filter must be an object/);
  });
});

describe('unexpected', () => {
  const broken: [string, number, string, RequestInit?][] = [
    ['an unknown path', 404, '/v1/owner/services'],
    ['a world that is not there', 404, '/_world/nobody/v1/owner/vpc-endpoint-services'],
    ['a wrong method', 405, services, { method: 'PATCH' }],
    ['no credentials', 401, services, { headers: {} }],
    ['a wrong query', 400, `${services}?limit=-1`],
    ['a wrong preference', 400, services, { headers: { 'X-Auth-Token': 'any', Prefer: 'code=299' } }],
    [
      'another media type',
      415,
      services,
      { method: 'POST', body: 'a=b', headers: { 'X-Auth-Token': 'any', 'Content-Type': 'text/plain' } },
    ],
    [
      'a broken body',
      400,
      services,
      { method: 'POST', body: '{', headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' } },
    ],
    [
      'a body against the document',
      400,
      services,
      { method: 'POST', body: '{}', headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' } },
    ],
    ['percent signs that escape nothing', 400, '/v1/%/vpc-endpoint-services'],
    ['a wrong call of IAM', 405, '/v3/auth/tokens'],
  ];
  test.each(broken)('is %s', async (_, status, path, init) => {
    await send(path, init);
    expect(run.mock.unexpected()).toMatchObject([{ status, unexpected: true }]);
    expect((await control('requests?unexpected=true')).body).toMatchObject({ requests: [{ status }] });
  });

  test('is what is no HTTP, and what is refused before it is read', async () => {
    await exchange(run.mock.url, 'nonsense\r\n\r\n');
    await exchange(run.mock.url, `GET ${services} HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`);
    expect(run.mock.unexpected()).toMatchObject([{ status: 400 }, { status: 400, path: services }]);
  });

  test('is not what the state refuses, what was asked for, and what a fault answers', async () => {
    await owner.refused('listServiceDetails', 'EndPoint.0005', { service: '00000000-0000-4000-8000-000000000000' });
    await send(services, { headers: { 'X-Auth-Token': 'any', Prefer: 'code=404' } });
    run.mock.setFaults([{ status: 400, times: 1 }]);
    await send(services);
    await owner.ok('listEndpointService');
    expect(run.mock.requests().map(({ status }) => status)).toEqual([404, 404, 400, 200]);
    expect(run.mock.unexpected()).toEqual([]);
  });
});

describe('waiting', () => {
  test('resolves at once with the first that is there, and with a new one since another', async () => {
    await owner.ok('listEndpointService', { query: { limit: 1 } });
    await owner.ok('listEndpointService', { query: { limit: 2 } });
    const first = await run.mock.waitForRequest({ operation: 'listEndpointService' });
    expect(first.query).toEqual({ limit: 1 });
    const second = await run.mock.waitForRequest({ operation: 'listEndpointService', since: first.id });
    expect(second.query).toEqual({ limit: 2 });
  });

  test('resolves with the next that arrives, also by a function', async () => {
    const byFilter = run.mock.waitForRequest({ operation: 'createEndpointService' });
    const byFunction = run.mock.waitForRequest(
      ({ body }) => (body as { port_id?: string } | undefined)?.port_id !== undefined,
    );
    const overHttp = control('requests?operation=createEndpointService&wait=4s');
    await owner.ok('listEndpointService');
    await owner.ok('createEndpointService', { body: serviceBody(3) });
    expect((await byFilter).body).toEqual(serviceBody(3));
    expect(await byFunction).toEqual(await byFilter);
    expect((await overHttp).body).toMatchObject({ requests: [{ body: serviceBody(3) }] });
  });

  test('ends after its time, and tells what has arrived instead', async () => {
    await owner.ok('listEndpointService', { query: { limit: 3 } });
    const waiting = run.mock.waitForRequest({ operation: 'createEndpointService' }, { timeout: '20ms' });
    const error = await waiting.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(RequestWaitError);
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /^No such request has arrived within 0\.02 s\. This one has arrived:\n {2}\d+\. GET \/v1\/owner\/vpc-endpoint-services \{"limit":3\} 200 listEndpointService$/,
      ) as string,
      arrived: run.mock.requests(),
    });
    expect(await control('requests?operation=createEndpointService&wait=20ms')).toMatchObject({
      status: 504,
      body: { error_code: 'Mock.0504', error_msg: expect.stringMatching(/^No such request has arrived/) as string },
    });
  });

  test('ends at once with a reset, however many wait and whatever has arrived', async () => {
    for (let count = 0; count < 500; count++) await send(`${services}?limit=${count}`);
    const waiting = Promise.allSettled(
      Array.from({ length: 1000 }, () => run.mock.waitForRequest({ operation: 'createEndpoint' }, { timeout: '1h' })),
    );
    const started = process.cpuUsage();
    run.mock.reset();
    const ended = await waiting;
    // To put the requests into words for each that waits took ten seconds and more.
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2);
    expect(ended.map(({ status }) => status)).toEqual(ended.map(() => 'rejected'));
  });

  test('ends with a reset, and with the mock', async () => {
    const waiting = expect(run.mock.waitForRequest()).rejects.toThrow(
      /^The mock was reset before such a request arrived\. No request has arrived at all\.$/,
    );
    run.mock.reset();
    await waiting;
    const other = await startMock({ port: 0 });
    const closed = expect(other.waitForRequest()).rejects.toThrow(/^The mock was closed/);
    await other.close();
    await closed;
    await expect(other.waitForRequest()).rejects.toThrow(/^The mock was closed/);
  });

  test('gives the mistake of a function to whoever waits, and not to whoever sends', async () => {
    const waiting = expect(
      run.mock.waitForRequest(() => {
        throw new TypeError('mistaken');
      }),
    ).rejects.toThrow('mistaken');
    await owner.ok('listEndpointService');
    await waiting;
  });
});

test('what a refused signature is about is told without what is called like credentials', async () => {
  const log: LogEntry[] = [];
  const strict = await startMock({ port: 0, auth: 'strict', log: (entry) => log.push(entry) });
  const [key] = demoCredentials.accessKeys;
  await fetch(`${strict.url}/v1/p/vpc-endpoints`, {
    headers: {
      Authorization: `SDK-HMAC-SHA256 Access=${key.accessKeyId}, SignedHeaders=cookie;x-api-key;x-note;x-sdk-date, Signature=a`,
      Cookie: 'session=hidden',
      'X-Api-Key': 'hidden',
      'X-Note': 'shown',
      'X-Sdk-Date': sdkDate(new Date()),
    },
  });
  const told = JSON.stringify([strict.requests(), strict.auth(), log]);
  await strict.close();
  expect(told).toContain('x-note:shown');
  expect(told).not.toContain('hidden');
});

describe('the journal is bounded', () => {
  test('to a thousand requests, the last ones', async () => {
    for (let count = 0; count < 1010; count += 1) await owner.send('listEndpoints');
    const kept = run.mock.requests();
    expect(kept).toHaveLength(1000);
    expect((kept.at(-1)?.id ?? 0) - (kept[0]?.id ?? 0)).toBe(999);
  });

  test('to 10 MB with what was answered', async () => {
    const path = `/v1/p/${'x'.repeat(14_000)}`;
    // The path is in what was sent, in the entry of the log, and in what was answered.
    for (let count = 0; count < 300; count += 1) await send(path);
    expect(run.mock.requests().length).toBeLessThan(10_000_000 / (3 * path.length));
    expect(run.mock.requests().length).toBeGreaterThan(200);
  });

  test('to 64 kB of a body, and 10 MB in all, of which the oldest bodies give way', async () => {
    const sized = (length: number) => ({ ...serviceBody(1), description: 'x'.repeat(length) });
    await owner.send('createEndpointService', { body: sized(64_000) });
    expect(last()).toMatchObject({ body_bytes: JSON.stringify(sized(64_000)).length });
    expect(last()).not.toHaveProperty('body');
    for (let count = 0; count < 180; count += 1) await owner.send('createEndpointService', { body: sized(60_000) });
    const bodies = run.mock.requests().map(({ body }) => body !== undefined);
    expect(bodies).toHaveLength(181);
    const kept = bodies.filter(Boolean).length;
    expect(kept).toBeGreaterThan(155);
    expect(kept).toBeLessThan(167);
    expect(bodies.lastIndexOf(false)).toBe(bodies.length - kept - 1);
  });
});
