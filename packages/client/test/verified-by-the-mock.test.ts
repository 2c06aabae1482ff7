import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { demoCredentials, startMock, type Mock } from '@vpcep/mock';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createVpcepClient, VpcepAuthenticationError, type Credentials } from '../src/index.js';
import { sign } from '../src/authentication/sign.js';

const [accessKey] = demoCredentials.accessKeys;
const temporary = { accessKeyId: 'temporary', secretAccessKey: 'secret', securityToken: 'security-token' };

describe('a mock that verifies', () => {
  let mock: Mock;
  beforeAll(async () => {
    const { accessKeys, tokens } = demoCredentials;
    mock = await startMock({
      port: 0,
      transitions: 'immediate',
      auth: { accessKeys: [...accessKeys, temporary], tokens },
    });
  });
  afterAll(() => mock.close());
  const connect = (credentials: Credentials) => createVpcepClient({ baseUrl: mock.url, projectId: 'p', credentials });

  test.each([
    ['an access key', accessKey],
    ['a temporary access key', temporary],
    ['a token', { token: demoCredentials.tokens[0] }],
  ])('lets in %s, with and without a query and a body', async (_, credentials) => {
    mock.reset();
    const client = connect(credentials);
    const created = await client.createEndpointService({
      body: {
        port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
        vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
        server_type: 'VM',
        ports: [{ client_port: 8080, server_port: 80 }],
        tags: [{ key: '部门', value: 'a + b' }],
      },
    });
    const { total_count: found } = await client.listEndpointService({
      query: { endpoint_service_name: created.service_name, sort_dir: 'asc', sort_key: 'create_at' },
    });
    expect(found).toBe(1);
    await client.deleteEndpointService({ path: { vpc_endpoint_service_id: created.id } });
    expect(mock.auth().refused).toEqual([]);
  });

  test.each([
    ['an access key', accessKey],
    ['a temporary access key', temporary],
    ['a token', { token: demoCredentials.tokens[0] }],
  ])('tells %s the project of the region', async (_, credentials) => {
    mock.reset();
    const urls: string[] = [];
    const client = createVpcepClient({
      baseUrl: mock.url,
      region: 'cn-north-4',
      iamUrl: mock.url,
      credentials,
      hooks: { onAttemptStart: ({ url }) => urls.push(url.replace(mock.url, '')) },
    });
    expect((await client.listEndpointService()).total_count).toBe(0);
    const project = '6e9dfd51d1124e8d8498dce894923a0d';
    expect(urls).toEqual(['/v3/projects?name=cn-north-4', `/v1/${project}/vpc-endpoint-services`]);
  });

  test('refuses another secret', async () => {
    mock.reset();
    const failure: unknown = await connect({ ...accessKey, secretAccessKey: 'planted' })
      .listQuotaDetails()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(VpcepAuthenticationError);
    expect(failure).toMatchObject({ status: 401, code: 'APIGW.0301' });
    expect(mock.auth().refused[0]?.findings[0]).toMatch(/^No well-known mistake/);
  });

  test('lets in whatever is signed, as fetch sends it', async () => {
    mock.reset();
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const segment = text.filter((value) => !['', '.', '..'].includes(value)).map(encodeURIComponent);
    const pairs = fc.array(fc.tuple(text, text), { maxLength: 5 });
    const odd = fc.constantFrom(
      '',
      'a=1+2',
      'a',
      'a=&a',
      'b=2&a=1',
      'a=x/y',
      '名=服务',
      "q=!'()*~",
      '%',
      'a=%ff',
      '&&a=1',
    );
    const query = fc.oneof(
      odd,
      pairs.map((parameters) => new URLSearchParams(parameters).toString()),
    );
    const body = fc.option(fc.json(), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(segment, segment, query, body, async (project, id, search, sent) => {
        const url = `${mock.url}/v1/${project}/vpc-endpoints/${id}?${search}`;
        const headers = { 'content-type': 'application/json', 'x-project-id': 'p' };
        const request = { method: 'PUT', url, headers, body: sent };
        sign(request, accessKey, new Date());
        const response = await fetch(url, { method: 'PUT', headers, ...(sent === undefined ? {} : { body: sent }) });
        await response.text();
        expect(mock.auth().refused).toEqual([]);
      }),
      { numRuns: scaled(60) },
    );
  });
});

describe('a clock that is wrong', () => {
  let child: ChildProcess;
  let url: string;
  beforeAll(async () => {
    // In a process of its own, whose clock is right.
    const folder = dirname(createRequire(import.meta.url).resolve('@vpcep/mock/package.json'));
    child = spawn(process.execPath, [join(folder, 'bin/vpcep-mock.js'), '--port', '0', '--auth', 'strict'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    url = /http:\S+/.exec(line.toString())?.[0] ?? '';
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  afterAll(() => child.kill());

  test.each([-60, 60])('by %d minutes is corrected by the mock’s Date', async (minutes) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
    const client = createVpcepClient({ baseUrl: url, projectId: 'p', credentials: accessKey });
    expect(await client.listQuotaDetails()).toHaveProperty('quotas');
    vi.useRealTimers();
    const report: unknown = await (await fetch(`${url}/_mock/auth`)).json();
    expect(report).toMatchObject({
      refused: [{ operation: 'listQuotaDetails', answered: expect.stringMatching(/signature expired$/) as string }],
    });
    await fetch(`${url}/_mock/reset`, { method: 'POST' });
  });
});
