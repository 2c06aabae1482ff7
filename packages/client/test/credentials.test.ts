import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clockOffset } from '../src/authentication/clock-skew.js';
import { accessKeySigning } from '../src/authentication/access-key-signing.js';
import { createCredentialSource as sourceOf, type Credentials } from '../src/authentication/credentials.js';
import { VpcepError, VpcepValidationError } from '../src/errors/vpcep-error.js';
import { failureOf } from './failure-of.js';

/** The source of a client that signs. */
const createCredentialSource = (credentials: Credentials) => sourceOf(credentials, accessKeySigning().check);
const token = 'planted-token-1f0c';
const accessKey = { accessKeyId: 'planted-id-77aa', secretAccessKey: 'planted-secret-93bd' };
const start = new Date('2026-01-31T12:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('credentials as they are', () => {
  test.each([[{ token }], [accessKey], [{ ...accessKey, securityToken: 'planted-security-token' }]])(
    '%o',
    async (credentials) => {
      const source = createCredentialSource(credentials);
      const got = await source.get();
      expect(got).toMatchObject(credentials);
      expect(source.invalidate(got)).toBe(false);
    },
  );

  test('an access key beside a token that is undefined, as from an environment that has none', async () => {
    const credentials = { ...accessKey, token: undefined } as Credentials;
    expect(await createCredentialSource(credentials).get()).toMatchObject(accessKey);
  });
});

describe('a function without expiresAt', () => {
  test('is called before every request', async () => {
    let count = 0;
    const source = createCredentialSource(() => ({ token: `token-${++count}` }));
    expect(count).toBe(0);
    expect(await source.get()).toMatchObject({ token: 'token-1' });
    expect(await source.get()).toMatchObject({ token: 'token-2' });
  });

  test('is called once for requests that wait together', async () => {
    const provider = vi.fn(() => Promise.resolve({ token }));
    const source = createCredentialSource(provider);
    await Promise.all([source.get(), source.get(), source.get()]);
    expect(provider).toHaveBeenCalledTimes(1);
  });
});

test('a function that does not return is asked anew after a minute; those who wait for it go on waiting', async () => {
  vi.useFakeTimers();
  try {
    let release: (credentials: { token: string }) => void = () => undefined;
    const never = new Promise<{ token: string }>((resolve) => (release = resolve));
    const provider = vi.fn(() => Promise.resolve({ token })).mockReturnValueOnce(never);
    const source = createCredentialSource(provider);
    const first = source.get();
    await vi.advanceTimersByTimeAsync(30_000);
    const second = source.get();
    expect(provider).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await source.get()).toMatchObject({ token });
    expect(provider).toHaveBeenCalledTimes(2);
    release({ token: 'late' });
    expect(await Promise.all([first, second])).toMatchObject([{ token: 'late' }, { token: 'late' }]);
  } finally {
    vi.useRealTimers();
  }
});

describe('a function with expiresAt', () => {
  test.each([
    ['a Date', (when: Date): Date | string => when],
    ['a text', (when: Date): Date | string => when.toISOString()],
    ['a text with an offset', (when: Date): Date | string => when.toISOString().replace('Z', '+00:00')],
  ])('%s is called again a minute before', async (_, write) => {
    const provider = vi.fn(() => ({ ...accessKey, expiresAt: write(new Date(Date.now() + 600_000)) }));
    const source = createCredentialSource(provider);
    await source.get();
    vi.setSystemTime(later(539));
    await source.get();
    expect(provider).toHaveBeenCalledTimes(1);
    vi.setSystemTime(later(540));
    await source.get();
    expect(provider).toHaveBeenCalledTimes(2);
  });

  test('is called again when the service refused what it returned, once however many were refused', async () => {
    let count = 0;
    const source = createCredentialSource(() => ({ token: `token-${++count}`, expiresAt: later(86_400) }));
    const [first, second] = [await source.get(), await source.get()];
    expect(source.invalidate(first)).toBe(true);
    expect(await source.get()).toMatchObject({ token: 'token-2' });
    // The second request got its answer only now.
    expect(source.invalidate(second)).toBe(true);
    expect(await source.get()).toMatchObject({ token: 'token-2' });
  });
});

describe('a function that fails', () => {
  test.each([
    [
      'at once',
      () => {
        throw new Error('vault is sealed');
      },
    ],
    ['later', () => Promise.reject(new Error('vault is sealed'))],
  ])('%s, and does not when it is called again', async (_, fail) => {
    const provider = vi.fn<() => Promise<{ token: string }>>(() => Promise.resolve({ token }));
    provider.mockImplementationOnce(fail);
    const source = createCredentialSource(provider);
    const error = await failureOf(source.get());
    expect(error).toBeInstanceOf(VpcepError);
    expect(error).toMatchObject({
      message: 'credentials: the function that returns them failed',
      cause: new Error('vault is sealed'),
    });
    expect(await source.get()).toMatchObject({ token });
  });

  test('with an error of this client passes it on', async () => {
    const error = new VpcepError('credentials: the environment has no HUAWEICLOUD_SDK_AK');
    expect(await failureOf(createCredentialSource(() => Promise.reject(error)).get())).toBe(error);
  });
});

