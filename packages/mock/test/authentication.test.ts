import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  demoCredentials,
  MockStartError,
  startMock,
  type AuthReport,
  type KnownAccessKey,
  type Mock,
} from '../src/index.js';
import { textOf } from '../src/log/log-text.js';
import { authorizationOfSdk, hmac, sdkDate, send, sha256, type Wire } from './signed-requests.js';

const permanent = { accessKeyId: 'permanent-id', secretAccessKey: 'planted-secret-1' };
const other = { accessKeyId: 'other-id', secretAccessKey: 'planted-secret-2' };
const temporary = {
  accessKeyId: 'temporary-id',
  secretAccessKey: 'planted-secret-3',
  securityToken: 'planted-security-token',
};
const token = 'planted-token';
const auth = { accessKeys: [permanent, other, temporary], tokens: [token, 'another-planted-token'] };

let mock: Mock;
let host: string;
let lines: string[] = [];
beforeAll(async () => {
  mock = await startMock({
    port: 0,
    clock: 'manual',
    auth,
    log: (entry) => void lines.push(...textOf(entry, false).split('\n')),
  });
  host = new URL(mock.url).host;
});
beforeEach(() => {
  mock.reset();
  lines = [];
});
afterEach(() => {
  expect(lines.filter((line) => line.startsWith('!'))).toEqual([]);
  expect(`${lines.join('\n')}${JSON.stringify(mock.auth())}`).not.toContain('planted');
});
afterAll(() => mock.close());

const errorResponse = (message: RegExp): unknown => ({
  status: 401,
  body: {
    error_code: 'APIGW.0301',
    error_msg: expect.stringMatching(message) as string,
    request_id: expect.any(String) as string,
  },
});
const services = '/v1/p/vpc-endpoint-services';

