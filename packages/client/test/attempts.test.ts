import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createVpcepClient,
  VpcepAbortError,
  VpcepAuthenticationError,
  VpcepConnectionError,
  VpcepHttpError,
  VpcepNotFoundError,
  VpcepPermissionError,
  VpcepServerError,
  VpcepThrottlingError,
  VpcepTimeoutError,
  VpcepValidationError,
  type AttemptOptions,
  type Fetch,
  type VpcepClientOptions,
} from '../src/index.js';
import { errorCatalogue } from '../src/error-catalogue.js';

const token = 'planted-secret-of-this-test';
const id = '4189d3c2-8882-4871-a3c2-d380272eed83';
const path = { vpc_endpoint_service_id: id };
const body = { port_id: id, vpc_id: id, server_type: 'VM' as const, ports: [{ client_port: 8080, server_port: 80 }] };

/** Answers in order; the last one again and again. An Error is thrown, a function is called. */
type Script = (Response | Error | (() => Response | Promise<Response>))[];

function scripted(script: Script, options: Partial<VpcepClientOptions> = {}) {
  const times: number[] = [];
  const sent: { url: string; headers: Headers; body: unknown }[] = [];
  const start = Date.now();
  const fetch: Fetch = async (url, init) => {
    times.push(Date.now() - start);
    sent.push({ url, headers: new Headers(init.headers), body: init.body });
    const step = script[Math.min(times.length, script.length) - 1];
    if (step instanceof Error) throw step;
    if (step instanceof Response) return step.clone();
    if (step === undefined) throw new Error('the script is empty');
    return step();
  };
  const client = createVpcepClient({
    baseUrl: 'https://vpcep.example',
    projectId: 'p',
    credentials: { token },
    fetch,
    ...options,
  });
  return { client, times, sent };
}

const ok = () => Response.json({ id });
const errorResponse = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error_code: code, error_msg: 'no' }, { status, headers });
const refused = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
const broken = () => new TypeError('terminated', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
/** Does not answer, and does not listen to its signal either. */
const silent = () => new Promise<Response>(() => undefined);

/** Lets all timers run, and tells how the call ended. */
async function outcomeOf<T>(call: PromiseLike<T>): Promise<T | Error> {
  const outcome = Promise.resolve(call).catch((error: unknown) => {
    if (error instanceof Error) return error;
    throw new TypeError('what was thrown is no error', { cause: error });
  });
  await vi.runAllTimersAsync();
  return outcome;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a call that may be repeated', () => {
  test.each<[string, Response | Error]>([
    ['500', errorResponse(500, 'EndPoint.0001')],
    ['502 with a page', new Response('<html>', { status: 502 })],
    ['503', new Response('', { status: 503 })],
    ['504', errorResponse(504, 'EndPoint.0013')],
    ['429', errorResponse(429, 'APIGW.0308')],
    ['EndPoint.0022 with status 400', errorResponse(400, 'EndPoint.0022')],
    ['a refused connection', refused()],
    ['a broken connection', broken()],
    ['broken JSON', new Response('{"id": ')],
  ])('is tried again after %s', async (_, first) => {
    const { client, times } = scripted([first, ok()]);
    expect(await outcomeOf(client.listServiceDetails({ path }))).toEqual({ id });
    expect(times).toEqual([0, 500]);
  });

  test.each([400, 401, 403, 404, 409])('is not tried again after %d', async (status) => {
    const { client, times } = scripted([errorResponse(status, 'EndPoint.9999')]);
    expect(await outcomeOf(client.listServiceDetails({ path }))).toMatchObject({ status, attempts: 1 });
    expect(times).toHaveLength(1);
  });

  test('is given up after its retries, each wait up to twice as long, and tells how often it was tried', async () => {
    const { client, times } = scripted([errorResponse(500, 'EndPoint.0001')], { maxRetries: 4, maxRetryDelay: '3s' });
    const error = await outcomeOf(client.listServiceDetails({ path }));
    expect(error).toBeInstanceOf(VpcepServerError);
    expect(error).toMatchObject({ attempts: 5 });
    expect(times).toEqual([0, 500, 1500, 3500, 6500]);
  });

  test('waits a random part of that time', async () => {
    vi.mocked(Math.random).mockReturnValue(0.25);
    const { client, times } = scripted([errorResponse(500, 'EndPoint.0001'), ok()]);
    await outcomeOf(client.listServiceDetails({ path }));
    expect(times).toEqual([0, 125]);
  });

  test('a POST that only searches is one', async () => {
    const { client, times } = scripted([errorResponse(500, 'EndPoint.0001'), Response.json({ total_count: 0 })]);
    await outcomeOf(
      client.listResourceInstances({ path: { resource_type: 'endpoint_service' }, body: { action: 'count' } }),
    );
    expect(times).toHaveLength(2);
  });
});

