import { inspect } from 'node:util';
import { demoCredentials, startMock, type Mock } from '@vpcep/mock';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createVpcepClient,
  createVpcepCore,
  passwordCredentials,
  VpcepAuthenticationError,
  VpcepConnectionError,
  VpcepError,
  VpcepValidationError,
  type Fetch,
  type PasswordOptions,
} from '../src/index.js';
import { failureOf } from './failure-of.js';

const [{ domain, name, password }] = demoCredentials.users;
const projectId = '6e9dfd51d1124e8d8498dce894923a0d';
const user = { domain, user: name, password };

/** Sends on, and remembers what was asked of IAM for tokens. */
function watched() {
  const asked: unknown[] = [];
  const fetch: Fetch = (url, init) => {
    if (url.includes('/v3/auth/tokens')) asked.push(JSON.parse(init.body ?? ''));
    return globalThis.fetch(url, init);
  };
  return { asked, fetch };
}

describe('at a mock that knows the user', () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ port: 0, auth: 'strict' });
  });
  beforeEach(() => {
    mock.reset();
  });
  afterAll(() => mock.close());

  test('give a token for the region’s project, once for many calls', async () => {
    const { asked, fetch } = watched();
    const vpcep = createVpcepClient({
      baseUrl: mock.url,
      region: 'cn-north-4',
      iamUrl: mock.url,
      credentials: passwordCredentials({ ...user, region: 'cn-north-4', iamUrl: mock.url, fetch }),
    });
    await Promise.all([vpcep.listEndpoints(), vpcep.listQuotaDetails(), vpcep.listEndpoints()]);
    expect(asked).toEqual([
      {
        auth: {
          identity: { methods: ['password'], password: { user: { domain: { name: domain }, name, password } } },
          scope: { project: { name: 'cn-north-4' } },
        },
      },
    ]);
    expect(mock.auth().refused).toEqual([]);
  });

  test('do for the smallest client, with the project’s ID', async () => {
    const { asked, fetch } = watched();
    const credentials = passwordCredentials({ ...user, projectId, iamUrl: `${mock.url}/`, fetch });
    const core = createVpcepCore({ baseUrl: mock.url, projectId, credentials });
    expect((await core.listEndpoints()).endpoints).toEqual([]);
    expect(asked).toMatchObject([{ auth: { scope: { project: { id: projectId } } } }]);
  });

  test('give the next token before the last has expired', async () => {
    const { asked, fetch } = watched();
    const credentials = passwordCredentials({ ...user, projectId, iamUrl: mock.url, fetch });
    const core = createVpcepCore({ baseUrl: mock.url, projectId, credentials });
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await core.listEndpoints();
      vi.setSystemTime(Date.now() + 23 * 3_600_000);
      await core.listEndpoints();
      expect(asked).toHaveLength(1);
      vi.setSystemTime(Date.now() + 3_600_000 - 30_000);
      await core.listEndpoints();
      expect(asked).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  test('give another token when one is refused', async () => {
    const { asked, fetch } = watched();
    const credentials = passwordCredentials({ ...user, projectId, iamUrl: mock.url, fetch });
    const core = createVpcepCore({ baseUrl: mock.url, projectId, credentials });
    await core.listEndpoints();
    mock.reset();
    await core.listEndpoints();
    expect(asked).toHaveLength(2);
  });

  test('that are wrong are refused, and not tried again', async () => {
    const { asked, fetch } = watched();
    const wrong = { ...user, password: 'planted-password' };
    const credentials = passwordCredentials({ ...wrong, projectId, iamUrl: mock.url, fetch });
    const core = createVpcepCore({ baseUrl: mock.url, projectId, credentials });
    const error = await failureOf(core.listEndpoints());
    expect(error).toBeInstanceOf(VpcepAuthenticationError);
    expect(error.message).toBe('KeystoneCreateUserTokenByPassword: 401 401: The username or password is wrong.');
    expect(asked).toHaveLength(1);
  });
});

describe('whatever goes wrong', () => {
  const planted = 'pla"nted&\\pass';
  const ask = (fetch: Fetch, options: Partial<PasswordOptions> = {}) =>
    passwordCredentials({ ...user, password: planted, region: 'cn-north-4', fetch, maxRetryDelay: 1, ...options })();
  const granted = () =>
    Response.json(
      { token: { expires_at: '2026-01-02T00:00:00.000000Z' } },
      { status: 201, headers: { 'X-Subject-Token': 'the-token' } },
    );

  test('IAM is asked at the region’s host', async () => {
    const urls: string[] = [];
    const token = await ask((url) => {
      urls.push(url);
      return Promise.resolve(granted());
    });
    expect(token).toEqual({ token: 'the-token', expiresAt: '2026-01-02T00:00:00.000000Z' });
    expect(urls).toEqual(['https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens?nocatalog=true']);
  });

  test('it is asked again after failures that pass', async () => {
    const answers = [() => new Response('', { status: 503 }), () => Promise.reject(new TypeError('reset')), granted];
    const token = await ask(async () => (answers.shift() ?? granted)());
    expect(token.token).toBe('the-token');
    expect(answers).toEqual([]);
  });

  test.each<[string, Fetch]>([
    [
      'a refusal that repeats it',
      (_, init) => {
        const hexadecimal = planted.replace('&', '\\u0026');
        const message = `cannot read ${init.body ?? ''}, ${planted}, ${hexadecimal}`;
        return Promise.resolve(Response.json({ error: { code: 400, message } }, { status: 400 }));
      },
    ],
    [
      'an error of fetch that repeats it',
      (_, init) => Promise.reject(new Error(`cannot send ${planted}`, { cause: new Error(init.body ?? '') })),
    ],
    ['a redirect', () => Promise.resolve(new Response(null, { status: 302, headers: { Location: planted } }))],
    ['an answer of another kind', () => Promise.resolve(new Response(planted, { status: 200 }))],
    ['an answer without a token', () => Promise.resolve(Response.json({ token: {} }, { status: 201 }))],
  ])('no error shows the password: %s', async (_, fetch) => {
    const error = await failureOf(ask(fetch));
    expect(error).toBeInstanceOf(VpcepError);
    const shown = [inspect(error, { depth: null, showHidden: true }), JSON.stringify(error), error.stack].join('\n');
    expect(shown).not.toMatch(/nted|pass\b/);
  });

  test('no answer is said to be none', async () => {
    expect(await failureOf(ask(() => Promise.reject(new TypeError('fetch failed'))))).toBeInstanceOf(
      VpcepConnectionError,
    );
  });

  test('a token that may not be read is said to be none', async () => {
    const error = await failureOf(ask(() => Promise.resolve(Response.json({ token: {} }, { status: 201 }))));
    expect(error.message).toContain('X-Subject-Token');
  });
});

test.each<[string, Partial<PasswordOptions>]>([
  ['domain', { domain: '' }],
  ['user', { user: undefined as unknown as string }],
  ['password', { password: '' }],
  ['projectId', { region: undefined }],
  ['projectid', { projectid: 'p' } as object],
  ['iamUrl', { iamUrl: 'iam.example' }],
  ['region', { region: 'cn-nowhere' }],
  ['timeout', { timeout: 'soon' as unknown as number }],
])('an option that breaks its rule is named: %s', (field, options) => {
  const make = () => passwordCredentials({ ...user, region: 'cn-north-4', ...options });
  expect(make).toThrow(VpcepValidationError);
  expect(make).toThrow(expect.objectContaining({ field }) as Error);
});