/** A request that is signed with a canonical request of our own, which may be wrong. */
function signed(
  wire: Partial<Wire> & { signedHeaders?: string },
  canonical: (date: string) => string,
  { date = new Date(), key = permanent, secret }: { date?: Date; key?: typeof permanent; secret?: string } = {},
): Wire {
  const stamp = sdkDate(date);
  const signature = hmac(secret ?? key.secretAccessKey, `SDK-HMAC-SHA256\n${stamp}\n${sha256(canonical(stamp))}`);
  const { signedHeaders = 'host;x-sdk-date', method = 'GET', target = services } = wire;
  return {
    method,
    target,
    headers: {
      Host: host,
      'X-Sdk-Date': stamp,
      ...wire.headers,
      Authorization: `SDK-HMAC-SHA256 Access=${key.accessKeyId}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
    },
    ...(wire.body === undefined ? {} : { body: wire.body }),
  };
}

interface Written {
  method: string;
  path: string;
  query: string;
  host: string;
  payloadHash: string;
}

const written = (date: string, { method, path, query, host: signedHost, payloadHash }: Partial<Written> = {}) =>
  [
    method ?? 'GET',
    path ?? `${services}/`,
    query ?? '',
    `host:${signedHost ?? host}`,
    `x-sdk-date:${date}`,
    '',
    'host;x-sdk-date',
    payloadHash ?? sha256(''),
  ].join('\n');

const report = async () => (await (await fetch(`${mock.url}/_mock/auth`)).json()) as AuthReport;

test('secrets that are no whole characters are hidden like others', async () => {
  const halves = await startMock({ port: 0, auth: { users: [{ domain: 'a', name: 'b', password: 'half \ud800' }] } });
  for (let call = 0; call < 2; call++) {
    const response = await fetch(`${halves.url}/v1/p/half%20%EF%BF%BD`, { headers: { 'X-Auth-Token': 'any' } });
    expect(response.status).toBe(404);
  }
  expect(halves.requests()).toMatchObject([{ path: '/v1/p/***' }, { path: '/v1/p/***' }]);
  await halves.close();
});

describe('any credentials, unless told otherwise', () => {
  test.each([{ 'X-Auth-Token': 'whatever' }, { Authorization: 'whatever' }])('%j is let in', async (headers) => {
    const open = await startMock({ port: 0 });
    expect((await fetch(open.url + services, { headers })).status).toBe(200);
    expect(await (await fetch(open.url + services)).json()).toHaveProperty('error_code', 'EndPoint.0003');
    expect(open.auth()).toEqual({ mode: 'any', accessKeyIds: [], refused: [] });
    await open.close();
  });
});

describe('known credentials', () => {
  test('let in: a token, and an access key by a signature', async () => {
    expect((await fetch(mock.url + services, { headers: { 'X-Auth-Token': token } })).status).toBe(200);
    expect(
      (
        await send(
          mock.url,
          signed({}, (date) => written(date)),
        )
      ).status,
    ).toBe(200);
    expect(mock.auth().refused).toEqual([]);
  });

  test('are the mock’s own when it is told no others', async () => {
    const strict = await startMock({ port: 0, auth: 'strict', stateful: false });
    const [demoToken] = demoCredentials.tokens;
    expect((await fetch(strict.url + services, { headers: { 'X-Auth-Token': demoToken } })).status).toBe(200);
    expect((await fetch(strict.url + services, { headers: { 'X-Auth-Token': 'any' } })).status).toBe(401);
    const wire = { method: 'GET', host: new URL(strict.url).host, path: services };
    const headers = { 'X-Sdk-Date': sdkDate(new Date()), 'content-type': 'application/json' };
    const authorization = authorizationOfSdk({ ...wire, headers }, demoCredentials.accessKeys[0]);
    const reply = await send(strict.url, {
      method: 'GET',
      target: services,
      headers: { ...headers, Authorization: authorization },
    });
    expect(reply.status).toBe(200);
    expect(strict.auth()).toMatchObject({ mode: 'strict', refused: [{ operation: 'listEndpointService' }] });
    await strict.close();
  });

  test('are not needed for control, versions, and paths that are none', async () => {
    expect((await fetch(`${mock.url}/_mock/state`)).status).toBe(200);
    expect((await fetch(`${mock.url}/`)).status).toBe(200);
    expect((await fetch(`${mock.url}/v1/p/nowhere`)).status).toBe(404);
  });

  test('come before what else is wrong with a request, and before faults', async () => {
    mock.setFaults([{ status: 503, times: 1 }]);
    const broken = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{' };
    expect((await fetch(mock.url + services, broken)).status).toBe(401);
    expect((await fetch(mock.url + services, { headers: { 'X-Auth-Token': token } })).status).toBe(503);
  });

  test.each([
    ['none', {}, /^Incorrect IAM authentication information: x-auth-token not found$/, /Send X-Auth-Token, or sign/],
    ['an unknown token', { 'X-Auth-Token': 'planted' }, /decrypt token fail$/, /not a known token; 2 are known/],
    ['another scheme', { Authorization: 'Bearer planted' }, /verify aksk signature fail$/, /SDK-HMAC-SHA256 Access=/],
  ])('refused: %s', async (_, headers, message, finding) => {
    const response = await fetch(mock.url + services, { headers: headers as Record<string, string> });
    expect({ status: response.status, body: await response.json() }).toEqual(errorResponse(message));
    expect((await report()).refused[0]?.findings).toEqual([expect.stringMatching(finding)]);
  });

  test.each([
    [
      'an unknown key',
      {},
      { key: { ...permanent, accessKeyId: 'stranger' } },
      /ak stranger not exist$/,
      /known are: permanent-id, other-id/,
    ],
    ['an old date', {}, { date: new Date(Date.now() - 16 * 60_000) }, /signature expired$/, /16 minutes behind/],
    ['a date to come', {}, { date: new Date(Date.now() + 17 * 60_000) }, /signature expired$/, /17 minutes ahead/],
    [
      'a date in another form',
      { headers: { 'X-Sdk-Date': '2026-01-31T09:30:00Z' } },
      {},
      /fail$/,
      /X-Sdk-Date is "2026-/,
    ],
    ['an impossible date', { headers: { 'X-Sdk-Date': '20261301T093000Z' } }, {}, /fail$/, /X-Sdk-Date is "20261301/],
    ['a date that is not signed', { signedHeaders: 'host' }, {}, /fail$/, /does not name x-sdk-date/],
    [
      'a signed header that is not sent',
      { signedHeaders: 'host;x-sdk-date;x-gone' },
      {},
      /canonicalRequest:/,
      /x-gone, which did not arrive/,
    ],
    [
      'a token with a permanent key',
      { headers: { 'X-Security-Token': 'planted' } },
      {},
      /canonicalRequest:/,
      /permanent access key/,
    ],
    ['a temporary key without its token', {}, { key: temporary }, /canonicalRequest:/, /send its security token/],
    [
      'a temporary key with another token',
      { headers: { 'X-Security-Token': 'planted' } },
      { key: temporary },
      /canonicalRequest:/,
      /not the one of temporary-id/,
    ],
  ])('refused: %s', async (_, wire, how, message, finding) => {
    const reply = await send(
      mock.url,
      signed(wire, (date) => written(date), how),
    );
    expect(reply).toMatchObject(errorResponse(message) as object);
    expect((await report()).refused[0]?.findings).toEqual([expect.stringMatching(finding)]);
  });

  test('a temporary key with its token, which is hidden when something else is wrong', async () => {
    const wire = {
      headers: { 'X-Security-Token': temporary.securityToken },
      signedHeaders: 'host;x-sdk-date;x-security-token',
    };
    const right = (date: string) =>
      [
        'GET',
        `${services}/`,
        '',
        `host:${host}`,
        `x-sdk-date:${date}`,
        `x-security-token:${temporary.securityToken}`,
        '',
        wire.signedHeaders,
        sha256(''),
      ].join('\n');
    expect((await send(mock.url, signed(wire, right, { key: temporary }))).status).toBe(200);
    const reply = await send(
      mock.url,
      signed(wire, (date) => right(date).replace(`${services}/`, services), { key: temporary }),
    );
    expect(reply).toMatchObject(errorResponse(/x-security-token:\*\*\*/) as object);
    expect(JSON.stringify(reply.body)).not.toContain('planted');
  });

  test('a date less than 15 minutes off is let in', async () => {
    for (const minutes of [-14, 14]) {
      const date = new Date(Date.now() + minutes * 60_000);
      expect(
        (
          await send(
            mock.url,
            signed({}, (stamp) => written(stamp), { date }),
          )
        ).status,
      ).toBe(200);
    }
  });

  test('refused: an unknown security token that is signed, which is hidden', async () => {
    const wire = { headers: { 'X-Security-Token': 'planted' }, signedHeaders: 'host;x-sdk-date;x-security-token' };
    const reply = await send(
      mock.url,
      signed(wire, () => '', { key: temporary }),
    );
    expect(reply).toMatchObject(errorResponse(/x-security-token:\*\*\*\|/) as object);
  });

  test('refused: a body that is not the one whose hash was sent and signed', async () => {
    const payloadHash = sha256('{"a":1}');
    const headers = { 'Content-Type': 'application/json', 'X-Sdk-Content-Sha256': payloadHash };
    const canonical = (date: string) => written(date, { method: 'POST', payloadHash });
    const sent = (body: string) => send(mock.url, signed({ method: 'POST', headers, body }, canonical));
    expect((await sent('{"a":1}')).status).toBe(400);
    expect((await sent('{"a":2}')).status).toBe(401);
    expect(mock.auth().refused[0]?.findings).toEqual([expect.stringMatching(/that of X-Sdk-Content-Sha256/)]);
  });

  test('a body that is declared as not signed', async () => {
    const headers = { 'Content-Type': 'application/json', 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' };
    const canonical = (date: string) => written(date, { method: 'POST', payloadHash: 'UNSIGNED-PAYLOAD' });
    const reply = await send(mock.url, signed({ method: 'POST', headers, body: '{}' }, canonical));
    expect(reply.status).toBe(400);
  });
});

describe('known answers of the Go SDK', () => {
  test.each([
    ['GET', '?limit=1', undefined, '5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624'],
    [
      'POST',
      '?key=value',
      '{"Name":"test","Id":1}\n',
      'cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59',
    ],
  ])('%s /path%s', async (method, query, body, signature) => {
    const folder = mkdtempSync(join(tmpdir(), 'vpcep-mock-'));
    const document = join(folder, 'openapi.json');
    const operation = (operationId: string) => ({ operationId, responses: { 204: { description: 'Done.' } } });
    writeFileSync(
      document,
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'The Go SDK’s tests', version: '1' },
        security: [{ signature: [] }],
        components: { securitySchemes: { signature: { type: 'apiKey', in: 'header', name: 'Authorization' } } },
        paths: {
          '/path': {
            get: operation('read'),
            post: { ...operation('write'), requestBody: { content: { 'application/json': { schema: {} } } } },
          },
        },
      }),
    );
    const accessKeys = [{ accessKeyId: 'AccessKey', secretAccessKey: 'SecretKey' }];
    const strict = await startMock({ port: 0, stateful: false, document, auth: { accessKeys } });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2006-01-02T15:04:05Z') });
    const wire = (path: string) => ({
      method,
      target: `${path}${query}`,
      headers: {
        Host: 'example.huaweicloud.com',
        'X-Sdk-Date': '20060102T150405Z',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        Authorization: `SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=x-sdk-date, Signature=${signature}`,
      },
      ...(body === undefined ? {} : { body }),
    });
    expect(await send(strict.url, wire('/path'))).toMatchObject({ status: 204 });
    const changed = { ...wire('/path'), target: `/path${query}0` };
    expect((await send(strict.url, changed)).status).toBe(401);
    vi.useRealTimers();
    await strict.close();
    rmSync(folder, { recursive: true });
  });
});

describe('what Huawei’s own SDK signs', () => {
  // Without what that SDK signs in another form than it is sent: see the tests of the client's signer.
  const text = fc.string({ unit: 'binary', maxLength: 12 });
  const segment = text
    .map((value) => value.replace(/[\s\p{Cc}\p{Zs}"<>\\^`{|}'?#/\uFEFF]/gu, ''))
    .filter((value) => value !== '.' && value !== '..' && value !== '');
  const anyRequest = fc.record({
    segments: fc.tuple(segment, segment),
    query: fc.dictionary(
      fc.oneof(text, fc.constantFrom('a b', 'a+b', 'a/b', '服务', 'marker_id')),
      fc.oneof(text, fc.constantFrom('', '1 + 2', '服务'), fc.array(text, { maxLength: 4 })),
      { maxKeys: 5 },
    ),
    body: fc.option(fc.jsonValue().filter(Boolean), { nil: undefined }),
    key: fc.constantFrom<KnownAccessKey>(permanent, other, temporary),
    plus: fc.boolean(),
  });
  type Any = typeof anyRequest extends fc.Arbitrary<infer T> ? T : never;

  function signedBySdk({ segments: [project, id], query, body, key, plus }: Any): Wire {
    const headers = {
      'content-type': 'application/json',
      'x-project-id': 'p',
      'X-Sdk-Date': sdkDate(new Date()),
      ...(key.securityToken === undefined ? {} : { 'x-security-token': key.securityToken }),
    };
    const search = Object.entries(query).flatMap(([name, value]) =>
      [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
    );
    const path = (form: (part: string) => string) => `/v1/${form(project)}/vpc-endpoints/${form(id)}`;
    const escaped = search.join('&');
    return {
      method: 'PUT',
      target: `${path(encodeURIComponent)}?${plus ? escaped.replaceAll('%20', '+') : escaped}`,
      headers: {
        Host: host,
        ...headers,
        Authorization: authorizationOfSdk({ method: 'PUT', host, path: path(String), query, headers, data: body }, key),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
  }

  test('is let in, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, async (any) => {
        const { status, body } = await send(mock.url, signedBySdk(any));
        expect([400, 404], JSON.stringify([body, mock.auth().refused[0]])).toContain(status);
        expect(mock.auth().refused).toEqual([]);
      }),
      { numRuns: scaled(60) },
    );
  });

  const changes: Record<string, (wire: Wire) => Wire> = {
    method: (wire) => ({ ...wire, method: 'DELETE' }),
    path: (wire) => ({ ...wire, target: wire.target.replace('?', 'x?') }),
    project: (wire) => ({ ...wire, target: wire.target.replace('/v1/', '/v1/x') }),
    'new parameter': (wire) => ({ ...wire, target: `${wire.target}&x=1` }),
    'end of the query': (wire) => ({
      ...wire,
      target: `${wire.target}x`,
    }),
    body: (wire) => ({ ...wire, body: `${wire.body ?? ''} ` }),
    'content type': (wire) => ({ ...wire, headers: { ...wire.headers, 'content-type': 'application/json;a=b' } }),
    project_id: (wire) => ({ ...wire, headers: { ...wire.headers, 'x-project-id': 'q' } }),
    host: (wire) => ({ ...wire, headers: { ...wire.headers, Host: 'vpcep.example' } }),
    date: (wire) => ({ ...wire, headers: { ...wire.headers, 'X-Sdk-Date': sdkDate(new Date(Date.now() + 60_000)) } }),
    key: (wire) => ({
      ...wire,
      headers: {
        ...wire.headers,
        Authorization: (wire.headers['Authorization'] ?? '').replace(/Access=\w/, 'Access=x'),
      },
    }),
    signature: (wire) => ({
      ...wire,
      headers: {
        ...wire.headers,
        Authorization: (wire.headers['Authorization'] ?? '').replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
      },
    }),
    'signed headers': (wire) => ({
      ...wire,
      headers: { ...wire.headers, Authorization: (wire.headers['Authorization'] ?? '').replace('x-project-id;', '') },
    }),
  };
  test.each(Object.entries(changes))('is refused when it was changed: %s', async (_, change) => {
    await fc.assert(
      fc.asyncProperty(anyRequest, async (any) => {
        expect((await send(mock.url, change(signedBySdk(any)))).status).toBe(401);
      }),
      { numRuns: scaled(10) },
    );
  });
});

