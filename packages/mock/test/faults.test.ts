import { errors as documented } from '@vpcep/openapi/documents';
import { describe, expect, test } from 'vitest';
import { demoCredentials, type Fault, startMock } from '../src/index.js';
import { serviceBody } from './api.js';
import { controlOf, errorResponse } from './control-route.js';
import { runMock } from './running.js';

const run = runMock();
const { owner, consumer } = run;
const control = controlOf(run);

describe('faults', () => {
  const list = () => owner.send('listEndpointService');

  test('answer with a code or a status, for as long and as often as asked', async () => {
    const faults: Fault[] = [
      { operation: 'listEndpointService', error: 'EndPoint.0022', after: 1, times: 2 },
      { operation: 'listEndpoints', status: 503 },
    ];
    expect(await control('PUT', 'faults', { faults })).toMatchObject({ status: 204 });
    expect((await control('GET', 'faults')).body).toMatchObject({ faults });
    const replies = [await list(), await list(), await list(), await list()];
    expect(replies.map(({ status }) => status)).toEqual([200, 400, 400, 200]);
    expect(replies[1]?.body).toMatchObject({ error_code: 'EndPoint.0022' });
    expect(await owner.send('listEndpoints')).toMatchObject({ status: 503, body: { error_code: 'APIGW.0201' } });
    expect(await control('DELETE', 'faults')).toMatchObject({ status: 204 });
    expect(await owner.send('listEndpoints')).toMatchObject({ status: 200 });
  });

  test.each([
    [400, 'APIGW.0201'],
    [401, 'APIGW.0301'],
    [403, 'APIGW.0302'],
    [404, 'APIGW.0101'],
    [405, 'APIGW.0101'],
    [409, 'APIGW.0201'],
    [429, 'APIGW.0308'],
    [500, 'APIGW.0201'],
    [502, 'APIGW.0201'],
    [503, 'APIGW.0201'],
    [504, 'APIGW.0201'],
  ])('that name status %i alone answer with a code that fits it, %s', async (status, code) => {
    run.mock.setFaults([{ status }]);
    const { message } = documented.find((error) => error.code === code) ?? {};
    expect(await list()).toMatchObject({
      status,
      body: {
        error_code: code,
        error_msg: `${message ?? ''} The mock was told to answer with status ${status}.`,
        request_id: expect.any(String) as string,
      },
    });
  });

  test('answer with a code of the gateway', async () => {
    run.mock.setFaults([{ error: 'APIGW.0303' }]);
    expect(await list()).toMatchObject({ status: 401, body: { error_code: 'APIGW.0303' } });
  });

  test('throttle, and say when to try again', async () => {
    run.mock.setFaults([{ error: 'EndPoint.0022', retryAfter: '1500ms' }]);
    const response = await fetch(`${run.mock.url}/v1/p/quotas`, { headers: { 'X-Auth-Token': 'any' } });
    expect([response.status, response.headers.get('Retry-After')]).toEqual([400, '2']);
    await response.text();
  });

  test('happen by chance, the same each time', async () => {
    const draw = async () => {
      run.mock.reset();
      run.mock.setFaults([{ status: 500, rate: 0.3 }]);
      const statuses: number[] = [];
      for (let call = 0; call < 100; call++) statuses.push((await list()).status);
      return statuses;
    };
    const first = await draw();
    expect(await draw()).toEqual(first);
    const hits = first.filter((status) => status === 500).length;
    expect(hits).toBeGreaterThan(10);
    expect(hits).toBeLessThan(60);
  });

  test('hold answers back', async () => {
    run.mock.setFaults([
      { latency: '80ms' },
      { latency: { min: 20, max: '30ms' } },
      { latency: { median: 5, p99: 10 } },
    ]);
    const started = performance.now();
    await owner.ok('listEndpointService');
    expect(performance.now() - started).toBeGreaterThan(95);
  });

  test('cut connections, before the request takes effect or after', async () => {
    const creates = () => owner.send('createEndpointService', { body: serviceBody(1) });
    run.mock.setFaults([{ operation: 'createEndpointService', drop: 'request', times: 1 }]);
    await expect(creates()).rejects.toThrow();
    expect((await owner.ok('listEndpointService')).total_count).toBe(0);
    run.mock.setFaults([{ operation: 'createEndpointService', drop: 'answer', times: 1 }]);
    await expect(creates()).rejects.toThrow();
    expect((await owner.ok('listEndpointService')).total_count).toBe(1);
  });

  test.each([
    [{}, /body\.faults is missing/],
    [
      { faults: [{ operation: 'createService', status: 500 }] },
      /body\.faults\[0\]\.operation must be one of .*createService/,
    ],
    [{ faults: [{ rate: 0.5 }] }, /body\.faults\[0\] does nothing; give it one of status/],
    [{ faults: [{ status: 500, rate: 2 }] }, /body\.faults\[0\]\.rate must be <= 1/],
    [{ faults: [{ error: 'EndPoint.9999' }] }, /body\.faults\[0\]\.error must be a code of the error catalogue/],
    [{ faults: [{ latency: { min: 1 } }] }, /body\.faults\[0\]\.latency\.max is missing/],
    [{ faults: [{ latency: 'x' }] }, /body\.faults\[0\]\.latency must be a number of milliseconds/],
    [{ faults: [{ drop: 'all' }] }, /body\.faults\[0\]\.drop must be one of request, answer/],
    [{ faults: [{ latency: 1, retryAfter: 1 }] }, /retryAfter needs status or error/],
    [{ faults: [], fualts: [] }, /body\.fualts is not known/],
    [{ faults: [{ status: 503, drop: 'answer' }] }, /faults\[0\]\.drop does not go together with status; leave one/],
    [{ faults: [{ error: 'EndPoint.0001', creationFails: 'EndPoint.3001' }] }, /creationFails does not go .* error/],
    [{ faults: [{ drop: 'request', creationFails: 'EndPoint.3001' }] }, /creationFails does not go .* drop/],
    [
      { faults: [{ operation: 'listEndpoints', creationFails: 'EndPoint.3001' }] },
      /operation must be one of createEndpointService, createEndpoint, not 'listEndpoints'/,
    ],
    [{ faults: [{ method: 'GET', script: [{ creationFails: 'EndPoint.3001' }] }] }, /method must be one of POST, not/],
    [{ faults: [{ status: 503, nth: 0 }] }, /faults\[0\]\.nth must be >= 1/],
    [{ faults: [{ status: 503, nth: [] }] }, /faults\[0\]\.nth must NOT have fewer than 1 items/],
    [{ faults: [{ status: 503, nth: [1, 'x'] }] }, /faults\[0\]\.nth\[1\] must be integer/],
    [{ faults: [{ status: 503, nth: 2, after: 1 }] }, /after does not go together with nth; leave one of them out/],
    [{ faults: [{ status: 503, nth: 2, times: 1 }] }, /times does not go together with nth/],
    [{ faults: [{ script: [503], times: 1 }] }, /times does not go together with script/],
    [{ faults: [{ script: [503], status: 503 }] }, /status does not go together with script/],
    [{ faults: [{ script: [503], rate: 0.5 }] }, /rate does not go together with script/],
    [{ faults: [{ script: [503], nth: 1 }] }, /nth does not go together with script/],
    [{ faults: [{ status: 503, repeat: true }] }, /repeat needs script/],
    [{ faults: [{ script: [] }] }, /script must NOT have fewer than 1 items/],
    [{ faults: [{ script: [503, 'skip'] }] }, /script\[1\] must be a status from 400 to 599, 'pass', or an object/],
    [{ faults: [{ script: [200] }] }, /script\[0\] must be a status from 400 to 599/],
    [{ faults: [{ script: [{}] }] }, /script\[0\] does nothing; give it one of status/],
    [{ faults: [{ script: ['pass', { after: 1, status: 503 }] }] }, /script\[1\]\.after is not known/],
    [{ faults: [{ script: [{ status: 503, drop: 'request' }] }] }, /script\[0\]\.drop does not go .* status/],
    [{ faults: [{ status: 503, project: '' }] }, /project must NOT have fewer than 1 characters/],
    [{ faults: [{ status: 503, project: 'p', path: { project_id: 'p' } }] }, /project says what path\.project_id says/],
    [
      { faults: [{ status: 503, operation: 'listVersionDetails', project: 'p' }] },
      /project: the path of listVersionDetails has no project_id; leave it out/,
    ],
    [
      { faults: [{ status: 503, operation: 'listServiceDetails', path: { service_id: 's' } }] },
      /path\.service_id is a parameter that listServiceDetails does not have; .* project_id, vpc_endpoint_service_id\./,
    ],
    [{ faults: [{ status: 503, path: { service_id: 's' } }] }, /path\.service_id is a parameter that no operation has/],
    [{ faults: [{ status: 503, query: { limits: '1' } }] }, /query\.limits is .* no operation has; .*limit/],
    [
      { faults: [{ status: 503, operation: 'createEndpoint', query: { limit: '1' } }] },
      /query\.limit is a parameter that createEndpoint does not have; leave it out/,
    ],
    [{ faults: [{ status: 503, query: { limit: 1 } }] }, /query\.limit must be string/],
    [
      { faults: [{ status: 503, path: { vpc_endpoint_id: 'e', vpc_endpoint_service_id: 's' } }] },
      /faults\[0\] is for no operation: none has all of its method, path and query/,
    ],
    [{ faults: [{ status: 503, method: 'post' }] }, /method must be one of GET, POST, PUT, DELETE, not 'post'/],
    [
      { faults: [{ status: 503, operation: 'createEndpoint', method: ['POST', 'PUT'] }] },
      /method must be POST, that of createEndpoint, not 'PUT'; leave it out/,
    ],
    [
      { faults: [{ status: 503, headers: { 'X Client': 'ci' } }] },
      /headers: 'X Client' cannot be the name of a header/,
    ],
  ])('%j is refused, and changes nothing', async (body, message) => {
    const before: Fault[] = [{ operation: 'listEndpointService', status: 503, after: 1 }];
    run.mock.setFaults(before);
    expect(await list()).toMatchObject({ status: 200 });
    expect(await control('PUT', 'faults', body)).toEqual(errorResponse(message));
    expect(run.mock.faults()).toEqual(before);
    expect(run.mock.faultCounts()).toEqual([{ calls: 1, hits: 0 }]);
    expect(await list()).toMatchObject({ status: 503 });
  });
});

