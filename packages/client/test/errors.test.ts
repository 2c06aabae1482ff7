import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { errorCatalogue } from '../src/error-catalogue.js';
import {
  VpcepAuthenticationError,
  VpcepConnectionError,
  VpcepHttpError,
  VpcepNotFoundError,
  VpcepPermissionError,
  VpcepServerError,
  VpcepThrottlingError,
  type Fetch,
} from '../src/index.js';
import {
  body,
  broken,
  errorResponse,
  id,
  outcomeOf,
  path,
  refused,
  scripted,
  silent,
  token,
} from './scripted-fetch.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test.each([
  [400, 'EndPoint.0002', VpcepHttpError],
  [400, 'EndPoint.0022', VpcepThrottlingError],
  [401, 'EndPoint.0003', VpcepAuthenticationError],
  [403, 'EndPoint.0004', VpcepPermissionError],
  [404, 'EndPoint.0005', VpcepNotFoundError],
  [401, 'APIG.0301', VpcepAuthenticationError],
  [404, 'APIGW.0101', VpcepNotFoundError],
  [429, 'APIGW.0308', VpcepThrottlingError],
  [429, 'APIG.0308', VpcepThrottlingError],
  [500, 'EndPoint.0001', VpcepServerError],
])('%d %s is of its class', async (status, code, ErrorClass) => {
  const { client } = scripted([errorResponse(status, code, { 'X-Request-Id': 'r-1' })], { maxRetries: 0 });
  const error = await outcomeOf(client.listServiceDetails({ path }));
  expect(error).toBeInstanceOf(ErrorClass);
  expect(error).toMatchObject({
    name: ErrorClass.name,
    message: `listServiceDetails: ${status} ${code}: no`,
    operation: 'listServiceDetails',
    requestId: 'r-1',
  });
});

test.each([
  [{}, 'of-the-body'],
  [{ 'X-Request-Id': 'of-the-header' }, 'of-the-header'],
])('know the ID of their request, which the gateway may write in the body alone: %j', async (headers, requestId) => {
  const gatewayBody = { error_code: 'APIGW.0308', error_msg: 'slow down', request_id: 'of-the-body' };
  const { client } = scripted([Response.json(gatewayBody, { status: 429, headers })], { maxRetries: 0 });
  expect(await outcomeOf(client.listServiceDetails({ path }))).toMatchObject({ requestId });
});

test('carry the remedy of a code of the gateway, however the region spells it', async () => {
  const { client } = scripted([errorResponse(429, 'APIG.0308')], { errorCatalogue, maxRetries: 0 });
  expect(await outcomeOf(client.listServiceDetails({ path }))).toMatchObject({
    code: 'APIG.0308',
    remedy: errorCatalogue.get('APIGW.0308')?.remedy,
  });
});

test('the other documented form of the body is read too', async () => {
  const { client } = scripted([Response.json({ error: { code: 'EndPoint.0005', message: 'gone' } }, { status: 404 })]);
  expect(await outcomeOf(client.listServiceDetails({ path }))).toMatchObject({
    message: 'listServiceDetails: 404 EndPoint.0005: gone',
    code: 'EndPoint.0005',
  });
});

test.each([
  ['', undefined, 'empty'],
  ['<html>', 'text/html', 'text/html'],
  ['{"error": {}}', 'application/json', 'application/json: {"error": {}}'],
])('the body %j did not come from the API', async (text, type, what) => {
  const headers = type === undefined ? {} : { 'Content-Type': type };
  const { client } = scripted([() => new Response(text === '' ? null : text, { status: 404, headers })]);
  expect(await outcomeOf(client.listServiceDetails({ path }))).toMatchObject({
    message: `listServiceDetails: 404: the answer did not come from the API: its body is ${what}`,
    code: undefined,
  });
});

test.each([
  ['', 'empty'],
  ['<html>', 'not valid JSON: <html>'],
  ['null', 'not a JSON object: null'],
])('the successful body %j is not what is documented', async (text, what) => {
  const { client } = scripted([new Response(text)], { maxRetries: 0 });
  const error = await outcomeOf(client.listServiceDetails({ path }));
  expect(error).toBeInstanceOf(VpcepConnectionError);
  expect((error as Error).message).toBe(`listServiceDetails: the answer with status 200 is ${what}`);
});

test('carry the remedy of their code when the client has the catalogue', async () => {
  const { client } = scripted([errorResponse(400, 'EndPoint.3044')], { errorCatalogue });
  const error = await outcomeOf(client.createEndpointService({ body }));
  const remedy = errorCatalogue.get('EndPoint.3044')?.remedy;
  expect(error).toMatchObject({ remedy, message: expect.stringContaining(remedy?.en ?? '?') as string });
});

