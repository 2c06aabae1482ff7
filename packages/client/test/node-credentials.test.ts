import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { accessKeySigning } from '../src/authentication/access-key-signing.js';
import { createCredentialSource as sourceOf, type Credentials } from '../src/authentication/credentials.js';
import { VpcepError } from '../src/errors/vpcep-error.js';
import { createVpcepClient } from '../src/index.js';
import {
  clientOptionsFromEnvironment,
  credentialsFromEnvironment,
  credentialsFromProfile,
  defaultCredentials,
  projectIdFromEnvironment,
  projectIdFromProfile,
  regionFromEnvironment,
} from '../src/node/index.js';

/** The source of a client that signs. */
const createCredentialSource = (credentials: Credentials) => sourceOf(credentials, accessKeySigning().check);
const ak = 'PLANTEDAK';
const sk = 'planted-secret-93bd';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'vpcep-home-'));
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  for (const name of ['AK', 'SK', 'SECURITY_TOKEN', 'PROJECT_ID', 'CREDENTIALS_FILE']) {
    vi.stubEnv(`HUAWEICLOUD_SDK_${name}`, undefined);
  }
  for (const name of ['ACCESS_KEY', 'SECRET_KEY', 'SECURITY_TOKEN', 'PROJECT_ID', 'REGION_NAME']) {
    vi.stubEnv(`HW_${name}`, undefined);
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

function write(text: string, file = join(home, '.huaweicloud', 'credentials')): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

async function failureOf(call: () => unknown): Promise<VpcepError> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof VpcepError)) throw error;
    expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/planted-|PLANTED/);
    return error;
  }
  throw new Error('the call did not fail');
}

describe('the environment', () => {
  test('gives an access key, temporary or not, and the project', () => {
    vi.stubEnv('HUAWEICLOUD_SDK_AK', ak);
    vi.stubEnv('HUAWEICLOUD_SDK_SK', sk);
    const credentials = credentialsFromEnvironment();
    expect(credentials()).toEqual({ accessKeyId: ak, secretAccessKey: sk });
    expect(projectIdFromEnvironment()).toBeUndefined();
    vi.stubEnv('HUAWEICLOUD_SDK_SECURITY_TOKEN', 'temporary');
    vi.stubEnv('HUAWEICLOUD_SDK_PROJECT_ID', '6e9dfd51d1124e8d8498dce894923a0d');
    expect(credentials()).toEqual({ accessKeyId: ak, secretAccessKey: sk, securityToken: 'temporary' });
    expect(projectIdFromEnvironment()).toBe('6e9dfd51d1124e8d8498dce894923a0d');
  });

  test.each([
    ['HUAWEICLOUD_SDK_AK', 'HUAWEICLOUD_SDK_SK', undefined],
    ['HUAWEICLOUD_SDK_SK', 'HUAWEICLOUD_SDK_AK', undefined],
    ['HUAWEICLOUD_SDK_SK', 'HUAWEICLOUD_SDK_AK', ''],
  ])('with %s alone names %s', async (given, missing, value) => {
    vi.stubEnv(given, sk);
    vi.stubEnv(missing, value);
    const { message } = await failureOf(credentialsFromEnvironment());
    expect(message).toBe(`credentials: the environment has no ${missing}`);
  });
});

