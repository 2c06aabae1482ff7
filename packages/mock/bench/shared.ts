import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RedisServer, startRedis } from '@vpcep/redis';
import autocannon from 'autocannon';
import { manyServices } from './many-services.js';
import { type RunningSubject, start } from './measure.js';
import { printTable } from './print-table.js';
import { requests } from './requests.js';
import { vpcepMock } from './subjects.js';

/**
 * Measures a mock that replicas share beside one with `--persist` and one in memory, in one run, and prints tables. `--quick`
 * does everything once and briefly, to see that it works; its numbers say nothing. Reads /proc, so it needs Linux.
 */
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 5;
const seconds = quick ? 1 : 3;
const sizes = quick ? [100, 1000] : [10_000, 100_000];
/** How many requests are under way at once, however many replicas there are. */
const connections = 12;

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const milliseconds = (value: number) => value.toFixed(value < 10 ? 1 : 0);
const common = ['--quiet', '--quota', 'endpoint_service=1000000000', '--transitions', 'immediate'];
const args = (...more: string[]) => ({ args: (port: string) => [vpcepMock, '--port', port, ...common, ...more] });

/** Requests of one kind through all replicas at once: how many there were a second, and how long they took. */
interface Load {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

async function load(replicas: readonly RunningSubject[], name: 'create' | 'list', each: number): Promise<Load> {
  const results = await Promise.all(
    replicas.map(({ url }) => autocannon({ url, connections: each, duration: seconds, requests: [requests[name]] })),
  );
  const refused = results.reduce((count, { non2xx }) => count + non2xx, 0);
  if (refused > 0) throw new Error(`${refused} requests were refused`);
  return {
    rate: results.reduce((rate, result) => rate + result.requests.average, 0),
    p50: Math.max(...results.map(({ latency }) => latency.p50)),
    p99: Math.max(...results.map(({ latency }) => latency.p99)),
  };
}

/** One way to run a mock, and what was measured of it, round by round. */
interface Setup {
  readonly name: string;
  readonly run: (measure: (replicas: readonly RunningSubject[]) => Promise<void>) => Promise<void>;
  readonly loads: { create: Load; list: Load; lone: Load; loneRead: Load }[];
}

const alone = (name: string, ...more: string[]): Setup => ({
  name,
  loads: [],
  async run(measure) {
    const running = await start({ name, ...args(...more) });
    await measure([running]);
    await running.stop();
  },
});
function persistent(): Setup {
  const name = 'one mock, --persist';
  return {
    name,
    loads: [],
    async run(measure) {
      const folder = mkdtempSync(join(tmpdir(), 'vpcep-bench-'));
      const running = await start({ name, ...args('--persist', folder) });
      await measure([running]);
      await running.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
function shared(count: number): Setup {
  const name = `--shared, ${count === 1 ? 'one replica' : `${count} replicas`}`;
  return {
    name,
    loads: [],
    async run(measure) {
      const redis = await startRedis();
      const replicas: RunningSubject[] = [];
      for (let number = 0; number < count; number++) replicas.push(await start({ name, ...argsOf(redis) }));
      await measure(replicas);
      await Promise.all(replicas.map((replica) => replica.stop()));
      await redis.close();
    },
  };
}
const argsOf = ({ url }: RedisServer) => args('--shared', `${url}/0?name=bench`);

async function printLoads(): Promise<void> {
  const setups = [alone('one mock, in memory'), persistent(), shared(1), shared(2), shared(3)];
  for (let round = 0; round < rounds; round++) {
    // Each is once the first, so that a machine that becomes faster or slower does so for each of them.
    for (const { run, loads } of [...setups.slice(round), ...setups.slice(0, round)]) {
      await run(async (replicas) => {
        const each = connections / replicas.length;
        // The first requests of each kind warm up.
        await load(replicas, 'list', each);
        await load(replicas, 'create', each);
        loads.push({
          loneRead: await load(replicas.slice(0, 1), 'list', 1),
          lone: await load(replicas.slice(0, 1), 'create', 1),
          list: await load(replicas, 'list', each),
          create: await load(replicas, 'create', each),
        });
      });
    }
  }
  const [first] = setups;
  const figure = ({ loads }: Setup, of: (one: Setup['loads'][number]) => number) => median(loads.map(of));
  for (const [name, title] of [
    ['create', 'Writes'],
    ['list', 'Reads'],
  ] as const) {
    printTable(
      `${title}, ${connections} at a time`,
      ['', 'requests/s', 'to in memory', 'ms, half of them', 'ms, 99 %'],
      setups.map((setup) => {
        const rate = figure(setup, (one) => one[name].rate);
        const base = first === undefined ? Number.NaN : figure(first, (one) => one[name].rate);
        const p50 = figure(setup, (one) => one[name].p50);
        const p99 = figure(setup, (one) => one[name].p99);
        return [setup.name, String(Math.round(rate)), (rate / base).toFixed(2), milliseconds(p50), milliseconds(p99)];
      }),
    );
  }
  printTable(
    'One at a time',
    ['', 'ms, a write', 'ms, a read'],
    setups.map((setup) => [
      setup.name,
      (1000 / figure(setup, ({ lone }) => lone.rate)).toFixed(2),
      (1000 / figure(setup, ({ loneRead }) => loneRead.rate)).toFixed(2),
    ]),
  );
}

/** What a stream and an image of many services need, and how long a replica takes to start from them. */
async function printStarts(): Promise<void> {
  const rows: string[][] = [];
  for (const services of sizes) {
    const redis = await startRedis();
    const name = 'one';
    const first = await start({ name, ...argsOf(redis) });
    const body = JSON.stringify(manyServices(services));
    const loaded = performance.now();
    const response = await fetch(`${first.url}/_mock/state`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    if (response.status !== 204) throw new Error(`the state was refused: ${await response.text()}`);
    const loading = performance.now() - loaded;
    await first.stop();
    const memory = async (pattern: string) => {
      const keys = (await redis.run('KEYS', pattern)) as string[];
      const bytes = await Promise.all(
        keys.map(async (key) => Number(await redis.run('MEMORY', 'USAGE', key, 'SAMPLES', 0))),
      );
      return bytes.reduce((sum, one) => sum + one, 0) / 1e6;
    };
    const image = await memory('*:image:*');
    const second = await start({ name, ...argsOf(redis) });
    const empty = Number(await redis.run('XLEN', 'vpcep:{bench}:stream'));
    const streamBefore = await memory('*:stream');
    await load([second], 'create', connections);
    const commands = Number(await redis.run('XLEN', 'vpcep:{bench}:stream')) - empty;
    const perCommand = (((await memory('*:stream')) - streamBefore) * 1e6) / Math.max(1, commands);
    rows.push([
      services.toLocaleString('en'),
      milliseconds(loading),
      milliseconds(second.ready),
      image.toFixed(1),
      String(Math.round(perCommand)),
      String(Math.round(second.memory())),
    ]);
    await second.stop();
    await redis.close();
  }
  printTable(
    'Many services',
    [
      'services',
      'ms, to load them',
      'ms, start of a replica',
      'MB, image in Redis',
      'bytes in Redis a command',
      'MB, replica',
    ],
    rows,
  );
}

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}, appendfsync always`,
);
await printLoads();
await printStarts();