test('as JSON show their message and fields', async () => {
  const { client } = scripted([errorResponse(404, 'EndPoint.0005')]);
  const error = await outcomeOf(client.listServiceDetails({ path }));
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'VpcepNotFoundError',
    message: 'listServiceDetails: 404 EndPoint.0005: no',
    operation: 'listServiceDetails',
    callId: expect.any(String) as string,
    attempts: 1,
    method: 'GET',
    url: `https://vpcep.example/v1/p/vpc-endpoint-services/${id}`,
    outcome: 'not done',
    status: 404,
    code: 'EndPoint.0005',
    reason: 'no',
  });
});

test('show no secret, whatever repeats it', async () => {
  const leaky = Object.assign(new TypeError(`cannot send ${token}`), {
    config: { headers: { 'X-Auth-Token': token } },
    cause: Object.assign(new Error(token), { request: { token } }),
  });
  const repeating = Response.json({ error_code: 'APIGW.0301', error_msg: `bad ${token}` }, { status: 401 });
  const shown: string[] = [];
  const hooks = {
    onAttemptStart: (event: unknown) => shown.push(inspect(event, { depth: null })),
    onAttemptEnd: (event: unknown) => shown.push(inspect(event, { depth: null })),
    onRetry: (event: unknown) => shown.push(inspect(event, { depth: null })),
  };
  for (const step of [leaky, repeating, silent, errorResponse(500, 'EndPoint.0001')]) {
    const { client } = scripted([step], { hooks });
    const error = await outcomeOf(client.listServiceDetails({ path }));
    shown.push(
      inspect(error, { depth: null, showHidden: true }),
      JSON.stringify(error),
      String((error as Error).stack),
    );
    shown.push(inspect(client, { depth: null, showHidden: true }));
  }
  expect(shown.length).toBeGreaterThan(20);
  for (const text of shown) expect(text).not.toContain(token);
  expect(shown.join()).toContain('[secret]');
});

test('hold the headers of the answer, which are not shown', async () => {
  const { client } = scripted([errorResponse(404, 'EndPoint.0005', { 'X-Own': 'only asked for' })]);
  const error = await outcomeOf(client.listServiceDetails({ path }));
  expect(error).toBeInstanceOf(VpcepHttpError);
  if (error instanceof VpcepHttpError) expect(error.headers.get('X-Own')).toBe('only asked for');
  expect(inspect(error) + JSON.stringify(error)).not.toContain('only asked for');
});

describe('refusals of another form', () => {
  const page = `<!doctype html><style>p { color: red }</style><title>502</title>\n<script>let a = '<p>'</script><p>Bad  gateway</p>`;
  test.each<[string, string, object]>([
    [
      'code and message',
      '{"code":"WAF.1","message":"blocked","request_id":"r"}',
      { code: 'WAF.1', reason: 'blocked', requestId: 'r' },
    ],
    [
      'errorCode and errorMsg',
      '{"errorCode":"IAM.1","errorMsg":"no rights","requestId":"r"}',
      { code: 'IAM.1', reason: 'no rights', requestId: 'r' },
    ],
    [
      'a message alone',
      '{"message":"no Route matched"}',
      { code: undefined, reason: 'the answer did not come from the API: its body is text/plain: no Route matched' },
    ],
    [
      'an error that is a text',
      '{"error":"invalid_token"}',
      { reason: 'the answer did not come from the API: its body is text/plain: {"error":"invalid_token"}' },
    ],
    ['a page', page, { reason: 'the answer did not come from the API: its body is text/plain: 502 Bad gateway' }],
    ['a code alone', '{"error_code":"EndPoint.0001"}', { code: 'EndPoint.0001', reason: 'no message' }],
    ['null', 'null', { reason: 'the answer did not come from the API: its body is text/plain: null' }],
  ])('keep their words: %s', async (_, text, told) => {
    const answer = new Response(text, { status: 400, headers: { 'Content-Type': 'text/plain' } });
    expect(await outcomeOf(scripted([answer]).client.listServiceDetails({ path }))).toMatchObject(told);
  });

  test.each([
    ['a page', `<p>${'long '.repeat(1_000_000)}</p>`],
    ['tags that never end', '<script>'.repeat(500_000)],
    ['a message', JSON.stringify({ code: 'A.1', message: 'long '.repeat(1000) })],
  ])('are cut: %s', async (_, text) => {
    const error = await outcomeOf(scripted([new Response(text, { status: 400 })]).client.listServiceDetails({ path }));
    expect((error as Error).message.length).toBeLessThan(500);
  });

  test('are redacted before they are cut, so that no half of a secret is left', async () => {
    const text = `${'x'.repeat(290)}${token}`;
    for (const body of [text, JSON.stringify({ code: 'A.1', message: text })]) {
      const { client } = scripted([new Response(body, { status: 400 })]);
      expect(await outcomeOf(client.listServiceDetails({ path }))).toMatchObject({
        message: expect.not.stringContaining('planted') as string,
      });
    }
  });
});

