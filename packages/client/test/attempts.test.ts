import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  VpcepAbortError,
  VpcepNotFoundError,
  VpcepServerError,
  VpcepThrottlingError,
  VpcepTimeoutError,
  VpcepValidationError,
  type AttemptOptions,
  type Fetch,
} from '../src/index.js';
import {
  body,
  broken,
  errorResponse,
  id,
  ok,
  outcomeOf,
  path,
  refused,
  scripted,
  silent,
  token,
  type Script,
} from './scripted-fetch.js';

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

  test('is given up late when the service throttles, and not tried again when no retries are wanted', async () => {
    const throttled = errorResponse(429, 'APIGW.0308');
    const { client, times } = scripted([...Array<Response>(12).fill(throttled), ok()], { totalTimeout: '10m' });
    expect(await outcomeOf(client.listServiceDetails({ path }))).toEqual({ id });
    expect(times.slice(0, 5)).toEqual([0, 500, 1500, 3500, 7500]);
    const always = scripted([throttled], { totalTimeout: '10m' });
    expect(await outcomeOf(always.client.listServiceDetails({ path }))).toMatchObject({ attempts: 13 });
    const never = scripted([throttled], { maxRetries: 0 });
    expect(await outcomeOf(never.client.listServiceDetails({ path }))).toMatchObject({ attempts: 1 });
  });

  test('waits a random part of that time, in whole milliseconds', async () => {
    vi.mocked(Math.random).mockReturnValue(0.2513);
    const onRetry = vi.fn();
    const { client, times } = scripted([errorResponse(500, 'EndPoint.0001'), ok()], { hooks: { onRetry } });
    await outcomeOf(client.listServiceDetails({ path }));
    expect(times).toEqual([0, 126]);
    expect(onRetry).toHaveBeenCalledWith(expect.objectContaining({ delay: 126 }));
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
    expect(error).toMatchObject({
      message: 'listServiceDetails: no answer within 30000 ms, the timeout',
      option: 'timeout',
      attempts: 1,
    });
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
    expect(await outcomeOf(client.listServiceDetails({ path }))).toMatchObject({
      name: 'VpcepTimeoutError',
      message: 'listServiceDetails: no answer within 12000 ms, the totalTimeout',
      option: 'totalTimeout',
    });
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
    const { client } = scripted([errorResponse(500, 'EndPoint.0001'), ok()]);
    await outcomeOf(client.listServiceDetails({ path, signal }));
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
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