describe('a create', () => {
  test.each<[string, Response | Error]>([
    ['500', errorResponse(500, 'EndPoint.0001')],
    ['503 without Retry-After', new Response('', { status: 503 })],
    ['a broken connection', broken()],
    ['broken JSON', new Response('{"id": ')],
  ])('that may have happened is not tried again: %s', async (_, first) => {
    const { client, times } = scripted([first, ok()]);
    expect(await outcomeOf(client.createEndpointService({ body }))).toBeInstanceOf(Error);
    expect(times).toHaveLength(1);
  });

  test.each<[string, Response | Error]>([
    ['429', errorResponse(429, 'APIGW.0308')],
    ['503 with Retry-After', new Response('', { status: 503, headers: { 'Retry-After': '1' } })],
    ['EndPoint.0022', errorResponse(400, 'EndPoint.0022')],
    ['a refused connection', refused()],
  ])('that has not happened is tried again: %s', async (_, first) => {
    const { client, sent } = scripted([first, ok()]);
    expect(await outcomeOf(client.createEndpointService({ body }))).toEqual({ id });
    expect(sent).toHaveLength(2);
    expect(sent[1]?.body).toBe(sent[0]?.body);
  });

  test('is tried again after anything when told so', async () => {
    const { client, times } = scripted([broken(), ok()]);
    await outcomeOf(client.createEndpointService({ body, retryUnsafe: true }));
    expect(times).toHaveLength(2);
  });
});

describe('Retry-After', () => {
  test.each([
    ['seconds', () => '7', 7000],
    ['a date', () => new Date(Date.now() + 9000).toUTCString(), 9000],
    ['a date that has passed', () => new Date(Date.now() - 9000).toUTCString(), 0],
  ])('%s', async (_, value, delay) => {
    vi.setSystemTime('2026-01-01T00:00:00Z');
    const onRetry = vi.fn();
    const script = [errorResponse(429, 'APIGW.0308', { 'Retry-After': value() }), ok()];
    const { client, times } = scripted(script, { hooks: { onRetry } });
    await outcomeOf(client.listServiceDetails({ path }));
    expect(times).toEqual([0, delay]);
    expect(onRetry).toHaveBeenCalledWith(expect.objectContaining({ attempt: 1, delay }));
  });

  test('is not waited for beyond the longest delay', async () => {
    const { client, times } = scripted([errorResponse(429, 'APIGW.0308', { 'Retry-After': '21' }), ok()]);
    expect(await outcomeOf(client.listServiceDetails({ path }))).toBeInstanceOf(VpcepThrottlingError);
    expect(times).toEqual([0]);
  });

  test('that says nothing readable counts as none', async () => {
    const { client, times } = scripted([errorResponse(429, 'APIGW.0308', { 'Retry-After': 'soon' }), ok()]);
    await outcomeOf(client.listServiceDetails({ path }));
    expect(times).toEqual([0, 500]);
  });
});

