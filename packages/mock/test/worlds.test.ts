import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ControlError, demoCredentials, type Mock, type MockWorld, startMock } from '../src/index.js';
import { apiOf, endpointBody, serviceBody } from './api.js';
import { collectFailures } from './collect-failures.js';
import { authorizationOfSdk, sdkDate, send } from './signed-requests.js';

const { log, failures } = collectFailures();
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, clock: 'manual', log });
});
afterEach(async () => {
  for (const { id } of mock.worlds()) await control(mock.url, 'DELETE', `worlds/${id}`);
});
afterAll(async () => {
  await mock.close();
  expect(failures).toEqual([]);
});

async function control(url: string, method: string, path: string, body?: unknown) {
  const response = await fetch(`${url}/_mock/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
const refused = (status: number, message: RegExp): unknown => ({
  status,
  body: { error_code: `Mock.0${status}`, error_msg: expect.stringMatching(message) as string },
});

describe('a world', () => {
  test('has a state, a clock, faults and a journal of its own, and the same seed', async () => {
    const [one, other] = [await mock.world(), await mock.world()];
    const { id } = await apiOf(one, 'p').ok('createEndpointService', { body: serviceBody(1) });
    expect(other.state().services).toEqual([]);
    expect(mock.state().services).toEqual([]);
    expect((await apiOf(other, 'p').ok('createEndpointService', { body: serviceBody(2) })).id).toBe(id);
    one.clock.advance('1m');
    expect([one.clock.now(), other.clock.now()]).toEqual(['2026-01-01T00:01:00Z', '2026-01-01T00:00:00Z']);
    expect(one.state().services[0]?.status).toBe('available');
    expect(other.state().services[0]?.status).toBe('creating');
    one.setFaults([{ status: 503 }]);
    expect((await apiOf(one, 'p').send('listEndpoints')).status).toBe(503);
    expect((await apiOf(other, 'p').send('listEndpoints')).status).toBe(200);
    expect(one.requests().map(({ operation }) => operation)).toEqual(['createEndpointService', 'listEndpoints']);
    expect(one.requests()[0]?.path).toBe('/v1/p/vpc-endpoint-services');
    expect(mock.requests()).toEqual([]);
    one.reset();
    expect(other.state().services).toHaveLength(1);
    await Promise.all([one.close(), other.close()]);
  });

  test('has options of its own, and those of the mock where it has none', async () => {
    const world = await mock.world({
      scenario: 'small-team',
      seed: 'another',
      clock: 'system',
      transitions: { endpoint: 'immediate' },
      quotas: { endpoint: 0 },
    });
    expect(world.state()).toMatchObject({
      transitions: { endpoint: 'immediate', endpoint_service: 'time(3s)' },
      quotas: { endpoint: 0, endpoint_service: 100 },
    });
    expect(world.state().services.length).toBeGreaterThan(1);
    expect(Math.abs(Date.parse(world.clock.now()) - Date.now())).toBeLessThan(60_000);
    await world.close();
  });

  test('is controlled below its URL, and only itself', async () => {
    const world = await mock.world();
    expect(await control(world.url, 'PUT', 'state', { scenario: 'small-team' })).toMatchObject({ status: 204 });
    expect(await control(world.url, 'POST', 'clock', { advance: '1h' })).toMatchObject({
      body: { now: '2026-01-01T01:00:00Z' },
    });
    expect((await control(world.url, 'GET', 'health')).body).toEqual((await control(mock.url, 'GET', 'health')).body);
    expect(world.state().services.length).toBeGreaterThan(1);
    expect(mock.state().services).toEqual([]);
    expect(mock.clock.now()).toBe('2026-01-01T00:00:00Z');
    expect(await control(world.url, 'GET', 'worlds')).toMatchObject({ status: 404 });
    expect(await control(world.url, 'DELETE', `worlds/${world.id}`)).toMatchObject({ status: 404 });
    await world.close();
  });

  test('is in the links of its answers', async () => {
    const world = await mock.world();
    const versions = await (await fetch(`${world.url}/`)).text();
    const hrefs = [...versions.matchAll(/"href":"([^"]+)"/g)].map(([, href]) => href);
    expect(hrefs).toEqual([`${world.url}/v1`, `${world.url}/v2`]);
    expect(await (await fetch(world.url)).text()).toBe(versions);
    const projects = await (await fetch(`${world.url}/v3/projects`, { headers: { 'X-Auth-Token': 'any' } })).json();
    expect(projects).toMatchObject({ links: { self: `${world.url}/v3/projects` } });
    await world.close();
  });

  test('has the whole path signed, and knows tokens of its own', async () => {
    const world = await mock.world({ auth: 'strict' });
    const other = await mock.world({ auth: 'strict' });
    const [key] = demoCredentials.accessKeys;
    const { host, pathname } = new URL(`${world.url}/v1/p/vpc-endpoints`);
    const headers = { 'X-Sdk-Date': sdkDate(new Date()) };
    const statusOfSigned = async (path: string) => {
      const Authorization = authorizationOfSdk({ method: 'GET', host, path, headers }, key);
      const sent = { Host: host, ...headers, Authorization };
      return (await send(world.url, { method: 'GET', target: pathname, headers: sent })).status;
    };
    expect(await statusOfSigned(pathname)).toBe(200);
    expect(world.requests()[0]?.signed_headers).toEqual(['host', 'x-sdk-date']);
    expect(await statusOfSigned('/v1/p/vpc-endpoints')).toBe(401);
    expect(world.auth().refused.map(({ findings }) => findings)).toEqual([
      ['The signature matches if the path begins after that of the world: sign the whole path of the URL.'],
    ]);
    const [user] = demoCredentials.users;
    const issued = await fetch(`${world.url}/v3/auth/tokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        auth: {
          identity: {
            methods: ['password'],
            password: { user: { name: user.name, password: user.password, domain: { name: user.domain } } },
          },
        },
      }),
    });
    const token = issued.headers.get('X-Subject-Token') ?? '';
    const status = async ({ url }: { url: string }) =>
      (await fetch(`${url}/v1/p/vpc-endpoints`, { headers: { 'X-Auth-Token': token } })).status;
    expect([await status(world), await status(other), await status(mock)]).toEqual([200, 401, 200]);
    expect(world.auth().refused).toHaveLength(1);
    expect(other.auth().refused).toHaveLength(1);
    await Promise.all([world.close(), other.close()]);
  });
});

