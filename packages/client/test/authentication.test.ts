import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  accessKeySigning,
  createVpcepClient,
  createVpcepCore,
  VpcepAbortError,
  VpcepAuthenticationError,
  VpcepPermissionError,
  VpcepValidationError,
  type Fetch,
  type TokenCredentials,
  type VpcepClientOptions,
} from '../src/index.js';

const accessKey = { accessKeyId: 'planted-id', secretAccessKey: 'planted-secret-key' };
const start = new Date('2026-01-31T12:00:00Z');
const path = { vpc_endpoint_service_id: '4189d3c2-8882-4871-a3c2-d380272eed83' };

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Sent {
  url: URL;
  headers: Headers;
}

function answering(answer: (sent: Sent, count: number) => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = { url: new URL(url), headers: new Headers(init.headers) };
    sent.push(request);
    return answer(request, sent.length);
  };
  const connect = (options: Partial<VpcepClientOptions> = {}) =>
    createVpcepClient({ baseUrl: 'https://vpcep.example', projectId: 'p', credentials: accessKey, fetch, ...options });
  return { sent, fetch, connect };
}

const ok = () => Response.json({ id: 'x' });
const errorResponse = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  Response.json({ error_code: code, error_msg: message }, { status, headers });

async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  const outcome = Promise.resolve(call).then(
    () => undefined,
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  return outcome;
}

describe('an access key', () => {
  test('signs each request, for its project, now', async () => {
    const { sent, connect } = answering(ok);
    const client = connect({ credentials: { ...accessKey, securityToken: 'temporary' } });
    await client.listServiceDetails({ path });
    await client.listServiceDetails({ path: { ...path, project_id: 'other' } });
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      authorization: expect.stringMatching(
        /^SDK-HMAC-SHA256 Access=planted-id, SignedHeaders=host;x-project-id;x-sdk-date;x-security-token, Signature=[\da-f]{64}$/,
      ) as string,
      'user-agent': expect.stringMatching(/^vpcep-client\//) as string,
      'x-project-id': 'p',
      'x-sdk-date': '20260131T120000Z',
      'x-security-token': 'temporary',
    });
    expect(sent[1]?.headers.get('X-Project-Id')).toBe('other');
  });

  test('signs calls that belong to no project without one', async () => {
    const { sent, connect } = answering(() => Response.json({ versions: [] }));
    await connect().listVersionDetails();
    expect(sent[0]?.headers.has('X-Project-Id')).toBe(false);
    expect(sent[0]?.headers.has('Authorization')).toBe(true);
  });

  test('signs what is sent: body and content type change the signature', async () => {
    const { sent, connect } = answering(ok);
    const body = { port_id: 'a', vpc_id: 'b', server_type: 'VM' as const, ports: [] };
    await connect().createEndpointService({ body });
    await connect().createEndpointService({ body: { ...body, port_id: 'c' } });
    const [first, second] = sent.map(({ headers }) => headers.get('Authorization') ?? '');
    expect(first).toContain('SignedHeaders=content-type;host;x-project-id;x-sdk-date');
    expect(first).not.toBe(second);
  });

  test('signs the requests of http, which are the same as those of the methods', async () => {
    const { sent, connect } = answering(ok);
    const client = connect();
    const body = { port_id: 'a', vpc_id: 'b', server_type: 'VM' as const, ports: [] };
    await client.createEndpointService({ body });
    await client.http.POST('/v1/{project_id}/vpc-endpoint-services', {
      params: { path: { project_id: 'p' } },
      body,
    });
    expect(Object.fromEntries(sent[1]?.headers ?? [])).toEqual(Object.fromEntries(sent[0]?.headers ?? []));
    expect(sent[1]?.url.href).toBe(sent[0]?.url.href);
  });

  test('signs the X-Project-Id that the caller sets', async () => {
    const { sent, connect } = answering(ok);
    const headers = { 'X-Project-Id': 'enterprise' };
    await connect().listServiceDetails({ path, headers });
    await connect({ headers }).listServiceDetails({ path });
    await connect().http.GET('/v1/{project_id}/vpc-endpoints', { params: { path: { project_id: 'p' } }, headers });
    for (const { headers: of } of sent) {
      expect(of.get('X-Project-Id')).toBe('enterprise');
      expect(of.get('Authorization')).toContain('x-project-id');
    }
    expect(sent).toHaveLength(3);
  });

  test('names the project of http, whatever the version and the path before it', async () => {
    const { sent, connect } = answering(ok);
    const client = connect({ baseUrl: 'https://vpcep.example/v1/proxy' });
    const params = { path: { project_id: 'p', vpc_endpoint_id: 'x' } };
    await client.http.POST('/v2/{project_id}/vpc-endpoints/{vpc_endpoint_id}/upgrade', {
      params,
      body: { action: 'start' },
    });
    expect(sent[0]?.url.pathname).toBe('/v1/proxy/v2/p/vpc-endpoints/x/upgrade');
    expect(sent[0]?.headers.get('X-Project-Id')).toBe('p');
  });

  test('gives way to credentials in the headers of a call', async () => {
    const { sent, connect } = answering(ok);
    await connect().listServiceDetails({ path, headers: { 'X-Auth-Token': 'own' } });
    expect([...(sent[0]?.headers.keys() ?? [])]).toEqual(['user-agent', 'x-auth-token']);
    expect(sent[0]?.headers.get('X-Auth-Token')).toBe('own');
  });

  test('shows nowhere in the client', () => {
    const { connect } = answering(ok);
    const client = connect();
    expect(inspect(client, { depth: null, showHidden: true }) + JSON.stringify(client)).not.toContain('planted');
  });

  test('signs for the core that was given signing, and its token is still a token', async () => {
    const { sent, fetch } = answering(ok);
    const options = { baseUrl: 'https://vpcep.example', projectId: 'p', fetch, signing: accessKeySigning() };
    await createVpcepCore({ ...options, credentials: accessKey }).listServiceDetails({ path });
    await createVpcepCore({ ...options, credentials: () => ({ token: 'own' }) }).listServiceDetails({ path });
    expect(sent[0]?.headers.get('Authorization')).toMatch(/^SDK-HMAC-SHA256 Access=.*, Signature=[0-9a-f]{64}$/);
    expect(sent[0]?.headers.get('X-Project-Id')).toBe('p');
    expect([...(sent[1]?.headers ?? [])]).toEqual([['x-auth-token', 'own']]);
  });

  test('is refused by the core, and not repeated', async () => {
    const { sent, fetch } = answering(ok);
    const key = accessKey as unknown as TokenCredentials;
    for (const credentials of [key, () => key]) {
      const call = async () =>
        createVpcepCore({ baseUrl: 'https://vpcep.example', projectId: 'p', fetch, credentials }).listEndpoints();
      const error = await failureOf(call());
      expect(error).toBeInstanceOf(VpcepValidationError);
      expect(inspect(error)).not.toContain('planted');
    }
    expect(sent).toEqual([]);
  });
});