describe('time', () => {
  test('an attempt that takes too long is ended, even when fetch does not listen, and tried again', async () => {
    const { client, times } = scripted([silent, ok()], { timeout: '5s' });
    expect(await outcomeOf(client.listServiceDetails({ path }))).toEqual({ id });
    expect(times).toEqual([0, 5500]);
  });

  test('a body that stops midway is part of the attempt', async () => {
    const stalled = () =>
      new Response(
        new ReadableStream({
          start: (c) => {
            c.enqueue(new TextEncoder().encode('{'));
          },
        }),
      );
    const { client } = scripted([stalled], { maxRetries: 0 });
    const error = await outcomeOf(client.listServiceDetails({ path }));
    expect(error).toBeInstanceOf(VpcepTimeoutError);
    expect(error).toMatchObject({ message: 'listServiceDetails: no answer within 30000 ms', attempts: 1 });
  });

  test('the signal that fetch was given is aborted', async () => {
    let given: AbortSignal | null | undefined;
    const fetch: Fetch = (_, init) => {
      given = init.signal;
      return silent();
    };
    const { client } = scripted([], { fetch, maxRetries: 0 });
    await outcomeOf(client.listServiceDetails({ path, timeout: 10 }));
    expect(given?.aborted).toBe(true);
  });

  test('the total bounds attempts and waits', async () => {
    const { client, times } = scripted([silent], { timeout: '10s', totalTimeout: '12s', maxRetries: 9 });
    const start = performance.now();
    expect(await outcomeOf(client.listServiceDetails({ path }))).toBeInstanceOf(VpcepTimeoutError);
    expect(performance.now() - start).toBe(12_000);
    expect(times).toEqual([0, 10_500]);
  });

  test('a wait that the total does not allow is not begun', async () => {
    const { client, times } = scripted([errorResponse(429, 'APIGW.0308', { 'Retry-After': '10' })], {
      totalTimeout: '9s',
    });
    expect(await outcomeOf(client.listServiceDetails({ path }))).toBeInstanceOf(VpcepThrottlingError);
    expect(times).toHaveLength(1);
  });

  test('credentials that never come are part of the attempt', async () => {
    const { client } = scripted([ok()], { credentials: () => new Promise(() => undefined), maxRetries: 0 });
    expect(await outcomeOf(client.listServiceDetails({ path }))).toBeInstanceOf(VpcepTimeoutError);
  });

  test.each<AttemptOptions>([
    { timeout: Infinity, totalTimeout: Infinity },
    { timeout: '999h', totalTimeout: '999h' },
  ])('longer than timers can wait: %j', async (limits) => {
    const { client } = scripted(
      [
        () =>
          new Promise((resolve) =>
            setTimeout(() => {
              resolve(ok());
            }, 1000),
          ),
      ],
      limits,
    );
    expect(await outcomeOf(client.listServiceDetails({ path }))).toEqual({ id });
  });

  test('no timer and no listener is left behind', async () => {
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    const { client } = scripted([errorResponse(500, 'EndPoint.0001'), ok()]);
    await outcomeOf(client.listServiceDetails({ path, signal }));
    expect(vi.getTimerCount()).toBe(0);
    expect(remove.mock.calls.length).toBe(add.mock.calls.length);
  });
});

describe('abort', () => {
  const reason = new Error('enough');

  test('before the call: nothing is sent', async () => {
    const { client, times } = scripted([ok()]);
    const error = await outcomeOf(client.listServiceDetails({ path, signal: AbortSignal.abort(reason) }));
    expect(error).toBeInstanceOf(VpcepAbortError);
    expect(error).toMatchObject({ cause: reason });
    expect(times).toEqual([]);
  });

  test.each([
    ['an attempt', [silent], 100, 1],
    ['a wait', [errorResponse(500, 'EndPoint.0001')], 100, 1],
    ['the second attempt', [errorResponse(500, 'EndPoint.0001'), silent], 600, 2],
  ] as [string, Script, number, number][])('during %s', async (_, script, after, attempts) => {
    const controller = new AbortController();
    const { client, times } = scripted(script);
    setTimeout(() => {
      controller.abort(reason);
    }, after);
    const start = performance.now();
    const ended = client.listServiceDetails({ path, signal: controller.signal }).then(
      () => undefined,
      (error: unknown) => ({ error, after: performance.now() - start }),
    );
    await vi.runAllTimersAsync();
    expect(await ended).toMatchObject({ error: { name: 'VpcepAbortError', cause: reason, attempts }, after });
    expect(times).toHaveLength(attempts);
  });
});

