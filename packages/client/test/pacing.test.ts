import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { errorResponse, id, ok, outcomeOf, path, scripted, body, silent } from './scripted-fetch.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The same numbers from 0 to 1 in each run (mulberry32). */
function randomNumbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const later = (answer: () => Response, ms: number) => () =>
  new Promise<Response>((resolve) => {
    setTimeout(() => {
      resolve(answer());
    }, ms);
  });
const throttled = () => errorResponse(429, 'APIGW.0308');

/** How many of so many creates succeed, how many attempts were made, and how long it took, in seconds. */
async function createMany(count: number, service: () => Response | Promise<Response>, options = {}) {
  const { client, times } = scripted([service], options);
  const outcomes = await outcomeOf(
    Promise.all(
      Array.from({ length: count }, () =>
        client.createEndpointService({ body }).then(
          () => 'done',
          (error: unknown) => String(error),
        ),
      ),
    ),
  );
  if (outcomes instanceof Error) throw outcomes;
  return {
    failures: outcomes.filter((outcome) => outcome !== 'done'),
    attempts: times.length,
    seconds: (times.at(-1) ?? 0) / 1000,
  };
}

describe('500 creates at once, by the default options,', () => {
  test.each([1, 2, 3, 4, 5])('all succeed when three in ten are throttled at random (seed %i)', async (seed) => {
    const random = randomNumbers(seed);
    vi.spyOn(Math, 'random').mockImplementation(random);
    const service = () => later(random() < 0.3 ? throttled : ok, 30)();
    const { failures, seconds } = await createMany(500, service);
    expect(failures).toEqual([]);
    expect(seconds).toBeLessThan(60);
  });

  /** The gateway allows so many requests in so long: 200 in 5 minutes by default. */
  const windowMs = 300_000;
  const allowed = 200;

  test('all succeed where the gateway allows 200 in each 5 minutes', async () => {
    const counts = new Map<number, number>();
    const start = Date.now();
    const service = () => {
      const window = Math.floor((Date.now() - start) / windowMs);
      const count = (counts.get(window) ?? 0) + 1;
      counts.set(window, count);
      return later(count > allowed ? throttled : ok, 30)();
    };
    const { failures, attempts, seconds } = await createMany(500, service);
    expect(failures).toEqual([]);
    expect(seconds).toBeLessThan(720);
    expect(attempts).toBeLessThan(650);
  });

  test('all succeed where the gateway allows 200 in any 5 minutes', async () => {
    const taken: number[] = [];
    const service = () => {
      const now = Date.now();
      while (taken[0] !== undefined && taken[0] <= now - windowMs) taken.shift();
      if (taken.length >= allowed) return later(throttled, 30)();
      taken.push(now);
      return later(ok, 30)();
    };
    const { failures, attempts, seconds } = await createMany(500, service);
    expect(failures).toEqual([]);
    expect(seconds).toBeLessThan(900);
    expect(attempts).toBeLessThan(800);
  });

  test('all succeed where a bucket is refilled by 2 in 3 seconds', async () => {
    let tokens = allowed;
    let filledAt = Date.now();
    const service = () => {
      tokens = Math.min(allowed, tokens + ((Date.now() - filledAt) * allowed) / windowMs);
      filledAt = Date.now();
      if (tokens < 1) return later(throttled, 30)();
      tokens--;
      return later(ok, 30)();
    };
    const { failures, attempts } = await createMany(500, service);
    expect(failures).toEqual([]);
    expect(attempts).toBeLessThan(1200);
  });
});

test.each([
  [undefined, 50],
  [3, 3],
])('with maxConcurrency %o, no more than %i attempts are under way at once', async (maxConcurrency, most) => {
  let running = 0;
  let highest = 0;
  const service = async () => {
    highest = Math.max(highest, ++running);
    await new Promise((resolve) => setTimeout(resolve, 10));
    running--;
    return ok();
  };
  const { failures } = await createMany(120, service, maxConcurrency === undefined ? {} : { maxConcurrency });
  expect([failures, highest]).toEqual([[], most]);
});

describe('a call that waits for its turn', () => {
  const slow = () => new Promise<Response>((resolve) => setTimeout(resolve, 20_000, ok()));

  test('has its whole time left by default', async () => {
    const { client } = scripted([slow], { maxConcurrency: 1 });
    const calls = Array.from({ length: 10 }, () => client.listServiceDetails({ path }));
    expect(await outcomeOf(Promise.all(calls))).toEqual(Array(10).fill({ id }));
  });

  test('ends with the totalTimeout that it was given', async () => {
    const { client, times } = scripted([slow], { maxConcurrency: 1 });
    void client.listServiceDetails({ path });
    expect(await outcomeOf(client.listServiceDetails({ path, totalTimeout: '5s' }))).toMatchObject({
      name: 'VpcepTimeoutError',
      option: 'totalTimeout',
      outcome: 'not done',
      attempts: 0,
    });
    expect(times).toHaveLength(1);
  });

  test('ends when it is aborted, and takes no turn from others', async () => {
    const controller = new AbortController();
    const { client, times } = scripted([slow], { maxConcurrency: 1 });
    const first = client.listServiceDetails({ path });
    const second = client.listServiceDetails({ path, signal: controller.signal }).catch((error: unknown) => error);
    const third = client.listServiceDetails({ path });
    controller.abort();
    expect(await outcomeOf(Promise.all([first, second, third]))).toMatchObject([
      { id },
      { name: 'VpcepAbortError', attempts: 0, outcome: 'not done' },
      { id },
    ]);
    expect(times).toHaveLength(2);
  });

  test('leaves no timer behind when it is aborted, which would keep the process from ending', async () => {
    const controller = new AbortController();
    const asked = errorResponse(429, 'APIGW.0308', { 'Retry-After': '15' });
    const { client } = scripted([asked], { maxRetries: 0 });
    await client.listServiceDetails({ path }).catch((error: unknown) => error);
    const waiting = client.listServiceDetails({ path, signal: controller.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    expect(await waiting).toMatchObject({ name: 'VpcepAbortError' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('comes when an attempt before it times out', async () => {
    const { client } = scripted([silent, ok()], { maxConcurrency: 1, maxRetries: 0, timeout: '1s' });
    const first = client.listServiceDetails({ path }).catch((error: unknown) => error);
    expect(await outcomeOf(Promise.all([first, client.listServiceDetails({ path })]))).toMatchObject([
      { name: 'VpcepTimeoutError' },
      { id },
    ]);
  });
});
