import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { startMock, type Mock } from '@vpcep/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createVpcepClient,
  regionBaseUrls,
  VpcepAbortError,
  VpcepConnectionError,
  VpcepError,
  VpcepHttpError,
  VpcepValidationError,
  type Fetch,
  type VpcepClientOptions,
} from '../src/index.js';
import { failureOf } from './failure-of.js';

const token = 'secret-token-of-the-test';
const projectId = '6e9dfd51d1124e8d8498dce894923a0d';
const id = '4189d3c2-8882-4871-a3c2-d380272eed83';
const body = {
  port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
  vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
  server_type: 'VM',
  ports: [{ client_port: 8080, server_port: 80 }],
} as const;

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, scenario: 'small-team' });
});
afterAll(() => mock.close());

const connect = (options: Partial<VpcepClientOptions> = {}) =>
  createVpcepClient({ baseUrl: mock.url, projectId, credentials: { token }, ...options });

/** A client whose requests go nowhere: each is remembered, and answered by `answer`. */
function recorded(answer: (request: Request) => Response, options: Partial<VpcepClientOptions> = {}) {
  const requests: Request[] = [];
  const fetch: Fetch = (url, init) => {
    const request = new Request(url, init);
    requests.push(request);
    return Promise.resolve(answer(request));
  };
  return { requests, client: connect({ baseUrl: 'https://vpcep.example', fetch, ...options }) };
}
const ok = () => Response.json({ id });

describe('on the mock', () => {
  test('creates a service and shows it', async () => {
    const created = await connect().createEndpointService({ body: { ...body, ports: [...body.ports] } });
    expect(created.status).toBe('creating');
    const shown = await connect().listServiceDetails({ path: { vpc_endpoint_service_id: created.id } });
    expect(shown.id).toBe(created.id);
  });

  test('throws what the API refuses, with its status and code', async () => {
    const error = await failureOf(connect().createEndpointService({ body: { ...body, ports: [] } }));
    expect(error).toBeInstanceOf(VpcepHttpError);
    expect(error).toMatchObject({ operation: 'createEndpointService', status: 400, code: 'EndPoint.0002' });
    expect(error.message).toMatch(/body\.ports/);
  });

  test('http answers with data or error, and authenticates too', async () => {
    const path = '/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}';
    const params = { path: { project_id: projectId, vpc_endpoint_service_id: id } };
    const found = await connect().http.GET(path, { params });
    expect(found.data?.id).toBe(id);
    const missing = await connect().http.GET(path, { params, headers: { Prefer: 'code=404' } });
    expect(missing.error?.error_code).toBe('EndPoint.0005');
    expect(missing.response.status).toBe(404);
  });
});