describe('options that break a rule are refused before anything is sent', () => {
  test.each([
    ['timeout', { timeout: 'soon' }],
    ['timeout', { timeout: -1 }],
    ['totalTimeout', { totalTimeout: '5 parsecs' }],
    ['maxRetryDelay', { maxRetryDelay: NaN }],
    ['maxRetries', { maxRetries: -1 }],
    ['maxRetries', { maxRetries: 1.5 }],
  ])('%s: %j', async (field, options) => {
    const bad = options as AttemptOptions;
    expect(() => scripted([ok()], bad)).toThrow(VpcepValidationError);
    const { client, times } = scripted([ok()]);
    expect(await outcomeOf(client.listServiceDetails({ path, ...bad }))).toMatchObject({
      name: 'VpcepValidationError',
      field,
    });
    expect(times).toEqual([]);
  });

  test('a header, whose value is not repeated', async () => {
    const { client, times } = scripted([ok()]);
    const error = await outcomeOf(client.listServiceDetails({ path, headers: { 'X-Own': `${token}\n${token}` } }));
    expect(error).toMatchObject({ name: 'VpcepValidationError', field: 'headers.X-Own' });
    expect(inspect(error)).not.toContain(token);
    expect(times).toEqual([]);
  });

  test('a body that JSON cannot say', async () => {
    const { client, times } = scripted([ok()]);
    const circular: Record<string, unknown> = { ...body };
    circular['self'] = circular;
    const call = client.createEndpointService({ body: circular as typeof body });
    expect(await outcomeOf(call)).toMatchObject({ name: 'VpcepValidationError', field: 'body' });
    expect(times).toEqual([]);
  });
});

describe('errors', () => {
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
    const { client } = scripted([
      Response.json({ error: { code: 'EndPoint.0005', message: 'gone' } }, { status: 404 }),
    ]);
    expect(await outcomeOf(client.listServiceDetails({ path }))).toMatchObject({
      message: 'listServiceDetails: 404 EndPoint.0005: gone',
      code: 'EndPoint.0005',
    });
  });

  test.each([
    ['', undefined, 'empty'],
    ['<html>', 'text/html', 'text/html'],
    ['{"error": {}}', 'application/json', 'application/json'],
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
    ['<html>', 'not valid JSON'],
    ['null', 'not a JSON object'],
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
      attempts: 1,
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
});

describe('hooks', () => {
  test('follow a call, and may add headers to what is sent', async () => {
    const events: unknown[] = [];
    const { client, sent } = scripted([errorResponse(500, 'EndPoint.0001'), ok()], {
      hooks: {
        onAttemptStart: ({ headers, ...event }) => {
          headers.set('traceparent', `00-${event.attempt}`);
          events.push(['start', event.attempt, event.method, event.url]);
        },
        onAttemptEnd: ({ attempt, status, error, duration }) => {
          events.push(['end', attempt, status, error?.name, duration]);
        },
        onRetry: ({ attempt, delay, error }) => {
          events.push(['retry', attempt, delay, error.name]);
        },
      },
    });
    await outcomeOf(client.listServiceDetails({ path }));
    const url = `https://vpcep.example/v1/p/vpc-endpoint-services/${id}`;
    expect(events).toEqual([
      ['start', 1, 'GET', url],
      ['end', 1, 500, 'VpcepServerError', 0],
      ['retry', 1, 500, 'VpcepServerError'],
      ['start', 2, 'GET', url],
      ['end', 2, 200, undefined, 0],
    ]);
    expect(sent.map(({ headers }) => headers.get('traceparent'))).toEqual(['00-1', '00-2']);
  });
});

describe('withResponse', () => {
  test('gives the status and headers beside the result', async () => {
    const { client } = scripted([Response.json({ id }, { headers: { 'X-Request-Id': 'r-7' } })]);
    const { data, response } = await client.listServiceDetails({ path }).withResponse();
    expect(data.id).toBe(id);
    expect(response.headers.get('X-Request-Id')).toBe('r-7');
  });

  test('rejects like the call; what then, catch and finally return are ordinary promises', async () => {
    const { client } = scripted([errorResponse(404, 'EndPoint.0005')]);
    await expect(client.listServiceDetails({ path }).withResponse()).rejects.toBeInstanceOf(VpcepNotFoundError);
    const caught = client.listServiceDetails({ path }).catch(() => 'caught');
    expect(Object.getPrototypeOf(caught)).toBe(Promise.prototype);
    expect(await caught).toBe('caught');
    const done = vi.fn();
    await expect(client.listServiceDetails({ path }).finally(done)).rejects.toBeInstanceOf(VpcepNotFoundError);
    expect(done).toHaveBeenCalledOnce();
  });
});
