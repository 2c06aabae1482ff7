import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  createVpcepClient,
  createVpcepCore,
  paginate,
  VpcepValidationError,
  type Fetch,
  type HeadersLike,
  type VpcepClient,
  type VpcepClientOptions,
} from '../src/index.js';
import { version } from '../src/generated/version.js';
import { failureOf } from './failure-of.js';

const path = { vpc_endpoint_service_id: 'x' };

/** A client whose requests go nowhere. */
function recorded(options: Record<string, unknown> = {}) {
  const sent: { url: string; headers: Headers }[] = [];
  const fetch: Fetch = (url, init) => {
    sent.push({ url, headers: new Headers(init.headers) });
    return Promise.resolve(
      url.includes('/v3/projects')
        ? Response.json({ projects: [{ id: 'found', name: 'cn-north-4' }] })
        : Response.json({ id: 'x', status: 'creating' }),
    );
  };
  const given = { baseUrl: 'https://vpcep.example', projectId: 'p', credentials: { token: 't' }, fetch, ...options };
  // Values from outside are not always what the types promise.
  return { sent, given, client: createVpcepClient(given) };
}

function refusalOf(act: () => unknown): VpcepValidationError {
  try {
    act();
  } catch (error) {
    if (error instanceof VpcepValidationError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a URL', () => {
  const bad = [
    'http://vpcep.example?region=1',
    'http://vpcep.example/#top',
    'http://vpcep.example?',
    'http://vpcep.example#',
    'https://planted:secret@vpcep.example',
    'https://planted@vpcep.example',
    ' https://vpcep.example',
    'https://vpcep.example\n',
    'https://vpcep.exa\tmple',
    'https://vpcep.example/a b',
    'https://vpcep.example/\u0085',
    'https://',
    'https:vpcep.example',
    'vpcep.example',
    '127.0.0.1:4010',
    'ftp://vpcep.example',
    '//vpcep.example',
    '/api',
    '',
    42,
    null,
    Symbol('s'),
  ];
  test.each(bad)('%o is refused as baseUrl and as iamUrl, and not repeated', (url) => {
    for (const error of [
      refusalOf(() => recorded({ baseUrl: url })),
      refusalOf(() => createVpcepCore({ ...recorded().given, baseUrl: url as string })),
    ]) {
      expect(error).toMatchObject({ field: 'baseUrl', message: expect.stringContaining('https://') as string });
      expect(inspect(error)).not.toMatch(/planted|secret/);
    }
    const error = refusalOf(() => recorded({ region: 'cn-north-4', projectId: undefined, iamUrl: url }));
    expect(error.field).toBe('iamUrl');
    expect(inspect(error)).not.toMatch(/planted|secret/);
  });

  test('iamUrl has its rule even where it is not needed', () => {
    expect(refusalOf(() => recorded({ iamUrl: 'iam.example' })).field).toBe('iamUrl');
  });

  test.each([
    ['HTTPS://VPCEP.example:443/', 'https://vpcep.example'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://[::1]:4010/a/b//', 'http://[::1]:4010/a/b'],
    ['http://vpcep.example/@team', 'http://vpcep.example/@team'],
  ])('%s is one', async (baseUrl, base) => {
    const { sent, client } = recorded({ baseUrl });
    await client.listServiceDetails({ path });
    expect(sent[0]?.url).toBe(`${base}/v1/p/vpc-endpoint-services/x`);
  });

  test.each([
    ['/api', 'https://page.example/api'],
    ['/', 'https://page.example'],
    ['http://vpcep.example', 'http://vpcep.example'],
  ])('%s is one in a page', async (baseUrl, base) => {
    vi.stubGlobal('location', { href: 'https://page.example/console/?tab=1#here' });
    const { sent, client } = recorded({ baseUrl });
    // Where the page is when the client is made counts.
    vi.stubGlobal('location', { href: 'https://elsewhere.example/' });
    await client.listServiceDetails({ path });
    await client.http.GET('/v1/{project_id}/vpc-endpoints', { params: { path: { project_id: 'p' } } });
    expect(sent.map(({ url }) => url)).toEqual([`${base}/v1/p/vpc-endpoint-services/x`, `${base}/v1/p/vpc-endpoints`]);
  });

  const elsewhere = ['//evil.example/x', '/\\evil.example', '\\\\evil.example', '/api\\x', 'https:\\\\evil.example'];
  test.each([...elsewhere, '127.0.0.1:4010', 'api', './api', '/api?x', 'https:/vpcep.example?'])(
    '%s is none in a page either',
    (baseUrl) => {
      vi.stubGlobal('location', { href: 'https://page.example/console/' });
      expect(refusalOf(() => recorded({ baseUrl })).field).toBe('baseUrl');
    },
  );

  test('a path is none in a page that came from no server', () => {
    for (const href of ['file:///home/page.html', 'about:blank']) {
      vi.stubGlobal('location', { href });
      expect(refusalOf(() => recorded({ baseUrl: '/api' })).field).toBe('baseUrl');
    }
  });
});

describe('an option', () => {
  test.each(['planted\n', 'planted secret', '', '密钥', 42, {}, null])('projectId may not be %o', (projectId) => {
    const error = refusalOf(() => recorded({ projectId }));
    expect(error).toMatchObject({ field: 'projectId', message: expect.stringMatching(/visible ASCII/) as string });
    expect(inspect(error)).not.toContain('planted');
    expect(refusalOf(() => createVpcepCore({ ...recorded().given, projectId: projectId as string })).field).toBe(
      'projectId',
    );
  });

  test.each<[string, Record<string, unknown>]>([
    ['retrys', { retrys: 5 }],
    ['Timeout', { Timeout: 5 }],
    ['toString', { toString: () => 'x' }],
    ['fetch', { fetch: 5 }],
    ['hooks', { hooks: null }],
    ['hooks', { hooks: [] }],
    ['hooks.onAttempt', { hooks: { onAttempt: () => undefined } }],
    ['hooks.onRetry', { hooks: { onRetry: 'log' } }],
    ['errorCatalogue', { errorCatalogue: {} }],
    ['retryUnsafe', { retryUnsafe: 'no' }],
    ['timeout', { timeout: null }],
    ['timeout', { timeout: {} }],
    ['maxRetries', { maxRetries: '2' }],
    ['maxConcurrency', { maxConcurrency: 0 }],
    ['maxConcurrency', { maxConcurrency: 1.5 }],
    ['maxConcurrency', { maxConcurrency: '5' }],
    ['credentials', { credentials: 'planted' }],
    ['credentials.token', { credentials: { token: 'planted\n' } }],
    ['credentials.secretAccessKey', { credentials: { accessKeyId: 'a', secretAccessKey: 'planted secret' } }],
    ['waiting', { waiting: '5m' }],
    ['waiting.interval', { waiting: { interval: 5 } }],
    ['waiting.timeout', { waiting: { timeout: 'soon' } }],
    ['waiting.minDelay', { waiting: { minDelay: 0 } }],
    ['waiting.maxDelay', { waiting: { minDelay: '10s', maxDelay: '5s' } }],
    ['appInfo', { appInfo: 'my-job' }],
    ['appInfo.name', { appInfo: {} }],
    ['appInfo.name', { appInfo: { name: 'my job' } }],
    ['appInfo.version', { appInfo: { name: 'my-job', version: '1\n' } }],
    ['appInfo.url', { appInfo: { name: 'my-job', url: 5 } }],
    ['appInfo.homepage', { appInfo: { name: 'my-job', homepage: 'x' } }],
    ['headers.X-Own', { headers: { 'X-Own': 'planted\nsecret' } }],
    ['headers.not a name', { headers: { 'not a name': 'planted' } }],
  ])('%s of %o is refused when the client is made', (field, options) => {
    const error = refusalOf(() => recorded(options));
    expect(error.field).toBe(field);
    expect(error.message.slice(field.length)).toMatch(/^: (must|is unknown)/);
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('planted');
    expect(refusalOf(() => recorded().client.withOptions(options)).field).toBe(field);
  });

  test('that nobody knows is told from those that are known', () => {
    expect(refusalOf(() => recorded({ retrys: 5 })).message).toMatch(/^retrys: is unknown; known are .*\bmaxRetries\b/);
  });

  test.each([null, [], 'options', 42, undefined, () => undefined])('%o is no options', (options) => {
    const given = options as unknown as VpcepClientOptions;
    expect(refusalOf(() => createVpcepClient(given)).field).toBe('options');
    expect(refusalOf(() => recorded().client.withOptions(given)).field).toBe('options');
  });

  test('hooks of a class may have members of their own, and are refused when they are no functions', () => {
    class Counting {
      calls = 0;
      onCallStart() {
        this.calls++;
      }
    }
    class Mistaken extends Counting {
      onRetry = 'log';
    }
    recorded({ hooks: new Counting() });
    expect(refusalOf(() => recorded({ hooks: new Mistaken() })).field).toBe('hooks.onRetry');
  });

  test('that is undefined is left out', () => {
    recorded({ timeout: undefined, hooks: undefined, waiting: undefined, appInfo: undefined, headers: undefined });
  });
});

describe('an argument', () => {
  test.each<[string, string, (client: VpcepClient) => PromiseLike<unknown>]>([
    ['port_id', 'give { body: { port_id } }', (client) => client.createEndpointService({ port_id: 'x' } as never)],
    ['limit', 'give { query: { limit } }', (client) => client.listEndpoints({ limit: 5 } as never)],
    [
      'vpc_endpoint_service_id',
      'give { path: { vpc_endpoint_service_id } }',
      (client) => client.deleteEndpointService(path as never),
    ],
    ['retrys', 'is unknown; as a field, give', (client) => client.listEndpoints({ retrys: 5 } as never)],
    ['retrys', 'maxRetries', (client) => client.listEndpoints({ retrys: 5 } as never)],
    ['arguments', 'must be', (client) => client.listEndpoints(null as never)],
    ['arguments', 'must be', (client) => client.listServiceDetails('x' as never)],
    ['arguments', 'must be', (client) => client.listServiceDetails(['x'] as never)],
    ['path', 'must be', (client) => client.listServiceDetails({ path: 'x' } as never)],
    ['query', 'must be', (client) => client.listEndpoints({ query: [] } as never)],
    ['body', 'must be', (client) => client.createEndpoint({ body: '{}' } as never)],
    ['signal', 'must be', (client) => client.listEndpoints({ signal: {} } as never)],
    ['headers', 'must be', (client) => client.listEndpoints({ headers: 'X-Own: 1' } as never)],
    ['retryUnsafe', 'must be', (client) => client.listEndpoints({ retryUnsafe: 1 } as never)],
  ])('%s is refused with the remedy %s', async (field, remedy, call) => {
    const { client, sent } = recorded();
    const error = await failureOf(Promise.resolve(call(client)));
    expect(error).toBeInstanceOf(VpcepValidationError);
    expect(error).toMatchObject({ field, message: expect.stringContaining(remedy) as string });
    expect(sent).toEqual([]);
  });

  test.each<[string, (client: VpcepClient) => PromiseLike<unknown>]>([
    ['options', (client) => client.waitForEndpoint('x', null as never)],
    ['options', (client) => client.waitForEndpointService('x', '5m' as never)],
    ['minimum', (client) => client.waitForEndpointGone('x', { minimum: 5 } as never)],
    ['signal', (client) => client.waitForEndpointServiceGone('x', { signal: 'x' } as never)],
    ['onProgress', (client) => client.waitForEndpoint('x', { onProgress: 'log' } as never)],
    ['until', (client) => client.waitForConnection('x', 'y', { until: 'available' } as never)],
    ['until', (client) => client.waitForEndpoint('x', { until: 'available' } as never)],
    ['endpointId', (client) => client.waitForConnection('x', {} as never)],
    ['path.project_id', (client) => client.waitForEndpoint('x', { projectId: 'a\n' })],
    ['path.vpc_endpoint_id', (client) => client.waitForEndpoint('')],
  ])('%s of a waiter is refused', async (field, wait) => {
    const { client, sent } = recorded();
    expect(await failureOf(Promise.resolve(wait(client)))).toMatchObject({ name: 'VpcepValidationError', field });
    expect(sent).toEqual([]);
  });

  test.each<[string, unknown[]]>([
    ['operationId', ['listNothing']],
    ['operationId', [null]],
    ['arguments', ['listEndpoints', null]],
    ['arguments', ['listEndpoints', 'all']],
    ['options', ['listEndpoints', {}, null]],
    ['size', ['listEndpoints', {}, { size: 5 }]],
    ['signal', ['listEndpoints', {}, { signal: {} }]],
  ])('%s of paginate is refused at once', (field, args) => {
    const { client } = recorded();
    const { paginate: method } = client as unknown as { paginate: (...args: unknown[]) => unknown };
    expect(refusalOf(() => method(...args)).field).toBe(field);
    expect(refusalOf(() => Reflect.apply(paginate, undefined, [client, ...args])).field).toBe(field);
  });
});

describe('headers', () => {
  const forms: [string, HeadersLike][] = [
    ['an object', { 'X-Own': '1', 'X-Missing': undefined, 'X-Null': null }],
    ['Headers', new Headers({ 'X-Own': '1' })],
    [
      'pairs',
      [
        ['X-Own', '1'],
        ['X-Missing', undefined],
      ],
    ],
    ['a map', new Map([['X-Own', '1']])],
  ];
  test.each(forms)('are taken as %s, of a call and of a client', async (_, headers) => {
    const { client, sent } = recorded();
    await client.listServiceDetails({ path, headers });
    await client.withOptions({ headers }).listServiceDetails({ path });
    await client.withOptions({ headers }).http.GET('/v1/{project_id}/vpc-endpoints', {
      params: { path: { project_id: 'p' } },
    });
    for (const { headers: of } of sent) {
      expect(Object.fromEntries(of)).toEqual({
        'user-agent': `vpcep-client/${version}`,
        'x-auth-token': 't',
        'x-own': '1',
      });
    }
    expect(sent).toHaveLength(3);
  });

  test('of a call win over those of the client, and these over its own', async () => {
    const { client, sent } = recorded({
      headers: { 'X-Language': 'zh-cn', 'User-Agent': 'mine', 'content-type': 'a/b' },
    });
    const body = { port_id: 'a', vpc_id: 'b', server_type: 'VM' as const, ports: [] };
    await client.createEndpointService({ body, headers: { 'x-language': 'en-us' } });
    await client.listServiceDetails({ path, headers: { 'user-agent': 'call' } });
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      'content-type': 'a/b',
      'user-agent': 'mine',
      'x-auth-token': 't',
      'x-language': 'en-us',
    });
    expect(sent[1]?.headers.get('User-Agent')).toBe('call');
  });

  test('go with the core too, and to IAM', async () => {
    const { client, sent, given } = recorded({ projectId: undefined, region: 'cn-north-4', headers: { 'X-Own': '1' } });
    await client.listServiceDetails({ path });
    await createVpcepCore({ ...given, projectId: 'p' }).listServiceDetails({ path });
    expect(sent.map(({ headers }) => headers.get('X-Own'))).toEqual(['1', '1', '1']);
  });
});