describe('a clock that is wrong', () => {
  const expired = 'Incorrect IAM authentication information: calc ak sk signature fail:signature expired';
  const late = 'Sat, 31 Jan 2026 13:00:00 GMT';

  test('is corrected by the Date of the error response, once and for all', async () => {
    const { sent, connect } = answering(({ headers }) =>
      headers.get('X-Sdk-Date') === '20260131T130000Z'
        ? ok()
        : errorResponse(401, 'APIGW.0301', expired, { Date: late }),
    );
    const client = connect({ maxRetries: 0 });
    await client.createEndpointService({ body: { port_id: 'a', vpc_id: 'b', server_type: 'VM', ports: [] } });
    expect(sent).toHaveLength(2);
    await client.listServiceDetails({ path });
    expect(sent).toHaveLength(3);
  });

  test('that still does not suit the service is not corrected again', async () => {
    const { sent, connect } = answering(() => errorResponse(401, 'APIGW.0301', expired, { Date: late }));
    expect(await failureOf(connect().listServiceDetails({ path }))).toBeInstanceOf(VpcepAuthenticationError);
    expect(sent).toHaveLength(2);
  });

  test('is not suspected when the signature itself is wrong', async () => {
    const { sent, connect } = answering(() =>
      errorResponse(401, 'APIGW.0301', 'verify ak sk signature fail', { Date: late }),
    );
    expect(await failureOf(connect().listServiceDetails({ path }))).toBeInstanceOf(VpcepAuthenticationError);
    expect(sent).toHaveLength(1);
  });
});