describe('the environment of Terraform', () => {
  test('gives an access key, temporary or not, the project and the region', () => {
    vi.stubEnv('HW_ACCESS_KEY', ak);
    vi.stubEnv('HW_SECRET_KEY', sk);
    const credentials = credentialsFromEnvironment();
    expect(credentials()).toEqual({ accessKeyId: ak, secretAccessKey: sk });
    vi.stubEnv('HW_SECURITY_TOKEN', 'temporary');
    vi.stubEnv('HW_PROJECT_ID', 'project');
    vi.stubEnv('HW_REGION_NAME', 'cn-north-4');
    expect(credentials()).toEqual({ accessKeyId: ak, secretAccessKey: sk, securityToken: 'temporary' });
    expect(projectIdFromEnvironment()).toBe('project');
    expect(regionFromEnvironment()).toBe('cn-north-4');
  });

  test('comes after that of the SDKs, and lends it nothing', () => {
    vi.stubEnv('HUAWEICLOUD_SDK_AK', ak);
    vi.stubEnv('HUAWEICLOUD_SDK_SK', sk);
    vi.stubEnv('HW_ACCESS_KEY', 'other');
    vi.stubEnv('HW_SECRET_KEY', 'other');
    vi.stubEnv('HW_SECURITY_TOKEN', 'other');
    vi.stubEnv('HW_PROJECT_ID', 'other');
    expect(credentialsFromEnvironment()()).toEqual({ accessKeyId: ak, secretAccessKey: sk });
    expect(projectIdFromEnvironment()).toBeUndefined();
  });

  test('keeps its project to itself', () => {
    vi.stubEnv('HW_ACCESS_KEY', ak);
    vi.stubEnv('HW_SECRET_KEY', sk);
    vi.stubEnv('HUAWEICLOUD_SDK_PROJECT_ID', 'other');
    vi.stubEnv('HUAWEICLOUD_SDK_SECURITY_TOKEN', 'other');
    expect(projectIdFromEnvironment()).toBeUndefined();
    expect(credentialsFromEnvironment()()).toEqual({ accessKeyId: ak, secretAccessKey: sk });
  });

  test.each([
    ['HUAWEICLOUD_SDK_AK', 'HW_SECRET_KEY', 'HUAWEICLOUD_SDK_SK'],
    ['HUAWEICLOUD_SDK_SK', 'HW_ACCESS_KEY', 'HUAWEICLOUD_SDK_AK'],
  ])('makes no whole key of half a one: %s and %s', async (sdk, terraform, missing) => {
    vi.stubEnv(sdk, sk);
    vi.stubEnv(terraform, sk);
    const message = `credentials: the environment has no ${missing}; its ${terraform} belongs to another key`;
    expect((await failureOf(credentialsFromEnvironment())).message).toBe(message);
    expect((await failureOf(defaultCredentials())).message).toBe(message);
  });

  test('gives the project without a key', () => {
    vi.stubEnv('HW_PROJECT_ID', 'terraform');
    expect(projectIdFromEnvironment()).toBe('terraform');
    vi.stubEnv('HUAWEICLOUD_SDK_PROJECT_ID', 'sdk');
    expect(projectIdFromEnvironment()).toBe('sdk');
  });

  test('is all that a client needs', async () => {
    vi.stubEnv('HW_ACCESS_KEY', ak);
    vi.stubEnv('HW_SECRET_KEY', sk);
    vi.stubEnv('HW_REGION_NAME', 'cn-north-4');
    vi.stubEnv('HW_PROJECT_ID', 'project');
    const sent: string[] = [];
    const vpcep = createVpcepClient({
      ...clientOptionsFromEnvironment(),
      fetch: (url, { headers }) => {
        sent.push(url, new Headers(headers).get('Authorization') ?? '');
        return Promise.resolve(Response.json({}));
      },
    });
    await vpcep.listEndpoints();
    expect(sent).toEqual([
      'https://vpcep.cn-north-4.myhuaweicloud.com/v1/project/vpc-endpoints',
      expect.stringContaining(`Access=${ak}`),
    ]);
  });

  test('that lacks something is refused before a client is made', async () => {
    vi.stubEnv('HW_ACCESS_KEY', ak);
    const { message } = await failureOf(clientOptionsFromEnvironment);
    expect(message).toBe('region: the environment has no HW_REGION_NAME');
    vi.stubEnv('HW_REGION_NAME', 'cn-north-4');
    expect((await failureOf(clientOptionsFromEnvironment)).message).toContain('HW_SECRET_KEY');
    vi.stubEnv('HW_ACCESS_KEY', '');
    expect((await failureOf(clientOptionsFromEnvironment)).message).toBe(
      'credentials: the environment has neither HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, nor HW_ACCESS_KEY and HW_SECRET_KEY',
    );
  });
});

