import { type RedisServer, startRedis } from '@vpcep/redis';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { fractionOf } from '../../src/ids.js';
import { connectMock, type ConnectedMock } from '../../src/index.js';
import { type Api, apiOf } from '../api.js';
import { modelled, type Real, sequences } from '../model-steps.js';
import { Model } from '../model.js';
import { type Replicas, startReplicas } from './replicas.js';

let redis: RedisServer;
let replicas: Replicas;
let mocks: ConnectedMock[];
beforeAll(async () => {
  redis = await startRedis();
  const { transitions, quotas } = modelled;
  replicas = await startReplicas({
    redis,
    name: 'model',
    count: 3,
    args: [
      ...['--clock', 'manual'],
      ...Object.entries(transitions).flatMap(([stage, how]) => ['--transitions', `${stage}=${how}`]),
      ...Object.entries(quotas).flatMap(([kind, number]) => ['--quota', `${kind}=${number}`]),
    ],
  });
  mocks = await Promise.all(replicas.each.map((replica) => connectMock(replica.url() ?? '')));
});
afterAll(() => redis.close());
afterAll(() => replicas.close());

/** One replica or another, by chance that is the same each time. */
function anyOf(each: readonly ConnectedMock[]): () => ConnectedMock {
  let calls = 0;
  return () => {
    const mock = each[Math.floor(fractionOf('shared model', calls++) * each.length)];
    if (mock === undefined) throw new Error('there is no replica');
    return mock;
  };
}

/** The replicas, as the steps of the model know a mock of this process: what they tell it is done before their next call. */
async function replicasAsOne(): Promise<{ real: Real; settled: () => Promise<void> }> {
  const any = anyOf(mocks);
  await any().reset();
  const atStart = await any().state();
  let told = Promise.resolve();
  const tell = (act: () => Promise<void>) => {
    told = told.then(act);
  };
  const tenant = (project: string): Api => {
    const api = async () => {
      await told;
      return apiOf(any(), project);
    };
    return {
      send: async (...call) => (await api()).send(...call),
      ok: async (...call) => (await api()).ok(...call),
      refused: async (...call) => (await api()).refused(...call),
    };
  };
  const mock: Real['mock'] = {
    clock: {
      now: () => atStart.now,
      advance: (duration) => {
        tell(() => any().clock.advance(duration));
      },
    },
    state: () => atStart,
    // The state that there is when it comes to that, from one replica to another.
    load: () => {
      tell(async () => any().load(await any().state()));
    },
  };
  return { real: { owner: tenant('owner'), consumer: tenant('consumer'), mock }, settled: () => told };
}

test('whatever two tenants do, three replicas and the model agree', { timeout: 1_800_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(sequences, async (commands) => {
      const { real, settled } = await replicasAsOne();
      try {
        await fc.asyncModelRun(() => ({ model: new Model(), real }), commands);
      } finally {
        await settled();
      }
    }),
    { numRuns: scaled(40, 1000) },
  );
});
