import { type RedisServer, startRedis } from '@vpcep/redis';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { connectMock, type ConnectedMock, type Mock, type MockOptions, startMock } from '../../src/index.js';
import { type Api, apiOf } from '../api.js';
import { collectFailures } from '../collect-failures.js';

/** A replica in this process. */
export interface RunningReplica {
  readonly mock: Mock;
  /** What tells it over HTTP what to do. */
  readonly told: ConnectedMock;
  readonly owner: Api;
  readonly consumer: Api;
  /** The warnings that it has logged. */
  readonly warnings: readonly string[];
}

/** The replicas of a test file, and the Redis that they meet in. */
export interface RunningReplicas {
  readonly redis: RedisServer;
  /** A key of the mock of the present test. */
  readonly key: (what: string) => string;
  /** Starts a replica of the mock of the present test, which ends with the test. */
  start(options?: MockOptions, redisUrl?: string): Promise<RunningReplica>;
  /** Starts two. */
  two(options?: MockOptions): Promise<readonly [RunningReplica, RunningReplica]>;
}

/** Runs Redis for the tests of a file. No test may pass in which a mock failed. */
export function runReplicas(): RunningReplicas {
  let redis: RedisServer | undefined;
  let number = 0;
  let mocks: Mock[] = [];
  const { log, failures } = collectFailures();
  const server = () => {
    if (redis === undefined) throw new Error('Redis does not run yet');
    return redis;
  };
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    // A test that fails while it is down shall be the only one.
    await server().start();
    await Promise.all(mocks.map((mock) => mock.close()));
    mocks = [];
    number++;
    expect(failures).toEqual([]);
  });
  afterAll(async () => {
    await redis?.close();
  });
  async function start(options: MockOptions = {}, redisUrl = server().url): Promise<RunningReplica> {
    const warnings: string[] = [];
    const mock = await startMock({
      port: 0,
      shared: `${redisUrl}/0?name=test${number}`,
      ...options,
      log(entry) {
        if (entry.event === 'warning') warnings.push(entry.message);
        log(entry);
      },
    });
    mocks.push(mock);
    const told = await connectMock(mock.url);
    return { mock, told, owner: apiOf(mock, 'owner'), consumer: apiOf(mock, 'consumer'), warnings };
  }
  return {
    get redis() {
      return server();
    },
    key: (what) => `vpcep:{test${number}}:${what}`,
    start,
    two: async (options) => [await start(options), await start(options)],
  };
}