describe('the profile file', () => {
  const file = `# of the platform team\n[global]\nak = other\nsk = other\n\n[basic]\nak = ${ak}\nsk=${sk}\n; not yet\n`;

  test('in its usual place gives the profile basic', async () => {
    write(file);
    expect(await credentialsFromProfile()()).toMatchObject({
      accessKeyId: ak,
      secretAccessKey: sk,
      securityToken: undefined,
    });
    expect(await projectIdFromProfile()).toBeUndefined();
  });

  test('may be elsewhere, by the environment or by option, and have other profiles', async () => {
    write('[basic]\nak = x\nsk = x\n');
    vi.stubEnv('HUAWEICLOUD_SDK_CREDENTIALS_FILE', write('[basic]\nak = y\nsk = y\n', join(home, 'by-environment')));
    expect(await credentialsFromProfile()()).toMatchObject({ accessKeyId: 'y' });
    const other = write(
      '\uFEFF[ team ]\r\nak = z\r\nsk = a=b/c+d==\r\nsecurity_token = t\r\nproject_id = p\r\niam_endpoint = https://iam.example\r\n',
      join(home, 'by-option'),
    );
    expect(await credentialsFromProfile({ file: other, profile: 'team' })()).toMatchObject({
      accessKeyId: 'z',
      secretAccessKey: 'a=b/c+d==',
      securityToken: 't',
    });
    expect(await projectIdFromProfile({ file: other, profile: 'team' })).toBe('p');
  });

  test('is read again after some minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const source = createCredentialSource(credentialsFromProfile());
      write(file);
      const first = await source.get();
      write(file.replace(sk, 'exchanged'));
      expect(await source.get()).toBe(first);
      vi.setSystemTime(Date.now() + 5 * 60_000);
      expect(await source.get()).toMatchObject({ secretAccessKey: 'exchanged' });
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([
    ['ak', `[basic]\nsk = ${sk}`],
    ['sk', `[basic]\nak = ${ak}`],
    ['sk', `[basic]\nak = ${ak}\nsk =\n[global]\nsk = ${sk}`],
  ])('without %s says so', async (missing, text) => {
    const path = write(text);
    const { message } = await failureOf(credentialsFromProfile());
    expect(message).toBe(`credentials: [basic] of ${path} has no ${missing}`);
  });

  test('without the profile says so', async () => {
    const path = write(`[global]\nak = ${ak}\nsk = ${sk}`);
    expect((await failureOf(credentialsFromProfile())).message).toBe(`credentials: ${path} has no section [basic]`);
    const other = await failureOf(credentialsFromProfile({ profile: '__proto__' }));
    expect(other.message).toBe(`credentials: ${path} has no section [__proto__]`);
  });

  test('that is not there is named', async () => {
    const path = join(home, '.huaweicloud', 'credentials');
    const error = await failureOf(credentialsFromProfile());
    expect(error.message).toBe(`credentials: cannot read the profile file ${path}`);
    expect(error.cause).toMatchObject({ code: 'ENOENT' });
  });

  test.each([
    [2, `[basic]\nplanted-secret-93bd`, /must be/],
    [2, `[basic]\nsk: ${sk}`, /must be/],
    [1, `sk = ${sk}`, /\[section\]/],
    [4, `[basic]\n\nsk = a\nsk = ${sk}`, /twice/],
    [3, `[basic]\nsk = ${sk}\n[basic]`, /twice/],
    [2, `[basic]\nsk = "${sk}"`, /quotes/],
    [2, `[basic]\nsk = ${sk} # of Anna`, /comments/],
    [1, `[basic`, /must be/],
    [1, `[]`, /must be/],
    [2, `[basic]\n= ${sk}`, /must be/],
  ])('is refused for its line %i: %j', async (line, text, rule) => {
    const path = write(text);
    const { message } = await failureOf(credentialsFromProfile());
    expect(message).toContain(`credentials: ${path}, line ${line}: `);
    expect(message).toMatch(rule);
  });
});

describe('the default', () => {
  test('is the environment', async () => {
    write('[basic]\nak = of-the-file\nsk = x\n');
    vi.stubEnv('HUAWEICLOUD_SDK_AK', ak);
    vi.stubEnv('HUAWEICLOUD_SDK_SK', sk);
    expect(await defaultCredentials()()).toMatchObject({ accessKeyId: ak });
  });

  test('is else the profile basic', async () => {
    write('[basic]\nak = of-the-file\nsk = x\n');
    expect(await defaultCredentials()()).toMatchObject({ accessKeyId: 'of-the-file' });
  });

  test('is not the profile when the environment holds half a key', async () => {
    write('[basic]\nak = of-the-file\nsk = x\n');
    vi.stubEnv('HUAWEICLOUD_SDK_SK', sk);
    const { message } = await failureOf(defaultCredentials());
    expect(message).toBe('credentials: the environment has no HUAWEICLOUD_SDK_AK');
  });

  test('tells where it looked when there is nothing', async () => {
    const { message } = await failureOf(defaultCredentials());
    expect(message).toContain('HUAWEICLOUD_SDK_AK');
    expect(message).toContain(join(home, '.huaweicloud', 'credentials'));
  });
});