describe('worlds end', () => {
  test('when they are closed, and what they remember can still be read', async () => {
    const world = await mock.world({ scenario: 'small-team' });
    await apiOf(world, 'p').ok('listEndpoints');
    const waiting = expect(world.waitForRequest({ operation: 'createEndpoint' })).rejects.toThrow(/was closed/);
    await world[Symbol.asyncDispose]();
    await waiting;
    const reply = await fetch(`${world.url}/v1/p/vpc-endpoints`, { headers: { 'X-Auth-Token': 'any' } });
    expect({ status: reply.status, body: await reply.json() }).toEqual(
      refused(404, /^There is no world [0-9a-f]{32}: /),
    );
    expect(await control(world.url, 'POST', 'reset')).toEqual(refused(404, /^There is no world/));
    expect(world.requests()).toHaveLength(1);
    expect(world.state().services.length).toBeGreaterThan(1);
    await world.close();
  });

  test('when nobody has used them for their idle time, and not while somebody waits or is to be answered', async () => {
    const made = (await control(mock.url, 'POST', 'worlds', { idle: '1s' })).body as { id: string; path: string };
    const awaited = await mock.world({ idle: '1s' });
    const arrives = awaited.waitForRequest();
    const held = await mock.world({ idle: '1s' });
    held.setFaults([{ latency: '2s' }]);
    const answered = apiOf(held, 'p').ok('listEndpoints');
    const used = setInterval(() => void fetch(`${mock.url}${made.path}/_mock/health`), 200);
    const ids = () => mock.worlds().map(({ id }) => id);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    clearInterval(used);
    expect(ids()).toEqual(expect.arrayContaining([made.id, awaited.id, held.id]));
    await answered;
    expect(ids()).toContain(held.id);
    await apiOf(awaited, 'p').ok('listEndpoints');
    await arrives;
    await expect.poll(ids).not.toContain(made.id);
    await expect.poll(ids).not.toContain(awaited.id);
    await expect.poll(ids).not.toContain(held.id);
  });

  test('with their mock, which makes no more of them', async () => {
    const other = await startMock({ port: 0 });
    const world = await other.world();
    const waiting = expect(world.waitForRequest()).rejects.toThrow(/^The mock was closed/);
    await other.close();
    await waiting;
    await expect(other.world()).rejects.toThrow(/^the mock was closed; make its worlds before that\./);
  });

  test('with their program, which does not wait for their idle time', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const world = await mock.world();
    expect(timers()).toBe(before);
    await world.close();
  });
});

