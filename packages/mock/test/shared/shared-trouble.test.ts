import { request } from 'node:http';
import { expect, test } from 'vitest';
import { serviceBody } from '../api.js';
import { startProxy } from './misbehaving-proxy.js';
import { runReplicas, type RunningReplica } from './running-replicas.js';

const run = runReplicas();

interface Reply {
  readonly status: number;
  readonly age: string | undefined;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

/** Sends a request and takes the headers too. */
const send = ({ mock }: RunningReplica, method: string, path: string, body?: unknown): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const headers = { 'X-Auth-Token': 'x', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
    request(mock.url + path, { method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        const { age, 'retry-after': retryAfter } = response.headers;
        resolve({ status: response.statusCode ?? 0, age, retryAfter, text });
      });
    })
      .on('error', reject)
      .end(body === undefined ? undefined : JSON.stringify(body));
  });

const create = (replica: RunningReplica, number: number) =>
  send(replica, 'POST', '/v1/owner/vpc-endpoint-services', serviceBody(number));
const list = (replica: RunningReplica) => send(replica, 'GET', '/v1/owner/vpc-endpoint-services');
const countIn = ({ text }: Reply) => (JSON.parse(text) as { total_count: number }).total_count;
const health = async (replica: RunningReplica) =>
  JSON.parse((await send(replica, 'GET', '/_mock/health')).text) as Record<string, unknown>;

/** Waits until changes are taken again. */
async function untilBack(replica: RunningReplica): Promise<void> {
  await expect
    .poll(async () => (await send(replica, 'POST', '/_mock/quotas', { endpoint_service: 100 })).status)
    .toBe(200);
}

test('without Redis, changes are refused and reads go on; then it goes on by itself', async () => {
  const [one, other] = await run.two({ transitions: 'immediate' });
  expect(await create(one, 1)).toMatchObject({ status: 200, age: undefined });
  expect(countIn(await list(other))).toBe(1);
  expect(await health(one)).toMatchObject({ status: 'ok', shared: { replicas: 2 } });
  await run.redis.kill();

  const refused = await create(one, 2);
  expect(refused).toMatchObject({ status: 503, retryAfter: '1' });
  expect(refused.text).toMatch(/"error_code":"[\w.]+".*(?:Nothing was changed|may still take effect).*/);
  const reset = await send(one, 'POST', '/_mock/reset');
  expect(reset).toMatchObject({ status: 503, retryAfter: '1' });
  expect(reset.text).toContain('Mock.0503');
  for (const replica of [one, other]) {
    const read = await list(replica);
    expect(read.status).toBe(200);
    expect(countIn(read)).toBe(1);
    expect(Number(read.age)).toBeGreaterThanOrEqual(0);
    expect(await health(replica)).toMatchObject({
      sharedProblem: expect.stringMatching(/Redis.*cannot be used/) as string,
    });
    expect(await send(replica, 'GET', '/_mock/requests')).toMatchObject({
      status: 200,
      age: expect.stringMatching(/^\d+$/) as string,
    });
  }

  await run.redis.start();
  await untilBack(one);
  await untilBack(other);
  expect(await create(other, 3)).toMatchObject({ status: 200 });
  const read = await list(one);
  expect(read.age).toBeUndefined();
  expect(countIn(read)).toBe(2);
  expect(await health(one)).toMatchObject({ shared: { replicas: 2 } });
  expect(one.warnings.join('\n')).toMatch(/Redis cannot be used.*\n.*Redis is there again/s);
});

test('a Redis that does not answer holds nobody up for long, and what is not known is said', async () => {
  const replica = await run.start({ transitions: 'immediate' });
  await create(replica, 1);
  run.redis.pause();
  try {
    const begun = performance.now();
    const [change, read] = await Promise.all([create(replica, 2), list(replica)]);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(change).toMatchObject({ status: 503, retryAfter: '1' });
    expect(change.text).toContain('may still take effect');
    expect(read).toMatchObject({ status: 200 });
    expect(Number(read.age)).toBeGreaterThanOrEqual(0);
  } finally {
    run.redis.resume();
  }
  await untilBack(replica);
  // It has taken effect as a whole, or not at all.
  expect([1, 2]).toContain(countIn(await list(replica)));
});

test('a change whose answer from Redis is lost is answered once it is seen in the stream', async () => {
  const proxy = await startProxy(run.redis.port);
  try {
    const replica = await run.start({ transitions: 'immediate' }, `redis://127.0.0.1:${proxy.port}`);
    proxy.behave('cut-replies');
    const change = create(replica, 1);
    await expect.poll(() => run.redis.run('XLEN', run.key('stream'))).toBe(1);
    proxy.behave('pass');
    expect(await change).toMatchObject({ status: 200 });
    expect(countIn(await list(replica))).toBe(1);
  } finally {
    await proxy.close();
  }
});

test('a full Redis refuses changes by name, and is read on', async () => {
  const [one, other] = await run.two({ transitions: 'immediate' });
  await create(one, 1);
  const world = await one.told.world({ idle: '2s' });
  await run.redis.run('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
  await run.redis.run('CONFIG', 'SET', 'maxmemory', '1mb');
  try {
    const refused = await create(one, 2);
    expect(refused).toMatchObject({ status: 503, retryAfter: '1' });
    expect(refused.text).toMatch(/Nothing was changed: .*OOM/);
    // Whoever reads a world uses it, though Redis cannot note that.
    for (const end = Date.now() + 3000; Date.now() < end;) {
      const read = await list(other);
      expect(read.age).toBeUndefined();
      expect(countIn(read)).toBe(1);
      expect(await health(one)).toMatchObject({ sharedProblem: expect.stringContaining('OOM') as string });
      await world.state();
    }
    expect(one.warnings.filter((warning) => warning.includes('OOM'))).toHaveLength(1);
  } finally {
    await run.redis.run('CONFIG', 'SET', 'maxmemory', '0');
  }
  await untilBack(one);
  expect(await create(one, 2)).toMatchObject({ status: 200 });
  expect(countIn(await list(other))).toBe(2);
});

test('a Redis that comes back empty is given back what the replicas have', async () => {
  const [one, other] = await run.two({ transitions: 'immediate' });
  const world = await one.told.world({ scenario: 'small-team', idle: '1h' });
  await create(one, 1);
  await create(other, 2);
  await run.redis.restartEmpty();
  await untilBack(one);
  await untilBack(other);
  expect(countIn(await list(one))).toBe(2);
  expect((await one.told.state()).services).toEqual((await other.told.state()).services);
  expect((await world.state()).services.length).toBeGreaterThan(0);
  const third = await run.start({ transitions: 'immediate' });
  expect(countIn(await list(third))).toBe(2);
  expect((await third.told.worlds()).map(({ id }) => id)).toEqual([world.id]);
  expect([...one.warnings, ...other.warnings].join('\n')).toContain('writes back what it has');
});

test('of two replicas that Redis has lost something to, the one that has applied more gives it back', async () => {
  const proxy = await startProxy(run.redis.port);
  try {
    const behind = await run.start({ transitions: 'immediate' }, `redis://127.0.0.1:${proxy.port}`);
    const ahead = await run.start({ transitions: 'immediate' });
    await create(behind, 1);
    proxy.behave('cut');
    await create(ahead, 2);
    await run.redis.kill();
    proxy.behave('pass');
    await run.redis.restartEmpty();
    await untilBack(behind);
    await untilBack(ahead);
    expect(countIn(await list(behind))).toBe(2);
    expect(countIn(await list(ahead))).toBe(2);
  } finally {
    await proxy.close();
  }
});
