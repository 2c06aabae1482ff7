import { afterEach, describe, expect, test } from 'vitest';
import { type Mock, startMock } from '../../src/index.js';
import { Recorder, runClients } from './clients.js';
import { startProxy } from './misbehaving-proxy.js';
import { checkHistory, firstQuota, nameOf, type ServiceOperation } from './service-model.js';

const mocks: Mock[] = [];
afterEach(async () => {
  for (const mock of mocks.splice(0)) await mock.close();
});

async function start(): Promise<Mock> {
  const mock = await startMock({ port: 0, log: () => undefined, clock: 'manual', transitions: 'immediate' });
  mocks.push(mock);
  return mock;
}

async function record(urls: readonly string[], calls = 300): Promise<Recorder> {
  const recorder = new Recorder();
  await runClients({
    recorder,
    urls: () => urls,
    seed: 'clients.test',
    clients: 6,
    projects: ['one', 'two'],
    isOver: (made) => made >= calls,
  });
  return recorder;
}

test('what one mock answers could have been answered one after the other', async () => {
  const { history, counts } = await record([(await start()).url]);
  expect(counts.answered).toBeGreaterThanOrEqual(300);
  expect(new Set(history.map(({ call }) => call.do)).size).toBe(8);
  checkHistory(history);
});

test('so it is where answers are lost on the way', async () => {
  const { url } = await start();
  const proxy = await startProxy(Number(new URL(url).port));
  const recorder = new Recorder();
  await runClients({
    recorder,
    urls: () => [url, `http://127.0.0.1:${proxy.port}`],
    seed: 'lost',
    clients: 6,
    projects: ['one', 'two'],
    isOver: (made) => {
      proxy.behave(made % 10 > 6 ? 'cut-replies' : 'pass');
      return made >= 300;
    },
  });
  await proxy.close();
  expect(recorder.counts.unknown).toBeGreaterThan(5);
  checkHistory(recorder.history);
});

test('what two mocks answer that know nothing of one another could not', async () => {
  const recorder = await record([(await start()).url, (await start()).url], 40).catch((error: unknown) => error);
  // The two may give the same service different IDs, which is seen at once.
  if (!(recorder instanceof Recorder)) {
    expect(String(recorder)).toMatch(/has the ID/);
    return;
  }
  expect(() => {
    checkHistory(recorder.history);
  }).toThrow(/^No order explains all that was answered about /);
});

describe('in what one mock answers', () => {
  test('an old answer is noticed', async () => {
    const { url } = await start();
    const recorder = await record([url]);
    await recorder.make(url, { do: 'set quota', quota: 5000 });
    await recorder.make(url, { do: 'show quota' });
    const { history } = recorder;
    checkHistory(history);
    const last = history.at(-1);
    if (last?.returned === undefined) throw new Error('not answered');
    const old: ServiceOperation = { ...last, returned: { ...last.returned, answer: firstQuota } };
    expect(() => {
      checkHistory([...history.slice(0, -1), old]);
    }).toThrow(/about quota\./);
    // Where it says that it may be so old, it may.
    checkHistory([...history.slice(0, -1), { ...old, invoked: 0 }]);
  });

  test('a lost change is noticed, unless it may have been lost', async () => {
    const { url } = await start();
    const recorder = await record([url]);
    const about = { project: 'one', number: 900 };
    await recorder.make(url, { do: 'create', ...about, description: 'first' });
    await recorder.make(url, { do: 'describe', ...about, description: 'second' });
    await recorder.make(url, { do: 'show', ...about });
    const { history } = recorder;
    checkHistory(history);
    const [create, describe, show] = history.slice(-3);
    if (create === undefined || describe === undefined || show?.returned === undefined) throw new Error('not answered');
    const shown: ServiceOperation = {
      ...show,
      returned: { ...show.returned, answer: { number: 900, name: nameOf(900), description: 'first' } },
    };
    const before = history.slice(0, -2);
    expect(() => {
      checkHistory([...before, describe, shown]);
    }).toThrow(/about one\./);
    checkHistory([...before, { ...describe, returned: undefined }, shown]);
  });
});
