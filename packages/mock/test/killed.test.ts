import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { MockState } from '../src/index.js';
import { type Api, apiOf, serviceBody } from './api.js';

/** How often the mock is killed; set KILL_RUNS for more. */
const kills = Number(process.env['KILL_RUNS'] ?? 25);
const workers = 6;

const command = fileURLToPath(new URL('../bin/vpcep-mock.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vpcep-killed-'));
let child: ChildProcess | undefined;
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function start(): Promise<{ url: string; kill(): Promise<void> }> {
  const started = spawn(
    process.execPath,
    [command, '--port', '0', '--quiet', '--persist', folder, '--transitions', 'immediate'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child = started;
  const [line] = (await once(started.stdout, 'data')) as [Buffer];
  return {
    url: /http:\S+/.exec(line.toString())?.[0] ?? '',
    async kill() {
      const gone = once(started, 'exit');
      started.kill('SIGKILL');
      await gone;
    },
  };
}

/** What a service is known to be: a description, its whitelist, or that it is gone. */
interface Known {
  description: string;
  whitelist: string[];
  gone: boolean;
}

/** A service, with what has been answered about it, and what may have happened without an answer. */
class Tracked {
  known: Known = { description: '', whitelist: [], gone: false };
  possible: Known | undefined;

  constructor(readonly id: string) {}

  /** Makes a change; once it is answered, it counts. */
  async change(change: Partial<Known>, call: () => Promise<unknown>): Promise<void> {
    this.possible = { ...this.known, ...change };
    await call();
    this.known = this.possible;
    this.possible = undefined;
  }
}

const tracked = new Map<string, Tracked>();

/** Creates and changes services of its own, one call after the other, until the mock is gone. */
async function work(api: Api, number: number, answered: () => void): Promise<void> {
  try {
    for (let round = 0; ; round++) {
      const { id } = await api.ok('createEndpointService', { body: serviceBody(number * 1000 + round) });
      const service = new Tracked(id);
      tracked.set(id, service);
      answered();
      const description = `changed by ${number} in round ${round}`;
      await service.change({ description }, () =>
        api.ok('updateEndpointService', { service: id, body: { description } }),
      );
      answered();
      // Two at once: there are both, or none.
      const whitelist = ['iam:domain::one', 'iam:domain::two'];
      await service.change({ whitelist }, () =>
        api.ok('addOrRemoveServicePermissions', { service: id, body: { action: 'add', permissions: whitelist } }),
      );
      answered();
      if (round % 3 < 2) continue;
      await service.change({ gone: true }, () => api.ok('deleteEndpointService', { service: id }));
      answered();
    }
  } catch (error) {
    // A lost connection is what it waits for; a refusal is not.
    if (!(error instanceof Error && 'syscall' in error) && !String(error).includes('socket hang up')) throw error;
  }
}

test(
  `killed ${kills} times at work, it has lost nothing that it answered, and done nothing by halves`,
  async () => {
    let mock = await start();
    let answers = 0;
    for (let run = 0; run < kills; run++) {
      // Some kills come at once, some after hundreds of answers.
      let left = (run * 37) % 211;
      let kill: Promise<void> | undefined;
      const { url } = mock;
      const killNow = () => mock.kill();
      const answered = () => {
        answers++;
        if (left-- === 0) kill = killNow();
      };
      await Promise.all(
        Array.from({ length: workers }, (_, number) =>
          work(apiOf({ url }, `run${run}worker${number}`), number, answered),
        ),
      );
      await kill;

      mock = await start();
      const state = (await (await fetch(`${mock.url}/_mock/state`)).json()) as Required<MockState>;
      const services = new Map(state.services.map((service) => [service.id, service]));
      for (const service of tracked.values()) {
        const found = services.get(service.id);
        const actual: Known =
          found === undefined
            ? { ...service.known, gone: true }
            : {
                description: found.description ?? '',
                whitelist: (found.permissions ?? []).map(({ permission }) => permission),
                gone: false,
              };
        expect([service.known, service.possible], `service ${service.id} after kill ${run}`).toContainEqual(actual);
        service.known = actual;
        service.possible = undefined;
      }
    }
    await mock.kill();
    expect(answers).toBeGreaterThan(kills * 20);
    expect(new Set([...tracked.values()].map(({ known }) => known.gone))).toEqual(new Set([true, false]));
  },
  kills * 20_000,
);