describe('a fault is for', () => {
  const statusesOf = async (...calls: (() => Promise<{ status: number }>)[]) => {
    const statuses: number[] = [];
    for (const call of calls) statuses.push((await call()).status);
    return statuses;
  };

  test('one project alone', async () => {
    run.mock.setFaults([{ project: 'consumer', status: 503 }]);
    const calls = [owner, consumer].map((tenant) => () => tenant.send('listEndpoints'));
    expect(await statusesOf(...calls)).toEqual([200, 503]);
    const versions = () => owner.send('listVersionDetails');
    expect(await statusesOf(versions)).toEqual([200]);
  });

  test.each([
    ['a/b', 'a%2Fb'],
    ['ü', '%C3%BC'],
    ['__proto__', '__proto__'],
  ])('the project %s, however it is written in the path', async (project, segment) => {
    run.mock.setFaults([{ project, status: 503 }]);
    const send = (part: string) => () =>
      fetch(`${run.mock.url}/v1/${part}/quotas`, { headers: { 'X-Auth-Token': 'any' } });
    expect(await statusesOf(send(segment), send('other'))).toEqual([503, 200]);
  });

  test('one resource alone, by a value of the path', async () => {
    const [first, second] = [1, 2].map((number) => owner.ok('createEndpointService', { body: serviceBody(number) }));
    const [one, other] = [(await first)?.id ?? '', (await second)?.id ?? ''];
    run.mock.setFaults([{ path: { vpc_endpoint_service_id: one }, status: 503 }]);
    const calls = [one, other].map((service) => () => owner.send('listServiceDetails', { service }));
    const list = () => owner.send('listEndpointService');
    expect(await statusesOf(...calls, list)).toEqual([503, 200, 200]);
  });

  test('a value of the query, one of several too', async () => {
    run.mock.setFaults([{ query: { limit: '1*' }, status: 503 }]);
    const send = (query: string) => () =>
      fetch(`${run.mock.url}/v1/p/vpc-endpoints${query}`, { headers: { 'X-Auth-Token': 'any' } });
    expect(
      await statusesOf(send('?limit=10'), send('?limit=2'), send(''), send('?LIMIT=1'), send('?limit=2&limit=1')),
    ).toEqual([503, 200, 200, 200, 503]);
  });

  test.each([
    ['ci', 'ci', true],
    ['ci', 'ci-7', false],
    ['ci-*', 'ci-7', true],
    ['ci-*', 'ci', false],
    ['*', 'anything', true],
    ['*-*-7', 'a-b-c-7', true],
    ['*ab', 'aab', true],
    ['ab*ba', 'aba', false],
    ['*a*a', 'a', false],
    ['a*b*c', 'acb', false],
    ['a.c', 'abc', false],
    ['CI', 'ci', false],
  ])('the header %j, of which %j is one: %s', async (pattern, value, matches) => {
    run.mock.setFaults([{ headers: { 'X-CLIENT': pattern }, status: 503 }]);
    const call = (headers: Record<string, string>) => () => owner.send('listEndpoints', { headers });
    expect(await statusesOf(call({ 'x-Client': value }), call({}))).toEqual([matches ? 503 : 200, 200]);
  });

  test('a header that is called like what every object has', async () => {
    run.mock.setFaults([{ headers: { constructor: '*' }, status: 503 }]);
    expect(await owner.send('listEndpoints')).toMatchObject({ status: 200 });
    expect(await owner.send('listEndpoints', { headers: { Constructor: 'x' } })).toMatchObject({ status: 503 });
  });

  test('a pattern of many stars, which takes no time', async () => {
    run.mock.setFaults([{ headers: { 'X-Long': `${'*a'.repeat(4000)}*b` }, status: 503 }]);
    const started = performance.now();
    await owner.send('listEndpoints', { headers: { 'X-Long': 'a'.repeat(8000) } });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('the methods that change something', async () => {
    run.mock.setFaults([{ method: ['POST', 'PUT', 'DELETE'], status: 503 }]);
    const create = () => owner.send('createEndpointService', { body: serviceBody(1) });
    expect(await statusesOf(create, () => owner.send('listEndpointService'))).toEqual([503, 200]);
  });

  test('the calls that match all that it says', async () => {
    run.mock.setFaults([
      {
        operation: 'listEndpoints',
        project: 'owner',
        headers: { 'X-Client': 'ci' },
        query: { limit: '5' },
        status: 503,
      },
    ]);
    const headers = { 'X-Client': 'ci' };
    const query = { limit: 5 };
    expect(
      await statusesOf(
        () => owner.send('listEndpoints', { headers, query }),
        () => owner.send('listEndpointService', { headers, query }),
        () => consumer.send('listEndpoints', { headers, query }),
        () => owner.send('listEndpoints', { query }),
        () => owner.send('listEndpoints', { headers }),
      ),
    ).toEqual([503, 200, 200, 200, 200]);
    expect(run.mock.faultCounts()).toEqual([{ calls: 1, hits: 1 }]);
  });

  test('IAM where it says so, and otherwise not', async () => {
    const ask = (path: string, init?: RequestInit) => () =>
      fetch(`${run.mock.url}${path}`, { headers: { 'X-Auth-Token': 'any' }, ...init });
    const user = { name: 'u', password: 'p', domain: { name: 'd' } };
    const body = JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } } } });
    const token = ask('/v3/auth/tokens', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
    const projects = ask('/v3/projects?name=cn-north-4');
    const list = () => owner.send('listEndpoints');
    run.mock.setFaults([{ status: 503 }]);
    expect(await statusesOf(token, projects, list)).toEqual([201, 200, 503]);
    run.mock.setFaults([
      { operation: 'KeystoneCreateUserTokenByPassword', status: 503 },
      { operation: 'KeystoneListProjects', query: { name: 'cn-*' }, error: 'APIGW.0308' },
    ]);
    expect(await statusesOf(token, projects, ask('/v3/projects'), list)).toEqual([503, 429, 200, 200]);
    run.mock.setFaults([{ operation: 'KeystoneListProjects', drop: 'answer' }]);
    await expect(projects()).rejects.toThrow();
  });
});