describe('requests', () => {
  test('carry the token, the project and JSON', async () => {
    const { client, requests } = recorded(ok);
    await client.createEndpointService({ body: { ...body, ports: [...body.ports] } });
    const [request] = requests;
    expect(request?.method).toBe('POST');
    expect(request?.url).toBe(`https://vpcep.example/v1/${projectId}/vpc-endpoint-services`);
    expect(request?.headers.get('X-Auth-Token')).toBe(token);
    expect(request?.headers.get('Content-Type')).toBe('application/json');
    expect(await request?.json()).toEqual(body);
  });

  test('ask a function for the credentials each time', async () => {
    let count = 0;
    const { client, requests } = recorded(ok, { credentials: () => Promise.resolve({ token: `token-${++count}` }) });
    for (let n = 0; n < 2; n++) await client.listServiceDetails({ path: { vpc_endpoint_service_id: id } });
    expect(requests.map((request) => request.headers.get('X-Auth-Token'))).toEqual(['token-1', 'token-2']);
  });

  test('are not sent when the function that returns the credentials fails', async () => {
    const cause = new Error('vault is sealed');
    const { client, requests } = recorded(ok, { credentials: () => Promise.reject(cause) });
    const error = await failureOf(client.listServiceDetails({ path: { vpc_endpoint_service_id: id } }));
    expect(error).toMatchObject({
      name: 'VpcepError',
      message: expect.stringMatching(/^credentials: /) as string,
      cause,
    });
    expect(requests).toEqual([]);
  });

  test('take the headers of the call', async () => {
    const { client, requests } = recorded(ok);
    await client.listServiceDetails({ path: { vpc_endpoint_service_id: id }, headers: { 'X-Trace': '1' } });
    expect(requests[0]?.headers.get('X-Trace')).toBe('1');
  });

  test('may name another project', async () => {
    const { client, requests } = recorded(ok);
    await client.listServiceDetails({ path: { project_id: 'other', vpc_endpoint_service_id: id } });
    expect(new URL(requests[0]?.url ?? '').pathname).toBe(`/v1/other/vpc-endpoint-services/${id}`);
  });

  test.each([
    ['a?b#c', 'a%3Fb%23c'],
    ['服务 1', '%E6%9C%8D%E5%8A%A1%201'],
    ['%2e%2e', '%252e%252e'],
    ['...', '...'],
  ])('escape the path value %s', async (value, escaped) => {
    const { client, requests } = recorded(ok);
    await client.listServiceDetails({ path: { vpc_endpoint_service_id: value } });
    expect(new URL(requests[0]?.url ?? '').pathname).toBe(`/v1/${projectId}/vpc-endpoint-services/${escaped}`);
  });

  test.each(['', 'a b', 'a\n', '服务', 'a/b'])('may not name the project %j', async (project_id) => {
    const { client, requests } = recorded(ok);
    const call = client.listServiceDetails({ path: { project_id, vpc_endpoint_service_id: id } });
    expect(await failureOf(call)).toMatchObject({ name: 'VpcepValidationError', field: 'path.project_id' });
    expect(requests).toEqual([]);
  });

  test.each([['\ud800'], [{}], [['a']], [Symbol('s')], [() => 'a'], [true], [Number.NaN]])(
    'are not sent with %o in the query',
    async (value) => {
      const { client, requests } = recorded(ok);
      // Values from outside are not always what the types promise.
      const query = { id: value } as unknown as { id: string };
      expect(await failureOf(client.listEndpointService({ query }))).toMatchObject({
        name: 'VpcepValidationError',
        field: 'query.id',
      });
      const params = { path: { project_id: projectId }, query };
      expect(await failureOf(client.http.GET('/v1/{project_id}/vpc-endpoint-services', { params }))).toMatchObject({
        name: 'VpcepValidationError',
        field: 'query.id',
      });
      expect(requests).toEqual([]);
    },
  );

  test('escape the values of the query, and leave out those that are not there', async () => {
    const { client, requests } = recorded(ok);
    const query = { id: 'a&b=c d+ü', endpoint_service_name: undefined, status: null, limit: 0 };
    // Values from outside are not always what the types promise.
    await client.listEndpointService({ query: query as unknown as { limit: number } });
    expect(new URL(requests[0]?.url ?? '').search).toBe('?id=a%26b%3Dc%20d%2B%C3%BC&limit=0');
    await client.listEndpointService({ query: {} });
    expect(requests[1]?.url).toMatch(/\/vpc-endpoint-services$/);
  });

  test('leave out of the path, the query, the body and the options what is undefined', async () => {
    const { client, requests } = recorded(ok);
    await client.updateEndpointService({
      path: { project_id: undefined, vpc_endpoint_service_id: 'id' },
      body: { service_name: 'orders', description: undefined, ports: [{ client_port: 80, protocol: undefined }] },
      headers: undefined,
      signal: undefined,
      timeout: undefined,
    });
    await client.listEndpointService({ path: undefined, query: { limit: 10, status: undefined } });
    await client.listEndpoints({ query: undefined });
    await client.http.GET('/v1/{project_id}/vpc-endpoints', {
      params: { path: { project_id: projectId }, query: { limit: 10, sort_key: undefined } },
    });
    const [update, ...lists] = requests;
    expect(update?.url).toBe(`https://vpcep.example/v1/${projectId}/vpc-endpoint-services/id`);
    expect(await update?.text()).toBe('{"service_name":"orders","ports":[{"client_port":80}]}');
    expect(lists.map(({ url }) => url.replace(/^.*\//, ''))).toEqual([
      'vpc-endpoint-services?limit=10',
      'vpc-endpoints',
      'vpc-endpoints?limit=10',
    ]);
  });

  test.each(['', '.', '..', undefined, 'a/b', 'a\\b', 'a\nb', 'a\u0000', '\u0085', '\ud800', 'a\udc00b'])(
    'are not sent with the path value %j',
    async (value) => {
      const { client, requests } = recorded(ok);
      // Values from outside are not always what the types promise.
      const path = { vpc_endpoint_service_id: value } as { vpc_endpoint_service_id: string };
      const error = await failureOf(client.listServiceDetails({ path }));
      expect(error).toBeInstanceOf(VpcepValidationError);
      expect(error).toMatchObject({ field: 'path.vpc_endpoint_service_id' });
      await expect(
        client.http.GET('/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}', {
          params: { path: { project_id: projectId, ...path } },
        }),
      ).rejects.toBeInstanceOf(VpcepValidationError);
      expect(requests).toEqual([]);
    },
  );

  test('are not sent through http without any path values', async () => {
    const { client, requests } = recorded(ok);
    const init = {} as { params: { path: { project_id: string; vpc_endpoint_service_id: string } } };
    const call = client.http.GET('/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}', init);
    expect(await failureOf(call)).toMatchObject({ name: 'VpcepValidationError', field: 'path.project_id' });
    expect(requests).toEqual([]);
  });
});

describe('where requests go', () => {
  test('a region has a host, in the EU one of another domain', () => {
    expect(regionBaseUrls['cn-north-4']).toBe('https://vpcep.cn-north-4.myhuaweicloud.com');
    expect(regionBaseUrls['eu-west-101']).toBe('https://vpcep.eu-west-101.myhuaweicloud.eu');
  });

  test('to the region', async () => {
    const requests: string[] = [];
    const fetch: Fetch = (url) => {
      requests.push(url);
      return Promise.resolve(ok());
    };
    const client = createVpcepClient({ region: 'cn-north-4', projectId, credentials: { token }, fetch });
    await client.listServiceDetails({ path: { vpc_endpoint_service_id: id } });
    expect(requests[0]).toMatch(/^https:\/\/vpcep\.cn-north-4\.myhuaweicloud\.com\/v1\//);
  });

  test('to baseUrl when both are given, slash at its end or not', async () => {
    const { client, requests } = recorded(ok, { region: 'cn-north-4', baseUrl: 'http://127.0.0.1:9/prefix/' });
    await client.listServiceDetails({ path: { vpc_endpoint_service_id: id } });
    expect(requests[0]?.url).toBe(`http://127.0.0.1:9/prefix/v1/${projectId}/vpc-endpoint-services/${id}`);
  });
});

describe('options that break a rule', () => {
  test.each([
    ['region', { baseUrl: undefined, region: 'cn-north4' }, /cn-north-4.*baseUrl/],
    ['region', { baseUrl: undefined, region: 'constructor' }, /unknown/],
    ['region', { baseUrl: undefined }, /must be given/],
    ['baseUrl', { baseUrl: '127.0.0.1:4010' }, /https:\/\//],
    ['baseUrl', { baseUrl: 'ftp://host' }, /https:\/\//],
    ['projectId', { projectId: '' }, /non-empty/],
    ['projectId', { projectId: undefined }, /non-empty/],
  ])('%s: %j', (field, options, message) => {
    let thrown: unknown;
    try {
      connect(options);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(VpcepValidationError);
    expect(thrown).toMatchObject({ field, message: expect.stringMatching(message) as string });
  });

  test.each(['', 'line\nbreak', 'blank inside', '密钥'])('the token %j, which is not repeated', async (bad) => {
    const error = await failureOf((async () => Promise.resolve(connect({ credentials: { token: bad } })))());
    expect(error).toMatchObject({ name: 'VpcepValidationError', field: 'credentials.token' });
    if (bad !== '') expect(inspect(error)).not.toContain(bad);
  });
});

describe('answers that are not what they should be', () => {
  let server: Server;
  let listener: RequestListener;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      listener(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const call = (signal?: AbortSignal) =>
    failureOf(
      connect({ baseUrl: url, maxRetries: 0 }).listServiceDetails({
        path: { vpc_endpoint_service_id: id },
        ...(signal === undefined ? {} : { signal }),
      }),
    );

  test('an error with the ID of the request', async () => {
    listener = (_, response) =>
      response
        .writeHead(403, { 'X-Request-Id': 'r-1' })
        .end('{"error_code": "EndPoint.0004", "error_msg": "no permissions"}');
    expect(await call()).toMatchObject({
      name: 'VpcepPermissionError',
      message: 'listServiceDetails: 403 EndPoint.0004: no permissions',
      status: 403,
      code: 'EndPoint.0004',
      reason: 'no permissions',
      requestId: 'r-1',
    });
  });

  test.each([
    ['an empty body', 500, ''],
    ['an HTML page', 502, '<html>Bad gateway</html>'],
    ['other JSON', 400, '{"message": "no"}'],
    ['JSON null', 400, 'null'],
  ])('%s', async (_, status, text) => {
    listener = (_request, response) => response.writeHead(status).end(text);
    const error = await call();
    expect(error).toBeInstanceOf(VpcepHttpError);
    expect(error).toMatchObject({ status, code: undefined });
  });

  test('a redirect is not followed, and does not take the token elsewhere', async () => {
    const visited: string[] = [];
    listener = (request, response) => {
      visited.push(request.url ?? '');
      response.writeHead(302, { Location: `${url}/elsewhere` }).end();
    };
    expect(await call()).toMatchObject({ name: 'VpcepHttpError', status: 302 });
    expect(visited).toHaveLength(1);
  });

  test('broken JSON with status 200', async () => {
    listener = (_, response) => response.writeHead(200).end('{"id": ');
    const error = await call();
    expect(error).toBeInstanceOf(VpcepConnectionError);
    expect(error.message).toBe('listServiceDetails: the answer with status 200 is not valid JSON: {"id": ');
  });

  test('a connection that breaks', async () => {
    listener = (request) => request.socket.destroy();
    const error = await call();
    expect(error).toBeInstanceOf(VpcepConnectionError);
    expect(error).toMatchObject({
      operation: 'listServiceDetails',
      message: expect.stringContaining('no answer arrived from') as string,
    });
  });

  test('a call that its caller ends', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    listener = () => {
      controller.abort(reason);
    };
    const error = await call(controller.signal);
    expect(error).toBeInstanceOf(VpcepAbortError);
    expect(error).toBeInstanceOf(VpcepError);
    expect(error.cause).toBe(reason);
  });

  test('no error shows the token', async () => {
    const listeners: RequestListener[] = [
      (_, response) => response.writeHead(401).end('{"error_code": "EndPoint.0003", "error_msg": "no"}'),
      (_, response) => response.writeHead(500).end(),
      (_, response) => response.writeHead(200).end('{'),
      (request) => request.socket.destroy(),
    ];
    for (listener of listeners) {
      const error = await call();
      for (const shown of [
        inspect(error, { depth: null, showHidden: true }),
        JSON.stringify(error),
        String(error.stack),
      ]) {
        expect(shown).not.toContain(token);
      }
    }
  });
});