test.each(['id', 'any', 'test', 'e'])('keep their words when a token is no more than %s', async (short) => {
  const { client } = scripted(
    [Response.json({ error_code: 'EndPoint.0002', error_msg: 'id: any test' }, { status: 400 })],
    {
      credentials: { token: short },
    },
  );
  expect(await outcomeOf(client.listServiceDetails({ path }))).toMatchObject({ reason: 'id: any test' });
});

test('that are their own cause are copied once', async () => {
  const error = new Error('around');
  error.cause = error;
  expect(await outcomeOf(scripted([error]).client.createEndpointService({ body }))).toBeInstanceOf(
    VpcepConnectionError,
  );
});

describe('what a fetch may give that keeps to nothing', () => {
  const throwing = (name: string) =>
    Object.defineProperty(new Error('strange'), name, {
      get() {
        throw new Error('not to be read');
      },
    });
  test.each<[string, unknown]>([
    ['a message that is no text', Object.assign(new Error(), { message: 5 })],
    ['a message that cannot be read', throwing('message')],
    ['a cause that cannot be read', throwing('cause')],
    ['an object without a prototype', Object.create(null)],
    ['undefined', undefined],
  ])('thrown: %s', async (_, thrown) => {
    const ended: unknown[] = [];
    const fetch: Fetch = () => {
      throw thrown;
    };
    const { client } = scripted([], {
      fetch,
      maxConcurrency: 1,
      hooks: { onCallEnd: ({ callId }) => ended.push(callId) },
    });
    // Were one of them to keep its turn, the next would wait for ever.
    for (let call = 0; call < 3; call++) {
      expect(await outcomeOf(client.createEndpointService({ body }))).toMatchObject({ outcome: 'unknown' });
    }
    expect(ended).toHaveLength(3);
  });

  test.each<[string, object]>([
    ['a refusal without headers', { ok: false, status: 500, text: () => Promise.resolve('') }],
    ['a body that is no text', { ok: true, status: 200, headers: new Headers(), text: () => Promise.resolve() }],
    ['nothing of an answer', {}],
  ])('answered: %s', async (_, answer) => {
    // What is written in JavaScript does not know the types.
    const fetch = () => Promise.resolve(answer as Response);
    const { client } = scripted([], { fetch, maxConcurrency: 1 });
    for (let call = 0; call < 3; call++) {
      expect(await outcomeOf(client.createEndpointService({ body }))).toBeInstanceOf(VpcepConnectionError);
    }
  });
});

describe('the outcome of a create that failed', () => {
  test.each<[string, string, Parameters<typeof scripted>[0]]>([
    ['unknown', 'a lost connection', [broken()]],
    ['unknown', 'no answer in time', [silent]],
    ['unknown', 'status 500', [errorResponse(500, 'EndPoint.0001')]],
    ['unknown', 'an answer that cannot be read', [new Response('{"id": ')]],
    ['unknown', 'a fault of the platform that says nothing', [new TypeError('Failed to fetch')]],
    ['not done', 'a refused connection', [refused()]],
    ['not done', 'a refusal', [errorResponse(400, 'EndPoint.0002')]],
    ['not done', 'throttling', [errorResponse(429, 'APIGW.0308')]],
    ['not done', '503 with Retry-After', [errorResponse(503, 'APIGW.0302', { 'Retry-After': '1' })]],
  ])('is %s after %s', async (outcome, _, script) => {
    const { client } = scripted(script);
    expect(await outcomeOf(client.createEndpointService({ body }))).toMatchObject({ outcome });
  });

  test('is unknown when any attempt may have done it', async () => {
    const { client } = scripted([broken(), errorResponse(409, 'EndPoint.3044')]);
    expect(await outcomeOf(client.createEndpointService({ body, retryUnsafe: true }))).toMatchObject({
      status: 409,
      outcome: 'unknown',
    });
  });

  test('is not done when it is aborted before anything was sent, and unknown after', async () => {
    const aborted = AbortSignal.abort();
    const { client } = scripted([silent]);
    expect(await outcomeOf(client.createEndpointService({ body, signal: aborted }))).toMatchObject({
      outcome: 'not done',
    });
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 100);
    const call = client.createEndpointService({ body, signal: controller.signal });
    expect(await outcomeOf(call)).toMatchObject({ outcome: 'unknown' });
  });
});