describe('a fault happens', () => {
  const list = () => owner.send('listEndpoints');
  const statuses = async (count: number) => {
    const found: number[] = [];
    for (let call = 0; call < count; call++) found.push((await list()).status);
    return found;
  };

  test('at the calls that it names, of those that match', async () => {
    run.mock.setFaults([{ operation: 'listEndpoints', nth: [1, 4], status: 503 }]);
    await owner.send('listEndpointService');
    expect(await statuses(5)).toEqual([503, 200, 200, 503, 200]);
    run.mock.setFaults([{ nth: 3, status: 503 }]);
    expect(await statuses(4)).toEqual([200, 200, 503, 200]);
  });

  test('by a script, step by step, and then no more', async () => {
    run.mock.setFaults([
      {
        operation: 'listEndpoints',
        script: [503, { status: 429, retryAfter: '3s' }, 'pass', { error: 'EndPoint.0001' }, { drop: 'answer' }],
      },
    ]);
    expect(await statuses(4)).toEqual([503, 429, 200, 500]);
    await expect(list()).rejects.toThrow();
    expect(await statuses(2)).toEqual([200, 200]);
    expect(run.mock.faultCounts()).toEqual([{ calls: 7, hits: 4 }]);
  });

  test('by a script that begins late, and anew', async () => {
    run.mock.setFaults([{ script: [503, 'pass'], after: 1, repeat: true }]);
    expect(await statuses(6)).toEqual([200, 503, 200, 503, 200, 503]);
  });

  test('by a script whose step holds the answer back', async () => {
    run.mock.setFaults([{ script: ['pass', { latency: '80ms' }] }]);
    await list();
    const started = performance.now();
    expect(await list()).toMatchObject({ status: 200 });
    expect(performance.now() - started).toBeGreaterThan(75);
  });

  test('by a script that lets what is created fail', async () => {
    run.mock.setFaults([{ script: ['pass', { creationFails: 'EndPoint.3001' }] }]);
    const ids = [];
    for (const number of [1, 2]) ids.push((await owner.ok('createEndpointService', { body: serviceBody(number) })).id);
    run.mock.clock.advance('1m');
    const shown = await Promise.all(ids.map((service) => owner.ok('listServiceDetails', { service })));
    expect(shown.map(({ status }) => status)).toEqual(['available', 'failed']);
  });

  test('at the calls that create, if all that it does is to let what is created fail', async () => {
    run.mock.setFaults([{ creationFails: 'EndPoint.3001', times: 1 }]);
    await list();
    const { id: service } = await owner.ok('createEndpointService', { body: serviceBody(1) });
    run.mock.clock.advance('1m');
    expect((await owner.ok('listServiceDetails', { service })).status).toBe('failed');
    expect(run.mock.faultCounts()).toEqual([{ calls: 1, hits: 1 }]);
  });

  test('while others are answered: one that is held back holds nobody up', async () => {
    run.mock.setFaults([{ script: [{ latency: '1h' }, 503, 503] }]);
    const stop = new AbortController();
    const held = fetch(`${run.mock.url}/v1/p/quotas`, { headers: { 'X-Auth-Token': 'any' }, signal: stop.signal });
    await expect.poll(() => run.mock.faultCounts()).toEqual([{ calls: 1, hits: 1 }]);
    expect(await statuses(3)).toEqual([503, 503, 200]);
    stop.abort();
    await expect(held).rejects.toThrow();
  });

  test('before the request is looked at, broken JSON too', async () => {
    run.mock.setFaults([{ status: 503, times: 2 }]);
    const send = async (body: string) => {
      const headers = { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' };
      return (await fetch(`${run.mock.url}/v1/p/vpc-endpoints`, { method: 'POST', headers, body })).status;
    };
    expect([await send('{}'), await send('{'), await send('{'), await send('{}')]).toEqual([503, 503, 400, 400]);
  });

  test('to whoever is let in, and not to others', async () => {
    const strict = await startMock({ port: 0, auth: 'strict' });
    strict.setFaults([{ status: 503, times: 1 }]);
    const send = async (token: string) =>
      (await fetch(`${strict.url}/v1/p/quotas`, { headers: { 'X-Auth-Token': token } })).status;
    const [known] = demoCredentials.tokens;
    expect([await send('wrong'), await send(known), await send(known)]).toEqual([401, 503, 200]);
    await strict.close();
  });

  test('together with others: latencies add up, the first answer counts, and its connection may break', async () => {
    run.mock.setFaults([
      { status: 503, times: 2 },
      { status: 500, times: 3 },
      { drop: 'answer', nth: 2 },
    ]);
    expect(await list()).toMatchObject({ status: 503 });
    await expect(list()).rejects.toThrow();
    expect(await statuses(2)).toEqual([500, 200]);
    expect(run.mock.faultCounts()).toEqual([
      { calls: 4, hits: 2 },
      { calls: 4, hits: 3 },
      { calls: 4, hits: 1 },
    ]);
  });
});

test('what the control shows of faults it takes back, with counts that begin anew', async () => {
  const faults: Fault[] = [
    { operation: 'listEndpoints', project: 'owner', headers: { 'X-Client': '*' }, nth: [2, 3], status: 503 },
    { path: { vpc_endpoint_id: 'e' }, script: [503, 'pass', { latency: { min: 1, max: '2ms' } }], repeat: true },
    { method: 'GET', query: { limit: '5' }, rate: 0, after: 1, times: 4, error: 'EndPoint.0022', retryAfter: 3 },
  ];
  run.mock.setFaults(faults);
  await owner.send('listEndpoints', { headers: { 'X-Client': 'a' }, query: { limit: 5 } });
  const shown = await control('GET', 'faults');
  const counts = [
    { calls: 1, hits: 0 },
    { calls: 0, hits: 0 },
    { calls: 1, hits: 0 },
  ];
  expect(shown).toEqual({ status: 200, body: { faults, counts } });
  expect(await control('PUT', 'faults', shown.body)).toMatchObject({ status: 204 });
  expect(run.mock.faults()).toEqual(faults);
  expect(run.mock.faultCounts()).toEqual(counts.map(() => ({ calls: 0, hits: 0 })));
  expect(await control('DELETE', 'faults')).toMatchObject({ status: 204 });
  expect(run.mock.faultCounts()).toEqual([]);
});

test('who changes the faults that were shown or set changes nothing at the mock', async () => {
  const given: Fault = { status: 503, project: 'owner' };
  run.mock.setFaults([given]);
  given.status = 500;
  for (const fault of run.mock.faults()) fault.status = 501;
  expect(await owner.send('listEndpoints')).toMatchObject({ status: 503 });
});