describe('the routes of worlds', () => {
  test('make one, show them, and remove one', async () => {
    const { status, body } = await control(mock.url, 'POST', 'worlds', { scenario: 'small-team', idle: '1h' });
    const made = body as { id: string; path: string; used_at: string; expires_at: string };
    expect(status).toBe(200);
    expect(made.path).toBe(`/_world/${made.id}`);
    expect(Date.parse(made.expires_at) - Date.parse(made.used_at)).toBe(3_600_000);
    const state = await control(mock.url + made.path, 'GET', 'state');
    expect((state.body as { services: unknown[] }).services.length).toBeGreaterThan(1);
    expect((await control(mock.url, 'GET', 'worlds')).body).toMatchObject({
      worlds: [{ id: made.id, path: made.path }],
    });
    expect(await control(mock.url, 'DELETE', `worlds/${made.id}`)).toEqual({ status: 204, body: undefined });
    expect(await control(mock.url, 'DELETE', `worlds/${made.id}`)).toEqual(
      refused(404, /^there is no world [0-9a-f]{32}; /),
    );
    expect(mock.worlds()).toEqual([]);
    const plain = (await control(mock.url, 'POST', 'worlds')).body as { id: string };
    expect(await control(mock.url, 'DELETE', `worlds/${plain.id}`)).toMatchObject({ status: 204 });
  });

  test.each([
    [{ port: 1 }, /a world has no option port; it has scenario, clock, seed/],
    [{ scenario: 'nothing' }, /scenario must be one of empty, /],
    [{ transitions: 'soon' }, /transitions must be /],
    [{ auth: { tokens: ['a b'] } }, /auth: .*visible ASCII.*[^.]\.$/],
    [{ idle: 'long' }, /idle must be .*, from a second to a day/],
    [{ idle: '10ms' }, /idle must be /],
    [[], /the options of a world must be an object/],
  ])('refuse %j', async (options, message) => {
    expect(await control(mock.url, 'POST', 'worlds', options)).toEqual(refused(400, message));
    await expect(mock.world(options as object)).rejects.toThrow(ControlError);
    expect(mock.worlds()).toEqual([]);
  });

  test('refuse the world after the ten thousandth', async () => {
    const other = await startMock({ port: 0 });
    const started = process.cpuUsage();
    const before = process.memoryUsage().heapUsed;
    let last: MockWorld | undefined;
    for (let count = 0; count < 10_000; count += 1) last = await other.world();
    const { user, system } = process.cpuUsage(started);
    // 2 ms and 200 kB for each; heaps have garbage in them besides.
    expect((user + system) / 1000 / 10_000).toBeLessThan(2);
    expect((process.memoryUsage().heapUsed - before) / 10_000).toBeLessThan(200_000);
    await expect(other.world()).rejects.toThrow(/there are 10000 worlds, which is the limit; close/);
    await last?.close();
    await (await other.world()).close();
    await other.close();
  });
});

