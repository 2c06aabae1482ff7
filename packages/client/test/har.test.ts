import { startMock, type Mock } from '@vpcep/mock';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordHar, type Har } from '../src/har/index.js';
import { createVpcepClient, VpcepConnectionError, VpcepHttpError, type Credentials, type Fetch } from '../src/index.js';

const projectId = '6e9dfd51d1124e8d8498dce894923a0d';
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ port: 0, clock: 'manual' });
});
beforeEach(() => {
  mock.reset();
});
afterAll(async () => {
  await mock.close();
});

/** A client whose traffic is recorded. */
function recorded(options: { send?: Fetch; credentials?: Credentials; maxRetries?: number } = {}) {
  const { send, credentials = { token: 'token-that-nobody-knows' }, maxRetries = 0 } = options;
  const { har, fetch, hooks } = recordHar(send === undefined ? {} : { fetch: send });
  const vpcep = createVpcepClient({ baseUrl: mock.url, projectId, credentials, fetch, hooks, maxRetries });
  return { vpcep, har };
}

const only = ({ log: { entries } }: Har) => {
  const [entry, ...others] = entries;
  if (entry === undefined || others.length > 0) throw new Error(`there are ${entries.length} entries, not one`);
  return entry;
};

test('what is sent and answered is recorded, bodies as texts', async () => {
  const { vpcep, har } = recorded();
  const service = {
    port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
    vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
    server_type: 'VM' as const,
    ports: [{ client_port: 8080, server_port: 80 }],
  };
  const created = await vpcep.createEndpointService({ body: service });
  const { request, response, comment } = only(har());
  expect(comment).toBe('createEndpointService');
  expect(request).toMatchObject({
    method: 'POST',
    url: `${mock.url}/v1/${projectId}/vpc-endpoint-services`,
    postData: { mimeType: 'application/json', text: JSON.stringify(service) },
  });
  expect(response).toMatchObject({ status: 200, content: { mimeType: expect.stringContaining('json') as string } });
  expect(JSON.parse(response.content.text)).toEqual(created);
});

test('the query is recorded, and how long each part took', async () => {
  const { vpcep, har } = recorded();
  mock.setFaults([{ latency: '30ms' }]);
  const before = Date.now();
  await vpcep.listEndpoints({ query: { limit: 10, sort_dir: 'asc' } });
  const { request, startedDateTime, time, timings } = only(har());
  expect(request.queryString).toEqual([
    { name: 'limit', value: '10' },
    { name: 'sort_dir', value: 'asc' },
  ]);
  expect(Date.parse(startedDateTime)).toBeGreaterThanOrEqual(before);
  expect(timings.wait).toBeGreaterThan(25);
  expect(time).toBeCloseTo(timings.send + timings.wait + timings.receive);
});

test('every attempt is an entry, failed ones and those of the plain client too', async () => {
  const { vpcep, har } = recorded({ maxRetries: 1 });
  mock.setFaults([{ status: 503, retryAfter: 0, times: 1 }]);
  await vpcep.listEndpoints();
  await vpcep.http.GET('/v1/{project_id}/quotas', { params: { path: { project_id: projectId } } });
  const seen = har().log.entries.map(({ response, comment }) => [response.status, comment]);
  expect(seen).toEqual([
    [503, 'listEndpoints'],
    [200, 'listEndpoints'],
    [200, undefined],
  ]);
});

test('where no answer arrives, the entry says why', async () => {
  const { vpcep, har } = recorded();
  mock.setFaults([{ drop: 'request' }]);
  await expect(vpcep.listEndpoints()).rejects.toThrow(VpcepConnectionError);
  expect(only(har()).response).toMatchObject({ status: 0, _error: expect.stringContaining('fetch failed') as string });
});

test('where an answer breaks off, the entry says why', async () => {
  const broken = new ReadableStream({
    pull(stream) {
      stream.error(new TypeError('terminated'));
    },
  });
  const { vpcep, har } = recorded({ send: () => Promise.resolve(new Response(broken)) });
  await expect(vpcep.listEndpoints()).rejects.toThrow(VpcepConnectionError);
  expect(only(har()).response).toMatchObject({ status: 0, _error: 'TypeError: terminated' });
});

test('secrets are left out by the names of headers, parameters and members', async () => {
  const answer = { password: 'p1', passage: 'kept', nested: { 'x-"token"': 'p2 \\" p2', security_token: 'p3' } };
  const { vpcep, har } = recorded({
    credentials: { token: 'short' },
    send: () =>
      Promise.resolve(
        Response.json(answer, {
          headers: [
            ['Set-Cookie', 'HWWAFSESID=p4; path=/'],
            ['X-Subject-Token', 'p5'],
            ['X-Request-Id', 'kept'],
          ],
        }),
      ),
  });
  await vpcep.http.GET('/v1/{project_id}/quotas', {
    params: { path: { project_id: projectId }, query: { type: 'endpoint', ...{ 'X-Auth-Token': 'p6' } } },
    headers: { Cookie: 'p7', 'X-Api-Key': 'p8' },
  });
  const { request, response } = only(har());
  expect(JSON.stringify([request, response])).not.toMatch(/p\d|short/);
  expect(request.url).toContain('?type=endpoint&X-Auth-Token=%5Bsecret%5D');
  expect(response.headers).toContainEqual({ name: 'x-request-id', value: 'kept' });
  expect(JSON.parse(response.content.text)).toEqual({
    password: '[secret]',
    passage: 'kept',
    nested: { 'x-"token"': '[secret]', security_token: '[secret]' },
  });
});

/** A gateway that repeats all that it gets, wherever an answer has room for it. */
const repeating: Fetch = (url, { headers }) => {
  const sent = Object.values(Object.fromEntries(new Headers(headers)));
  return Promise.resolve(
    new Response(
      [
        ...sent,
        ...sent.map(encodeURIComponent),
        JSON.stringify(sent),
        ...sent.flatMap((value) => value.split(/[=, ]/)),
      ].join('\n'),
      { status: 401, headers: { Location: `${url}?again=${encodeURIComponent(sent.join())}`, 'X-Echo': sent.join() } },
    ),
  );
};

test('no token, key, signature or security token is recorded, whoever repeats it', async () => {
  const secret = fc.string({
    minLength: 8,
    maxLength: 40,
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  });
  const credentials = fc.oneof(
    fc.record({ token: secret }),
    fc.record({ accessKeyId: fc.stringMatching(/^[A-Z0-9]{8,20}$/), secretAccessKey: secret, securityToken: secret }),
  );
  const signatures: string[] = [];
  await fc.assert(
    fc.asyncProperty(credentials, async (given) => {
      const { vpcep, har } = recorded({
        credentials: given,
        send: (url, init) => {
          const signature = /Signature=(\w+)/.exec(new Headers(init.headers).get('Authorization') ?? '')?.[1];
          if (signature !== undefined) signatures.push(signature);
          return repeating(url, init);
        },
      });
      await expect(vpcep.listEndpoints()).rejects.toThrow(VpcepHttpError);
      const texts: unknown[] = [];
      JSON.stringify(har(), (_, value: unknown) => (typeof value === 'string' ? texts.push(value) : value));
      const text = texts.join('\n');
      for (const value of [...Object.values(given), ...signatures.splice(0)]) {
        for (const written of [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]) {
          expect(text).not.toContain(written);
        }
      }
    }),
  );
});