describe('bad credentials', () => {
  const bad = ['', 'planted\nbreak', 'planted blank', 'planted密钥', '\u0000planted', 42, null];
  test.each<[string, unknown]>([
    ...bad.map((value): [string, unknown] => ['credentials.token', { token: value }]),
    ...bad.map((value): [string, unknown] => ['credentials.accessKeyId', { ...accessKey, accessKeyId: value }]),
    ...bad.map((value): [string, unknown] => ['credentials.secretAccessKey', { ...accessKey, secretAccessKey: value }]),
    ...bad.map((value): [string, unknown] => ['credentials.securityToken', { ...accessKey, securityToken: value }]),
    ['credentials.accessKeyId', { secretAccessKey: 'planted' }],
    ['credentials.secretAccessKey', { accessKeyId: 'planted' }],
    ['credentials', {}],
    ['credentials', undefined],
    ['credentials', null],
    ['credentials', 'planted'],
    ['credentials.expiresAt', { token, expiresAt: new Date(Number.NaN) }],
    ['credentials.expiresAt', { token, expiresAt: '2026-01-31T12:00:00' }],
    ['credentials.expiresAt', { token, expiresAt: 'someday Z' }],
    ['credentials.expiresAt', { token, expiresAt: 1_700_000_000 }],
  ])('%s of %j, given or returned', async (field, credentials) => {
    const attempt = async (given: unknown) => createCredentialSource(given as Credentials).get();
    for (const given of [credentials, () => credentials, () => Promise.resolve(credentials)]) {
      const error = await failureOf(attempt(given));
      expect(error).toBeInstanceOf(VpcepValidationError);
      expect(error).toMatchObject({ field });
      expect(inspect(error, { depth: null, showHidden: true })).not.toContain('planted');
    }
  });
});

test('bad credentials are refused at once, unless a function returns them', () => {
  expect(() => createCredentialSource({ token: 'planted\n' })).toThrow(VpcepValidationError);
  expect(() => createCredentialSource(() => ({ token: 'planted\n' }))).not.toThrow();
});

test('a source shows nothing of its credentials', async () => {
  for (const credentials of [{ token }, accessKey, () => ({ token, expiresAt: later(600) })]) {
    const source = createCredentialSource(credentials);
    await source.get();
    expect(inspect(source, { depth: null, showHidden: true }) + JSON.stringify(source)).not.toContain('planted');
  }
});

describe('the clock of the service', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** How far it is ahead, by a refusal that may have a `Date`. */
  const ahead = (status: number, code: string | undefined, message: string, date?: string) =>
    clockOffset({
      status,
      code,
      message,
      response: new Response('', date === undefined ? {} : { headers: { Date: date } }),
    });

  test.each([
    ['Sat, 31 Jan 2026 12:20:00 GMT', 1_200_000],
    ['Sat, 31 Jan 2026 11:00:00 GMT', -3_600_000],
    ['Sat, 31 Jan 2026 12:00:00 GMT', 0],
    ['yesterday', undefined],
    [undefined, undefined],
  ])('is read from Date: %s', (value, offset) => {
    expect(ahead(401, 'APIGW.0301', 'signature expired', value)).toBe(offset);
  });

  const iam = 'Incorrect IAM authentication information: ';
  const app = 'Incorrect app authentication information: ';
  test.each([
    ['', undefined],
    [', at 12:30', 'Sat, 31 Jan 2026 12:20:00 GMT'],
  ])('is read from the message, which browsers show when they hide Date: %s', (more, date) => {
    const message = `${app}signature expired, signature time:20260131T120000Z,server time:20260131T123000Z${more}`;
    expect(ahead(401, 'APIGW.0303', message, date)).toBe(1_800_000);
    expect(ahead(401, undefined, 'signature time:20260131T120000Z, server time: 20260131T113000Z')).toBe(-1_800_000);
  });

  test.each([
    [true, 401, 'APIGW.0301', `${iam}calc ak sk signature fail:signature expired`],
    [true, 401, 'APIG.0301', `${iam}calc ak sk signature fail:signature expired`],
    [true, 401, undefined, 'signature expired'],
    [false, 401, 'APIGW.0301', `${iam}verify aksk signature fail`],
    [false, 401, 'APIGW.0301', `${iam}token expires, expires_at: 2026-01-31T12:00:00Z`],
    [false, 401, 'APIGW.0301', `${iam}AK access failed to reach the limit, forbidden`],
    [false, 401, 'EndPoint.0003', 'signature expired'],
    [false, 403, 'APIGW.0301', 'signature expired'],
  ])('is what an error response is about: %s for %i %s %s', (expected, status, code, message) => {
    expect(ahead(status, code, message, 'Sat, 31 Jan 2026 12:20:00 GMT')).toBe(expected ? 1_200_000 : undefined);
  });
});
