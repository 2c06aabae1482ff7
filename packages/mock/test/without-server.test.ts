import { describe, expect, test, vi } from 'vitest';
import { createMock, type PageMockOptions } from '../src/browser.js';
import { startMock } from '../src/index.js';
import { serviceBody } from './api.js';

const services = 'https://vpcep.cn-north-4.myhuaweicloud.com/v1/owner/vpc-endpoint-services';
const token = { 'X-Auth-Token': 'any' };
const creation = (number: number, signal?: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: { ...token, 'Content-Type': 'application/json' },
  body: JSON.stringify(serviceBody(number)),
  ...(signal === undefined ? {} : { signal }),
});
const mockOf = (options: Omit<PageMockOptions, 'persist'> = {}) => createMock({ clock: 'manual', ...options });

describe('a mock without a server', () => {
  test('takes no word for a method that is none of a route', async () => {
    const mock = createMock();
    for (const path of ['/_mock/health', '/v1/p/vpc-endpoints', '/v3/projects']) {
      for (const method of ['toString', 'constructor', 'BREW']) {
        expect([path, method, (await mock.fetch(`http://vpcep.example${path}`, { method })).status]).toEqual([
          path,
          method,
          405,
        ]);
      }
    }
  });

  test('remembers what it is told, whatever host it is told it by', async () => {
    const mock = mockOf();
    const created = await mock.fetch(services, creation(1));
    expect(created.status).toBe(200);
    mock.clock.advance('3s');
    const listed = await mock.fetch('http://127.0.0.1:4010/v1/owner/vpc-endpoint-services', { headers: token });
    expect(await listed.json()).toMatchObject({ total_count: 1, endpoint_services: [{ status: 'available' }] });
    expect(mock.state().services).toHaveLength(1);
  });

  test('answers as the server does, but for names of requests and what HTTP adds', async () => {
    const server = await startMock({ port: 0, clock: 'manual' });
    const mock = mockOf();
    const requests: [path: string, init: RequestInit][] = [
      ['/v1/owner/vpc-endpoint-services', creation(1)],
      ['/v1/owner/vpc-endpoint-services?limit=-1', { headers: token }],
      ['/v1/owner/vpc-endpoint-services', { ...creation(2), body: '{' }],
      ['/v1/owner/vpc-endpoint-services', { method: 'PUT', headers: token }],
      ['/v1/owner/vpc-endpoint-services', {}],
      ['/v1/own%E4er/vpc-endpoint-services', {}],
      ['/no/such/path', {}],
      ['/_mock/state', {}],
      ['/_mock/faults', { method: 'DELETE' }],
      ['/v3/projects?name=cn-north-4', { headers: { ...token, 'X-Custom': 'any' } }],
    ];
    const described = async (response: Response) => ({
      status: response.status,
      type: response.headers.get('Content-Type'),
      allow: response.headers.get('Allow'),
      body: (await response.text()).replaceAll(/"request_id":"\w+"/g, ''),
    });
    for (const [path, init] of requests) {
      const expected = await described(await fetch(server.url + path, init));
      expect(await described(await mock.fetch(server.url + path, init)), path).toEqual(expected);
    }
    await server.close();
  });

  test('takes what fetch takes, and is passed on alone', async () => {
    const { fetch } = mockOf();
    const request = new Request(services, { headers: token });
    for (const [input, init] of [
      [services, { headers: token }],
      [new URL(services), { headers: token }],
      [request],
    ] as [string, RequestInit?][]) {
      const response = await fetch(input, init);
      expect(response.ok).toBe(true);
      expect(response.url).toBe(services);
    }
    await expect(fetch('no address')).rejects.toThrow(TypeError);
    await expect(fetch(services, { method: 'GET', body: 'x' })).rejects.toThrow(TypeError);
  });

  test('tells where a response is from as fetch does, a copy of it too', async () => {
    const response = await mockOf().fetch(`${services}?limit=1#there`, { headers: token });
    expect([response.url, response.clone().url, response.clone().clone().url]).toEqual(
      Array.from({ length: 3 }, () => `${services}?limit=1`),
    );
    expect(await response.clone().json()).toEqual(await response.json());
  });

  test('answers in the shape of the gateway, dates its answers and names their requests', async () => {
    const response = await mockOf().fetch(services);
    expect(response.status).toBe(401);
    expect(Date.parse(response.headers.get('Date') ?? '')).toBeGreaterThan(Date.now() - 5000);
    expect(response.headers.get('X-Request-Id')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('refuses a body over the limit, and takes one of any kind of data', async () => {
    const mock = mockOf();
    const tooLarge = await mock.fetch(services, { ...creation(1), body: ' '.repeat(12 * 1024 * 1024 + 1) });
    expect(tooLarge.status).toBe(413);
    const bytes = new TextEncoder().encode(JSON.stringify(serviceBody(1)));
    expect((await mock.fetch(services, { ...creation(1), body: bytes })).status).toBe(200);
    expect(
      (await mock.fetch(services, { ...creation(2), body: new Blob([JSON.stringify(serviceBody(2))]) })).status,
    ).toBe(200);
  });

  test('verifies signatures by the host of the address', async () => {
    const mock = mockOf({ auth: 'strict' });
    await mock.fetch(services, { headers: { Authorization: signatureOfNobody, 'X-Sdk-Date': sdkDate() } });
    const [refused] = mock.auth().refused;
    expect(refused?.canonicalRequest?.find(({ part }) => part === 'headers')?.lines).toContain(
      'host:vpcep.cn-north-4.myhuaweicloud.com',
    );
  });

  test.each(['request', 'answer'] as const)('fails as a network does when a fault drops the %s', async (drop) => {
    const mock = mockOf();
    mock.setFaults([{ drop, times: 1 }]);
    await expect(mock.fetch(services, creation(1))).rejects.toThrow(TypeError);
    expect(mock.state().services).toHaveLength(drop === 'answer' ? 1 : 0);
  });

  test('gives up waiting for an answer that is held back when the request is aborted', async () => {
    const mock = mockOf();
    mock.setFaults([{ latency: '60s' }]);
    const controller = new AbortController();
    const answer = mock.fetch(services, creation(1, controller.signal));
    const reason = new Error('no longer wanted');
    setTimeout(() => {
      controller.abort(reason);
    });
    await expect(answer).rejects.toBe(reason);
    await expect(mock.fetch(services, creation(1, controller.signal))).rejects.toBe(reason);
    await expect(mock.fetch(services, creation(1, AbortSignal.timeout(5)))).rejects.toThrow('aborted due to timeout');
  });

  test('logs what it answers', async () => {
    const entries: unknown[] = [];
    const mock = mockOf({ log: (entry) => entries.push(entry) });
    await mock.fetch(services, creation(1));
    expect(entries).toMatchObject([
      { event: 'request', method: 'POST', status: 200, operation: 'createEndpointService' },
    ]);
  });

  test('tells what has arrived, and what comes', async () => {
    const mock = mockOf();
    const coming = mock.waitForRequest({ operation: 'createEndpointService' });
    await mock.fetch(services, creation(1));
    expect(await coming).toMatchObject({ project: 'owner', body: serviceBody(1), status: 200 });
    await mock.fetch('https://vpcep.cn-north-4.myhuaweicloud.com/v1/owner/services', { headers: token });
    expect(mock.requests()).toHaveLength(2);
    expect(mock.unexpected()).toMatchObject([{ path: '/v1/owner/services' }]);
    mock.clearRequests();
    expect(mock.requests()).toEqual([]);
    const never = mock.waitForRequest();
    await Promise.all([expect(never).rejects.toThrow('The mock was closed'), mock.close()]);
  });

  test('has worlds, which see nothing of each other', async () => {
    const mock = mockOf();
    const [one, other] = await Promise.all([mock.world(), mock.world({ scenario: 'small-team' })]);
    expect(new URL(one.url).host).toBe('vpcep.cn-north-4.myhuaweicloud.com');
    await mock.fetch(`${one.url}/v1/owner/vpc-endpoint-services`, creation(1));
    expect(one.state().services).toHaveLength(1);
    expect(one.requests()).toHaveLength(1);
    expect(other.state().services.length).toBeGreaterThan(1);
    expect(mock.state().services).toEqual([]);
    await one.close();
    expect((await mock.fetch(`${one.url}/v1/owner/vpc-endpoint-services`, { headers: token })).status).toBe(404);
    expect(mock.worlds()).toMatchObject([{ id: other.id }]);
    await mock.close();
  });

  test('takes no requests once it is closed, and cuts those that are held back', async () => {
    const mock = mockOf();
    const world = await mock.world();
    mock.setFaults([{ latency: '1h' }]);
    const held = mock.fetch(services, creation(1));
    const started = mock.waitForRequest();
    await Promise.all([
      expect(held).rejects.toThrow('Failed to fetch: the mock was closed.'),
      expect(started).rejects.toThrow('The mock was closed'),
      new Promise((resolve) => setTimeout(resolve)).then(() => mock.close()),
    ]);
    expect(mock.state().services).toEqual([]);
    for (const url of [services, `${world.url}/v1/owner/vpc-endpoint-services`]) {
      await expect(mock.fetch(url, { headers: token })).rejects.toThrow(TypeError);
    }
    await mock.close();
  });

  test('says so when an answer is too long to be written', async () => {
    const { fetch } = mockOf();
    const stringify = vi.spyOn(JSON, 'stringify').mockImplementationOnce(() => {
      throw new RangeError('Invalid string length');
    });
    const response = await fetch(services, { headers: token });
    stringify.mockRestore();
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      error_msg: expect.stringContaining('The answer is too long to be written: Invalid string length.') as string,
    });
  });

  test('has no options of a server', () => {
    const options: object = { port: 4010 };
    expect(() => createMock(options)).toThrow('port is an option of startMock');
    const ofHttps: object = { key: 'none' };
    expect(() => createMock(ofHttps)).toThrow('key is an option of startMock');
    const leftOut: object = { port: undefined };
    expect(() => createMock(leftOut)).not.toThrow();
  });

  test.each([null, 4010, 'busy', []])('has options in an object, and not in %j', (options) => {
    expect(() => createMock(options as object)).toThrow(/^the options must be an object, not /);
  });

  test.each([
    [{ persist: '' }, "persist must be a name of 1 to 1000 characters, not ''"],
    [{ scenarios: 'busy' }, 'there is no option scenarios'],
  ])('refuses options in its own words: %j', (options: object, message) => {
    expect(() => createMock(options)).toThrow(message);
  });

  test('answers HEAD like GET, without a body', async () => {
    const mock = mockOf();
    const headers = { 'X-Auth-Token': 'any' };
    const response = await mock.fetch(services, { method: 'HEAD', headers });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('Content-Type')).toBe('application/json');
  });

  test('repeats what it did after a reset', async () => {
    const mock = mockOf();
    const ids = [];
    for (let round = 0; round < 2; round++) {
      const created = (await (await mock.fetch(services, creation(1))).json()) as { id: string };
      ids.push(created.id);
      mock.reset();
      expect(mock.state().services).toEqual([]);
    }
    expect(ids[0]).toBe(ids[1]);
  });
});

const signatureOfNobody = `SDK-HMAC-SHA256 Access=VPCEP-MOCK-KEY, SignedHeaders=host;x-sdk-date, Signature=${'0'.repeat(64)}`;
const sdkDate = () => new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
