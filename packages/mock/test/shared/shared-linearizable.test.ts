import { setTimeout as sleep } from 'node:timers/promises';
import { type RedisServer, startRedis } from '@vpcep/redis';
import { scaled } from '@vpcep/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fractionOf } from '../../src/ids.js';
import { connectMock, type MockState } from '../../src/index.js';
import { Recorder, runClients } from './clients.js';
import { emptyRedis, type Mishap, mishapsOfNetwork, mishapsOfProcesses } from './mishaps.js';
import { type Replica, type Replicas, startReplicas } from './replicas.js';
import { checkHistory, type ServiceCall } from './service-model.js';

/** How often everything happens. It is three times each that a process is killed, and twice that one is ended otherwise. */
const passes = scaled(1, 70);
const projects = ['one', 'two', 'three', 'four'];

let redis: RedisServer;
let replicas: Replicas;
beforeAll(async () => {
  redis = await startRedis();
  const args = ['--clock', 'manual', '--transitions', 'immediate'];
  replicas = await startReplicas({ redis, name: 'failing', count: 3, args });
});
afterAll(() => redis.close());
afterAll(() => replicas.close());

const running = () => replicas.each.flatMap((replica) => replica.url() ?? []);

/** Waits until all replicas have what they need of Redis: they show what is new, and take changes. */
async function allWell(recorder: Recorder): Promise<void> {
  for (const url of running()) {
    const trouble = async () => {
      const [state, health] = await Promise.all([fetch(`${url}/_mock/state`), fetch(`${url}/_mock/health`)]);
      await state.text();
      const { sharedProblem } = (await health.json()) as { sharedProblem?: string };
      const isChanged = await recorder.make(url, { do: 'set quota', quota: 900 });
      return { sharedProblem, age: state.headers.get('Age'), isChanged };
    };
    const none = { sharedProblem: undefined, age: null, isChanged: true };
    await expect.poll(trouble).toEqual(none);
  }
}

/** One of several, by a fraction. */
function pick<T>(things: readonly T[], fraction: number): T {
  const thing = things[Math.floor(fraction * things.length)];
  if (thing === undefined) throw new Error('there is nothing to pick from');
  return thing;
}