describe('where to look', () => {
  test('the canonical request line by line, in the error response, under /_mock/ and in the log', async () => {
    const target = `${services}?limit=5&id=a+b`;
    const reply = await send(
      mock.url,
      signed({ target }, () => 'something else'),
    );
    const [entry] = (await report()).refused;
    const stamp = /x-sdk-date:(\w+)/.exec(JSON.stringify(entry))?.[1] ?? '';
    const canonical = written(stamp, { query: 'id=a%20b&limit=5' });
    expect(reply.body).toMatchObject({
      error_code: 'APIGW.0301',
      error_msg: `Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:${canonical.replaceAll('\n', '|')}`,
    });
    expect(entry).toMatchObject({
      operation: 'listEndpointService',
      method: 'GET',
      target,
      stringToSign: ['SDK-HMAC-SHA256', stamp, sha256(canonical)],
      findings: [expect.stringMatching(/^No well-known mistake/)],
    });
    expect(entry?.canonicalRequest?.flatMap((part) => part.lines)).toEqual(canonical.split('\n'));
    expect(entry?.canonicalRequest?.map(({ part }) => part)).toEqual([
      'method',
      'path',
      'query',
      'headers',
      'signedHeaders',
      'payloadHash',
    ]);
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d GET \/v1\/p\/vpc-endpoint-services\?limit=5&id=a\+b 401 .* ms listEndpointService APIGW\.0301 Incorrect IAM/,
    );
    expect(lines.filter((line) => line.startsWith('  | '))).toEqual(
      [...canonical.split('\n'), ...(entry?.stringToSign ?? [])].map((line) => `  | ${line}`),
    );
    for (const part of entry?.canonicalRequest ?? []) {
      expect(lines).toContain(`      ${part.part}: ${part.check}`);
    }
  });

  test('the last 20 are kept, the newest first, until the mock is reset', async () => {
    for (let number = 0; number < 25; number += 1) await fetch(`${mock.url}${services}?limit=${number}`);
    const { refused } = await report();
    expect(refused.map(({ target }) => target)).toEqual(
      Array.from({ length: 20 }, (_, index) => `${services}?limit=${24 - index}`),
    );
    mock.reset();
    expect((await report()).refused).toEqual([]);
  });

  const query = 'sort_key=create_at&endpoint_service_name=a%20b%2Fc';
  const sortedQuery = 'endpoint_service_name=a%20b%2Fc&sort_key=create_at';
  const pretty = '{ "a": 1 }';
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: pretty };
  const posted = { method: 'POST', payloadHash: sha256(pretty) };
  type Case = [string, Partial<Wire>, (date: string) => string, { secret?: string }, RegExp];
  const cases: Case[] = [
    [
      'method',
      {},
      (date) => written(date, { method: 'get' }),
      {},
      /the method is in lower case: write it in upper case/,
    ],
    ['path', {}, (date) => written(date, { path: services }), {}, /the path has no slash at its end: add it/],
    [
      'escaped path',
      { target: `${services}/a%20b` },
      (date) => written(date, { path: `${services}/a b/` }),
      {},
      /path is not escaped:/,
    ],
    [
      'path twice',
      { target: `${services}/a%20b` },
      (date) => written(date, { path: `${services}/a%2520b/` }),
      {},
      /escaped twice/,
    ],
    ['no query', { target: `${services}?${query}` }, (date) => written(date), {}, /the query is left out/],
    [
      'order',
      { target: `${services}?${query}` },
      (date) => written(date, { query }),
      {},
      /the query is not sorted: sort/,
    ],
    [
      'plus',
      { target: `${services}?${query}` },
      (date) => written(date, { query: sortedQuery.replace('%20', '+') }),
      {},
      /written as \+: write them as %20/,
    ],
    [
      'unescaped',
      { target: `${services}?${query}` },
      (date) => written(date, { query: decodeURIComponent(sortedQuery) }),
      {},
      /the query is not escaped/,
    ],
    [
      'slash',
      { target: `${services}?${query}` },
      (date) => written(date, { query: sortedQuery.replace('%2F', '/') }),
      {},
      /slashes in the query/,
    ],
    [
      'case of escapes',
      { target: `${services}?${query}` },
      (date) => written(date, { query: sortedQuery.replace('%2F', '%2f') }),
      {},
      /escapes in the query are in lower case/,
    ],
    ['empty value', { target: `${services}?id=` }, (date) => written(date, { query: 'id' }), {}, /no equals sign/],
    [
      'host',
      {},
      (date) => written(date, { host: '127.0.0.1' }),
      {},
      /the host has no port: sign the Host header as it is sent/,
    ],
    [
      'names',
      {},
      (date) => written(date).replace('x-sdk-date:', 'X-Sdk-Date:').replace('host:', 'Host:'),
      {},
      /capital letters/,
    ],
    [
      'space',
      {},
      (date) => written(date).replace('host:', 'host: ').replace('date:', 'date: '),
      {},
      /space after the colon/,
    ],
    [
      'no empty line',
      {},
      (date) => written(date).replace(`${date}\n\n`, `${date}\n`),
      {},
      /no empty line after the headers/,
    ],
    [
      'empty body',
      post,
      (date) => written(date, { ...posted, payloadHash: sha256('') }),
      {},
      /the body is empty: hash the bytes/,
    ],
    [
      'other JSON',
      post,
      (date) => written(date, { ...posted, payloadHash: sha256('{"a":1}') }),
      {},
      /same JSON, written another way/,
    ],
    ['empty object', {}, (date) => written(date, { payloadHash: sha256('{}') }), {}, /the body is \{\}/],
    [
      'case of hash',
      post,
      (date) => written(date, { ...posted, payloadHash: sha256(pretty).toUpperCase() }),
      {},
      /hash of the body is in upper case/,
    ],
    [
      'unsigned',
      post,
      (date) => written(date, { ...posted, payloadHash: 'UNSIGNED-PAYLOAD' }),
      {},
      /with no header X-Sdk-Content-Sha256/,
    ],
    [
      'two',
      { target: `${services}?${query}` },
      (date) => written(date, { path: services, query }),
      {},
      /no slash at its end and the query is not sorted/,
    ],
    [
      'secret',
      {},
      (date) => written(date),
      { secret: `${permanent.secretAccessKey}\n` },
      /white space at its end: trim/,
    ],
    ['other key', {}, (date) => written(date), { secret: other.secretAccessKey }, /the secret of other-id: send that/],
    [
      'key as secret',
      {},
      (date) => written(date),
      { secret: permanent.accessKeyId },
      /the access key ID is the secret/,
    ],
    ['derived', {}, (date) => written(date), { secret: `SDK${permanent.secretAccessKey}` }, /begins with SDK/],
    ['newline', {}, (date) => `${written(date)}\n`, {}, /canonical request ends in a newline/],
    ['CR LF', {}, (date) => written(date).replaceAll('\n', '\r\n'), {}, /lines of the canonical request end in CR LF/],
  ];
  test.each(cases)('names the mistake: %s', async (_, wire, canonical, how, finding) => {
    const reply = await send(mock.url, signed(wire, canonical, how));
    expect(reply).toMatchObject(errorResponse(/verify aksk signature fail, canonicalRequest:/) as object);
    const findings = mock.auth().refused[0]?.findings;
    expect(findings).toEqual([expect.stringMatching(/^The signature matches if /)]);
    expect(findings?.[0]).toMatch(finding);
    expect(lines).toContain(`  ${findings?.[0] ?? ''}`);
  });

  test('names a signature that is written another way', async () => {
    const right = signed({}, (date) => written(date));
    const rewrite = (form: (signature: string) => string): Wire => ({
      ...right,
      headers: {
        ...right.headers,
        Authorization: (right.headers['Authorization'] ?? '').replace(/\w+$/, form),
      },
    });
    await send(
      mock.url,
      rewrite((signature) => signature.toUpperCase()),
    );
    expect(mock.auth().refused[0]?.findings[0]).toMatch(/written in lower case/);
    await send(
      mock.url,
      rewrite((signature) => Buffer.from(signature, 'hex').toString('base64')),
    );
    expect(mock.auth().refused[0]?.findings[0]).toMatch(/hexadecimal digits, not in base64/);
  });

  test('shows no known secret, wherever a client puts it', async () => {
    const planted = [permanent.secretAccessKey, temporary.securityToken, token];
    for (const secret of planted) {
      const swapped = await send(
        mock.url,
        signed({}, (date) => written(date), { key: { ...permanent, accessKeyId: secret } }),
      );
      expect(swapped).toMatchObject(errorResponse(/ak \*\*\* not exist/) as object);
      const query = await send(
        mock.url,
        signed({ target: `${services}?id=${secret}` }, () => ''),
      );
      expect(query.status).toBe(401);
      const header = { headers: { 'X-Note': secret }, signedHeaders: 'host;x-note;x-sdk-date' };
      const noted = await send(
        mock.url,
        signed(header, () => ''),
      );
      expect(JSON.stringify([swapped.body, query.body, noted.body])).not.toContain('planted');
      await fetch(`${mock.url}${services}?id=${secret}`, { headers: { 'X-Auth-Token': token } });
    }
    for (const route of ['auth', 'state', 'health', 'faults', 'clock']) {
      expect(await (await fetch(`${mock.url}/_mock/${route}`)).text()).not.toContain('planted');
    }
  });
});

test.each([
  [
    { accessKeys: [{ accessKeyId: 'a b', secretAccessKey: 'planted' }] },
    /auth: credentials\.accessKeys\[0\]\.accessKeyId must be visible/,
  ],
  [{ accessKeys: [{ accessKeyId: 'a' }] }, /accessKeys\[0\]\.secretAccessKey is missing/],
  [{ accessKeys: [permanent, permanent] }, /permanent-id more than once/],
  [{ tokens: ['plan ted'] }, /tokens\[0\] must be visible/],
  [{}, /credentials must NOT have fewer than 1/],
])('credentials that cannot be used are refused at the start: %#', async (wrong, message) => {
  const failure: unknown = await startMock({ port: 0, auth: wrong as typeof auth }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MockStartError);
  expect(String(failure)).toMatch(message);
  expect(String(failure)).not.toMatch(/plan ?ted/);
});