/** What is done to one of several worlds. */
type Step = { readonly world: number } & (
  | { readonly do: 'create' | 'connect' | 'remove'; readonly pick: number }
  | { readonly do: 'list' | 'reset' | 'token' | 'versions' }
  | { readonly do: 'advance'; readonly seconds: number }
  | { readonly do: 'fault'; readonly rate: number }
);
const steps = (worlds: number): fc.Arbitrary<Step[]> => {
  const world = fc.nat({ max: worlds - 1 });
  return fc.array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({
          world,
          do: fc.constantFrom('create' as const, 'connect' as const, 'remove' as const),
          pick: fc.nat({ max: 5 }),
        }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          world,
          do: fc.constantFrom('list' as const, 'reset' as const, 'token' as const, 'versions' as const),
        }),
      },
      { weight: 3, arbitrary: fc.record({ world, do: fc.constant('advance' as const), seconds: fc.nat({ max: 5 }) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          world,
          do: fc.constant('fault' as const),
          rate: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
      },
    ),
    { minLength: 20, maxLength: 40 },
  );
};

test('no world sees anything of another: each answers as a mock of its own does', async () => {
  const worlds = 3;
  const own = await Promise.all(
    Array.from({ length: worlds }, () => startMock({ port: 0, clock: 'manual', seed: 'same' })),
  );
  const shared = await startMock({ port: 0, clock: 'manual', seed: 'same' });

  /** Takes the same step in a world or in a mock, and tells what came of it, without what is its own. */
  async function take(step: Step, target: Mock | MockWorld): Promise<string> {
    const result = await perform(step, target);
    const requests = target.requests();
    // A mock that was reset goes on counting.
    const numbered = requests.map((request) => ({ ...request, id: request.id - (requests[0]?.id ?? 0) }));
    return JSON.stringify([result, target.state(), target.faults(), numbered, target.auth()])
      .replaceAll(target.url, 'URL')
      .replaceAll(/"host":"[^"]*"|"time":"[^"]*"|"duration_ms":[\d.]+|"request_id":"[^"]*"/g, '');
  }
  async function perform(step: Step, target: Mock | MockWorld): Promise<unknown> {
    const api = apiOf(target, 'owner');
    const { services, endpoints } = target.state();
    switch (step.do) {
      case 'create':
        return api.send('createEndpointService', { body: serviceBody(step.pick) });
      case 'connect':
        return api.send('createEndpoint', { body: endpointBody(services[step.pick]?.id ?? 'none') });
      case 'remove':
        return step.pick % 2 === 0
          ? api.send('deleteEndpointService', { service: services[step.pick]?.id ?? 'none' })
          : api.send('deleteEndpoint', { endpoint: endpoints[step.pick]?.id ?? 'none' });
      case 'list':
        return [
          await api.send('listEndpointService'),
          await api.send('listEndpoints'),
          await api.send('listQuotaDetails'),
        ];
      case 'versions':
        return api.send('listVersionDetails');
      case 'advance':
        target.clock.advance(`${step.seconds}s`);
        return target.clock.now();
      case 'fault':
        target.setFaults([{ rate: step.rate, error: 'EndPoint.0001' }]);
        return undefined;
      case 'reset':
        target.reset();
        return undefined;
      case 'token':
        return (await fetch(`${target.url}/v3/projects`, { headers: { 'X-Auth-Token': 'any' } })).json();
    }
  }

  await fc.assert(
    fc.asyncProperty(steps(worlds), async (sequence) => {
      for (const one of own) one.reset();
      const made = await Promise.all(own.map(() => shared.world()));
      try {
        for (const step of sequence) {
          const [alone, within] = [own[step.world], made[step.world]];
          if (alone === undefined || within === undefined) throw new Error(`there is no world ${step.world}`);
          expect(await take(step, within)).toBe(await take(step, alone));
        }
      } finally {
        await Promise.all(made.map((one) => one.close()));
      }
    }),
    { numRuns: 15 },
  );
  expect(shared.state().services).toEqual([]);
  expect(shared.requests()).toEqual([]);
  await Promise.all([shared, ...own].map((one) => one.close()));
});