describe('User-Agent', () => {
  test.each([
    [undefined, ''],
    [{ name: 'my-job' }, ' my-job'],
    [{ name: 'my-job', version: '4.5' }, ' my-job/4.5'],
    [{ name: 'my-job', url: 'https://my.example' }, ' my-job (https://my.example)'],
    [{ name: 'my-job', version: '4.5', url: 'https://my.example' }, ' my-job/4.5 (https://my.example)'],
  ])('names the client, and %o', async (appInfo, text) => {
    const { client, sent } = recorded({ appInfo });
    await client.listServiceDetails({ path });
    expect(sent[0]?.headers.get('User-Agent')).toBe(`vpcep-client/${version}${text}`);
  });

  test('is left to the browser in a page, which would have to ask the service whether it may be sent', async () => {
    vi.stubGlobal('location', { href: 'https://page.example/' });
    const { client, sent } = recorded({ appInfo: { name: 'my-page' } });
    await client.listServiceDetails({ path });
    expect(sent[0]?.headers.has('User-Agent')).toBe(false);
  });
});

describe('withOptions', () => {
  test('changes what it is given, and leaves the client as it is', async () => {
    const { client, sent } = recorded({ headers: { 'X-Own': '1' } });
    const other = client.withOptions({ projectId: 'other', headers: undefined });
    await other.listServiceDetails({ path });
    await client.listServiceDetails({ path });
    expect(sent.map(({ url }) => url.split('/')[4])).toEqual(['other', 'p']);
    expect(sent.map(({ headers }) => headers.get('X-Own'))).toEqual([null, '1']);
    await other.withOptions({ baseUrl: undefined, region: 'cn-north-4' }).listServiceDetails({ path });
    expect(sent[2]?.url).toMatch(/^https:\/\/vpcep\.cn-north-4\.myhuaweicloud\.com\/v1\/other\//);
  });

  test('shares what a function returned as credentials, and the project that was asked for', async () => {
    const credentials = vi.fn(() => ({ token: 't', expiresAt: new Date(Date.now() + 3_600_000) }));
    const { client, sent } = recorded({ credentials, region: 'cn-north-4', projectId: undefined });
    await client.listServiceDetails({ path });
    await client.withOptions({ timeout: '5s' }).withOptions({ maxRetries: 0 }).listServiceDetails({ path });
    expect(credentials).toHaveBeenCalledTimes(1);
    expect(sent).toHaveLength(3);
  });

  test('shares the turns of calls, unless their number changes', async () => {
    const answers: ((response: Response) => void)[] = [];
    const fetch = () => new Promise<Response>((resolve) => answers.push(resolve));
    const { client } = recorded({ fetch, maxConcurrency: 1 });
    const first = client.listServiceDetails({ path });
    const second = client.withOptions({ timeout: '5s' }).listServiceDetails({ path });
    await expect.poll(() => answers).toHaveLength(1);
    const third = client.withOptions({ maxConcurrency: 2 }).listServiceDetails({ path });
    await expect.poll(() => answers).toHaveLength(2);
    for (const answer of answers) answer(Response.json({ id: 'x' }));
    await Promise.all([first, third]);
    await expect.poll(() => answers).toHaveLength(3);
    answers[2]?.(Response.json({ id: 'x' }));
    await second;
  });

  test('takes other credentials, and then asks for their project', async () => {
    const { client, sent } = recorded({ region: 'cn-north-4', projectId: undefined });
    await client.listServiceDetails({ path });
    await client.withOptions({ credentials: { token: 'other' } }).listServiceDetails({ path });
    expect(sent.map(({ headers }) => headers.get('X-Auth-Token'))).toEqual(['t', 't', 'other', 'other']);
  });
});

describe('waiting', () => {
  test('is how long waits are by default, of the client and of the functions', async () => {
    vi.useFakeTimers();
    const { client } = recorded({ waiting: { timeout: 300, minDelay: 100, maxDelay: 100 } });
    expect(client.waiting).toEqual({ timeout: 300, minDelay: 100, maxDelay: 100 });
    const waits = [
      client.waitForEndpointService('x'),
      client.waitForEndpoint('x', { timeout: undefined }),
      client.withOptions({ waiting: { timeout: 500 } }).waitForEndpoint('x'),
      client.waitForEndpoint('x', { timeout: 400 }),
    ].map(failureOf);
    await vi.runAllTimersAsync();
    const messages = (await Promise.all(waits)).map(({ message }) => message);
    expect(messages.map((message) => /within ([\d.]+) s/.exec(message)?.[1])).toEqual(['0.3', '0.3', '0.5', '0.4']);
    expect(messages[0]).toContain('creating 3 times');
  });
});