/** Several in an order of chance. */
const shuffled = <T>(things: readonly T[], chance: (number: number) => number): T[] =>
  things
    .map((thing, number) => ({ thing, place: chance(number) }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);

/** What happens while clients call. */
interface Episode {
  /** What chance is made from. */
  readonly seed: string;
  /** These one after the other, each to any of the replicas but one. */
  readonly toProcesses: readonly Mishap[];
  /** These to that one, again and again meanwhile. */
  readonly toNetwork: readonly Mishap[];
}

/** Lets six clients call meanwhile, and checks what they are answered. */
async function play({ seed, toProcesses, toNetwork }: Episode): Promise<Recorder['counts']> {
  const chance = (what: string, number = 0) => fractionOf('shared', seed, what, number);
  const [any = ''] = running();
  await (await connectMock(any)).reset();
  const recorder = new Recorder();
  const inOrder = shuffled(replicas.each, (number) => chance('order', number));
  const one = pick(inOrder, 0);
  const others = inOrder.slice(1);
  let calls = 0;
  let isDone = false;
  let hasFailed = false;
  const isOver = (made = calls) => {
    calls = made;
    return hasFailed || (isDone && calls >= 200);
  };
  async function failProcesses(): Promise<void> {
    for (const [number, { happen }] of toProcesses.entries()) {
      const from = calls + 20 + chance('calls', number) * 60;
      while (calls < from && !isOver()) await sleep(1);
      const replica = pick(others, chance('replica', number));
      await happen({ redis, replica, milliseconds: 20 + chance('milliseconds', number) * 300 });
    }
    isDone = true;
  }
  async function failNetwork(): Promise<void> {
    for (let number = 0; toNetwork.length > 0 && !isOver(); number++) {
      await sleep(100 + chance('calm', number) * 200);
      const { happen } = pick(toNetwork, (number % toNetwork.length) / toNetwork.length);
      await happen({ redis, replica: one, milliseconds: 20 + chance('cut', number) * 200 });
    }
  }
  const clients = runClients({ recorder, urls: running, seed, clients: 6, projects, isOver });
  const all = [clients, failProcesses(), failNetwork()];
  await Promise.all(all).catch(async (error: unknown) => {
    hasFailed = true;
    await Promise.allSettled(all);
    throw error;
  });

  await allWell(recorder);
  const { old } = recorder.counts;
  const states: MockState[] = [];
  for (const url of running()) {
    // What was acknowledged is on every replica, and each shows the same.
    for (const project of projects) expect(await recorder.make(url, { do: 'list', project })).toBe(true);
    expect(await recorder.make(url, { do: 'show quota' })).toBe(true);
    states.push(await (await connectMock(url)).state());
  }
  expect(states).toHaveLength(replicas.each.length);
  expect(recorder.counts.old).toBe(old);
  for (const state of states) expect(state).toEqual(states[0]);
  try {
    checkHistory(recorder.history);
  } catch (cause) {
    throw new Error(`episode ${seed}: ${toProcesses.map(({ name }) => name).join(', ')}`, { cause });
  }
  return recorder.counts;
}

test('three replicas answer as one mock while they, Redis and the network between them fail', async () => {
  const outcomes = ['answered', 'old', 'refused', 'unknown'] as const;
  const total = { answered: 0, old: 0, refused: 0, unknown: 0 };
  for (let pass = 0; pass < passes || (pass < passes + 10 && outcomes.some((one) => total[one] === 0)); pass++) {
    const chance = (what: string, number: number) => fractionOf('shared', pass, what, number);
    const mishaps = shuffled(mishapsOfProcesses, (number) => chance('process', number));
    const toNetwork = shuffled(mishapsOfNetwork, (number) => chance('network', number));
    while (mishaps.length > 0) {
      const seed = `${pass} ${mishaps.length}`;
      const counts = await play({ seed, toProcesses: mishaps.splice(0, 2), toNetwork });
      for (const outcome of outcomes) total[outcome] += counts[outcome];
    }
  }
  // Clients have felt what happened, and most of their calls were answered all the same.
  expect(total.answered).toBeGreaterThan(passes * 300);
  expect(total.answered).toBeGreaterThan(total.refused + total.unknown);
  for (const outcome of outcomes) expect(total[outcome]).toBeGreaterThan(0);
}, 7_200_000);

test('three replicas bring back what they have acknowledged when Redis comes back empty', async () => {
  for (let number = 0; number < passes; number++) {
    await play({ seed: `empty ${number}`, toProcesses: [emptyRedis], toNetwork: [] });
  }
}, 3_600_000);

test('a replica that lags behind does not show as new what it has when Redis comes back empty', async () => {
  const [leading, lagging, third] = replicas.each;
  if (leading === undefined || lagging === undefined || third === undefined)
    throw new Error('there are three replicas');
  const about = { project: 'lagging', number: 1 };
  const recorder = new Recorder();
  const make = (replica: Replica, call: ServiceCall) => recorder.make(replica.url() ?? '', call);
  await (await connectMock(leading.url() ?? '')).reset();
  await make(leading, { do: 'create', ...about, description: 'before' });
  for (const { proxy } of [lagging, third]) proxy.behave('cut');
  expect(await make(leading, { do: 'describe', ...about, description: 'after' })).toBe(true);
  leading.proxy.behave('cut');
  await redis.restartEmpty();
  lagging.proxy.behave('pass');
  // It finds that all is gone, and knows nothing of what the other one has.
  await expect.poll(() => redis.run('EXISTS', 'vpcep:{failing}:meta')).toBe(1);
  for (let count = 0; count < 10; count++) expect(await make(lagging, { do: 'show', ...about })).toBe(true);
  for (const { proxy } of [leading, third]) proxy.behave('pass');
  await allWell(recorder);
  for (const replica of replicas.each) expect(await make(replica, { do: 'show', ...about })).toBe(true);
  checkHistory(recorder.history);
});
