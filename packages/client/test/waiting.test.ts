import { getEventListeners } from 'node:events';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { waitForEndpointService } from '../src/waiters/endpoint-service-waiters.js';
import { hang, outcomeOf, scripted, service, serviceId } from './scripted-client.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const gaps = (times: number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));

describe('the time between two polls', () => {
  test('grows from 2 to 5 seconds, at random', async () => {
    for (const [random, expected] of [
      [0, [2000, 2000, 2000, 2000, 2000]],
      [0.5, [3000, 3500, 3500, 3500, 3500]],
      [1 - Number.EPSILON, [4000, 5000, 5000, 5000, 5000]],
    ] as const) {
      vi.spyOn(Math, 'random').mockReturnValue(random);
      const { client, calls } = scripted(
        ...Array<ReturnType<typeof service>>(5).fill(service('creating')),
        service('available'),
      );
      const outcome = outcomeOf(waitForEndpointService(client, serviceId));
      await vi.runAllTimersAsync();
      expect(await outcome).toEqual({ value: service('available') });
      expect(gaps(calls.map(({ at }) => at))).toEqual(expected);
    }
  });

  test('keeps its bounds, and all of it the timeout, whatever the options', async () => {
    const option = fc.integer({ min: 1, max: 100_000 });
    await fc.assert(
      fc.asyncProperty(
        option,
        option,
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 }),
        async (one, other, timeout, randoms) => {
          const [minDelay, maxDelay] = [Math.min(one, other), Math.max(one, other)];
          // More polls than these take the test long, and show nothing new.
          fc.pre(timeout / minDelay < 200);
          let drawn = 0;
          vi.spyOn(Math, 'random').mockImplementation(() => randoms[drawn++ % randoms.length] ?? 0);
          const { client, calls } = scripted(service('creating'));
          const began = performance.now();
          const outcome = outcomeOf(waitForEndpointService(client, serviceId, { minDelay, maxDelay, timeout }));
          await vi.runAllTimersAsync();

          expect(await outcome).toMatchObject({ error: { name: 'VpcepTimeoutError' } });
          const lasted = performance.now() - began;
          expect(lasted).toBeLessThanOrEqual(timeout);
          // What is left is too little for another poll, and no more.
          expect(timeout - lasted).toBeLessThanOrEqual(Math.min(minDelay, timeout / 2) + 1);
          const between = gaps(calls.map(({ at }) => at));
          if (timeout > 1) expect(between.length).toBeGreaterThan(0);
          for (const [index, gap] of between.entries()) {
            expect(gap).toBeLessThanOrEqual(Math.min(maxDelay, minDelay * 2 ** (index + 1)));
            if (index < between.length - 1) expect(gap).toBeGreaterThanOrEqual(minDelay);
          }
        },
      ),
      { numRuns: scaled(50) },
    );
  });

  test('may be longer than a timer can run, and the timeout endless', async () => {
    const { client, calls } = scripted(service('creating'));
    const abort = new AbortController();
    const options = { timeout: Infinity, minDelay: '1000h', maxDelay: '1000h', signal: abort.signal } as const;
    const outcome = outcomeOf(waitForEndpointService(client, serviceId, options));
    await vi.advanceTimersByTimeAsync(2 ** 31);
    expect(calls).toHaveLength(2);
    abort.abort();
    expect(await outcome).toMatchObject({ error: { name: 'VpcepAbortError' } });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('onProgress', () => {
  test('is told of each poll, the last one included', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { client } = scripted(service('creating'), service('creating'), service('available'));
    const onProgress = vi.fn();
    const outcome = outcomeOf(waitForEndpointService(client, serviceId, { onProgress }));
    await vi.runAllTimersAsync();
    await outcome;
    expect(onProgress.mock.calls).toEqual([
      [{ state: 'creating', attempt: 1, elapsed: 0, resource: service('creating') }],
      [{ state: 'creating', attempt: 2, elapsed: 2000, resource: service('creating') }],
      [{ state: 'available', attempt: 3, elapsed: 4000, resource: service('available') }],
    ]);
  });

  test('ends the wait with what it throws', async () => {
    const error = new Error('the page is closed');
    const { client, calls } = scripted(service('creating'));
    const onProgress = () => {
      throw error;
    };
    expect(await outcomeOf(waitForEndpointService(client, serviceId, { onProgress }))).toEqual({ error });
    expect(calls).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('abort', () => {
  const reason = new Error('the user left');
  const aborted = {
    error: { name: 'VpcepAbortError', operation: 'waitForEndpointService', cause: reason },
  };

  test('before the wait: nothing is sent', async () => {
    const { client, calls } = scripted(service('available'));
    const wait = waitForEndpointService(client, serviceId, { signal: AbortSignal.abort(reason) });
    expect(await outcomeOf(wait)).toMatchObject(aborted);
    expect(calls).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    ['the first call', [hang], 0],
    ['a later call', [service('creating'), hang], 10_000],
    ['the first sleep', [service('creating')], 1],
    ['a later sleep', [service('creating')], 100_001],
  ] as const)('during %s: at once', async (_, script, after) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const abort = new AbortController();
    const { client, calls } = scripted(...script);
    const outcome = outcomeOf(waitForEndpointService(client, serviceId, { signal: abort.signal }));
    await vi.advanceTimersByTimeAsync(after);
    const [now, polls] = [performance.now(), calls.length];
    abort.abort(reason);
    expect(await outcome).toMatchObject(aborted);
    expect(performance.now()).toBe(now);
    expect(calls).toHaveLength(polls);
    expect(calls.at(-1)?.args.signal?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('by onProgress: no further poll', async () => {
    const abort = new AbortController();
    const { client, calls } = scripted(service('creating'));
    const onProgress = () => {
      abort.abort(reason);
    };
    const wait = waitForEndpointService(client, serviceId, { signal: abort.signal, onProgress });
    expect(await outcomeOf(wait)).toMatchObject(aborted);
    expect(calls).toHaveLength(1);
  });

  test('after the wait: leaves no listener on the signal', async () => {
    const { signal } = new AbortController();
    const { client } = scripted(service('creating'), service('available'));
    const outcome = outcomeOf(waitForEndpointService(client, serviceId, { signal }));
    await vi.runAllTimersAsync();
    expect(await outcome).toEqual({ value: service('available') });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

test.each([
  ['timeout', { timeout: 0 }],
  ['minDelay', { minDelay: 0 }],
  ['minDelay', { minDelay: -1 }],
  ['maxDelay', { maxDelay: '1s' }],
  ['maxDelay', { minDelay: '20s' }],
  ['timeout', { timeout: NaN }],
] as const)('%s is refused when it breaks its rule: %o', async (field, options) => {
  const { client, calls } = scripted(service('available'));
  expect(await outcomeOf(waitForEndpointService(client, serviceId, options))).toMatchObject({
    error: { name: 'VpcepValidationError', field },
  });
  expect(calls).toEqual([]);
});

test('onProgress is waited for, and what it rejects with ends the wait', async () => {
  const { client, calls } = scripted(service('creating'), service('available'));
  const problem = new Error('of the caller');
  const outcome = outcomeOf(waitForEndpointService(client, serviceId, { onProgress: () => Promise.reject(problem) }));
  await vi.runAllTimersAsync();
  expect(await outcome).toEqual({ error: problem });
  expect(calls).toHaveLength(1);
});