describe('credentials that the service refuses', () => {
  test('are asked for again, once', async () => {
    let asked = 0;
    const credentials = () => ({ token: `token-${++asked}`, expiresAt: '2026-02-01T12:00:00Z' });
    const { sent, connect } = answering(({ headers }) =>
      headers.get('X-Auth-Token') === 'token-1' ? errorResponse(401, 'EndPoint.0003', 'expired') : ok(),
    );
    const client = connect({ credentials, maxRetries: 0 });
    await client.listServiceDetails({ path });
    await client.listServiceDetails({ path });
    expect(sent.map(({ headers }) => headers.get('X-Auth-Token'))).toEqual(['token-1', 'token-2', 'token-2']);
  });

  test('are not asked for without end', async () => {
    const { sent, connect } = answering(() => errorResponse(401, 'EndPoint.0003', 'no'));
    const error = await failureOf(connect({ credentials: () => ({ token: 't' }) }).listServiceDetails({ path }));
    expect(error).toMatchObject({ name: 'VpcepAuthenticationError', attempts: 2 });
    expect(sent).toHaveLength(2);
  });
});

describe('the project', () => {
  const projects = () => Response.json({ projects: [{ id: 'found', name: 'cn-north-4' }] });
  const byRegion = {
    region: 'cn-north-4',
    baseUrl: undefined,
    projectId: undefined,
  } as unknown as Partial<VpcepClientOptions>;

  test('is looked up once in IAM by the region, signed, however many calls wait', async () => {
    const { sent, connect } = answering(({ url }) => (url.hostname.startsWith('iam.') ? projects() : ok()));
    const client = connect(byRegion);
    await Promise.all([client.listServiceDetails({ path }), client.listServiceDetails({ path })]);
    await client.listServiceDetails({ path });
    const urls = sent.map(({ url }) => `${url.host}${url.pathname}${url.search}`);
    expect(urls).toEqual([
      'iam.cn-north-4.myhuaweicloud.com/v3/projects?name=cn-north-4',
      ...Array.from(
        { length: 3 },
        () => `vpcep.cn-north-4.myhuaweicloud.com/v1/found/vpc-endpoint-services/${path.vpc_endpoint_service_id}`,
      ),
    ]);
    expect(sent[0]?.headers.get('Authorization')).toMatch(/^SDK-HMAC-SHA256 /);
  });

  test('is not looked up when a call names its own, or needs none', async () => {
    const { sent, connect } = answering(() => Response.json({ versions: [] }));
    const client = connect(byRegion);
    await client.listVersionDetails();
    await client.listServiceDetails({ path: { ...path, project_id: 'own' } });
    expect(sent.map(({ url }) => url.hostname)).toEqual(Array(2).fill('vpcep.cn-north-4.myhuaweicloud.com'));
  });

  test('a lookup that fails says so, and is tried again by the next call', async () => {
    let reject = true;
    const { connect } = answering(({ url }) => {
      if (!url.hostname.startsWith('iam.')) return ok();
      return reject ? errorResponse(403, 'IAM.0002', 'no rights') : projects();
    });
    const client = connect(byRegion);
    const error = await failureOf(client.listServiceDetails({ path }));
    expect(error).toBeInstanceOf(VpcepPermissionError);
    expect(error).toMatchObject({ operation: 'KeystoneListProjects' });
    reject = false;
    expect(await client.listServiceDetails({ path })).toEqual({ id: 'x' });
  });

  test('a call that is aborted meanwhile ends; the lookup goes on for the others', async () => {
    const { sent, connect } = answering(({ url }) =>
      url.hostname.startsWith('iam.') ? new Promise((resolve) => setTimeout(resolve, 1000, projects())) : ok(),
    );
    const client = connect(byRegion);
    const controller = new AbortController();
    const other = client.listServiceDetails({ path });
    const aborted = failureOf(client.listServiceDetails({ path, signal: controller.signal }));
    controller.abort();
    expect(await aborted).toBeInstanceOf(VpcepAbortError);
    expect(await other).toEqual({ id: 'x' });
    expect(sent).toHaveLength(2);
  });

  test('must be named where there is no region', () => {
    const { connect } = answering(ok);
    expect(() => connect({ projectId: undefined })).toThrow(/^projectId: must be a non-empty string of visible/);
  });
});
