import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scaled } from '@vpcep/testing';
import { afterAll, expect, test } from 'vitest';
import type { MockState } from '../src/index.js';
import { fractionOf } from '../src/ids.js';
import { type Api, apiOf, endpointBody, serviceBody } from './api.js';

/** How often the mock is killed. Of six times, one is after enough answers for some services to be deleted again. */
const kills = scaled(12, 240);
const workers = 6;

/** Chance, the same each time. */
const random = (run: number, what: string): number => fractionOf('killed', run, what);

const command = fileURLToPath(new URL('../bin/vpcep-mock.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vpcep-killed-'));
let child: ChildProcess | undefined;
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function spawnMock() {
  const started = spawn(
    process.execPath,
    [command, '--port', '0', '--quiet', '--persist', folder, '--transitions', 'immediate'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child = started;
  return {
    stdout: started.stdout,
    kill: async () => {
      const gone = once(started, 'exit');
      started.kill('SIGKILL');
      await gone;
    },
  };
}

async function start(): Promise<{ url: string; kill: () => Promise<void> }> {
  const { stdout, kill } = spawnMock();
  const [line] = (await Promise.race([once(stdout, 'data'), once(stdout, 'end')])) as [Buffer?];
  if (line === undefined) throw new Error('the mock did not start');
  return { url: /http:\S+/.exec(line.toString())?.[0] ?? '', kill };
}

/** Kills a mock after part of the time that it takes to start, when it writes everything anew. */
async function killAtStart(delayMs: number): Promise<void> {
  const { stdout, kill } = spawnMock();
  stdout.resume();
  await sleep(delayMs);
  await kill();
}

/** What a service is known to be: its fields, what is noted about the endpoints that connect to it, or that it is gone. */
interface Known {
  description: string;
  whitelist: string[];
  tags: string[];
  connections: string[];
  gone: boolean;
}

/** A service, with what has been answered about it, and what may have happened without an answer. */
class Tracked {
  known: Known = { description: '', whitelist: [], tags: [], connections: [], gone: false };
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
      // What was given out before a kill is not given out again.
      if (tracked.has(id)) throw new Error(`the ID ${id} is there twice`);
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
      const tags = [
        { key: 'one', value: '1' },
        { key: 'two', value: '2' },
      ];
      const path = { resource_type: 'endpoint_service', resource_id: id };
      await service.change({ tags: ['one', 'two'] }, () =>
        api.ok('batchAddOrRemoveResourceInstance', { path, body: { action: 'create', tags } }),
      );
      answered();
      const endpoints: string[] = [];
      for (const connections of [[''], ['', '']]) {
        await service.change({ connections }, async () => {
          endpoints.push((await api.ok('createEndpoint', { body: endpointBody(id) })).id);
        });
        answered();
      }
      // Two resources at once.
      const connections = endpoints.map((endpoint) => ({ id: endpoint, description }));
      await service.change({ connections: [description, description] }, () =>
        api.ok('updateEndpointConnectionsDesc', { service: id, body: { connections } }),
      );
      answered();
      if (round % 3 < 2) continue;
      await service.change({ gone: true }, () => api.ok('deleteEndpointService', { service: id }));
      answered();
    }
  } catch (error) {
    // A lost connection is what it waits for; an error response is not.
    if (!(error instanceof Error && 'syscall' in error) && !String(error).includes('socket hang up')) throw error;
  }
}

test(
  `killed ${kills} times at work, it has lost nothing that it answered, and done nothing by halves`,
  async () => {
    let mock = await start();
    let answers = 0;
    let startTime = 500;
    for (let run = 0; run < kills; run++) {
      // Some kills come at once, some after hundreds of answers.
      let left = Math.floor(random(run, 'answers') ** 2 * 200);
      let kill: Promise<void> | undefined;
      const { url, kill: killNow } = mock;
      const answered = () => {
        answers++;
        if (left-- === 0) kill = sleep(random(run, 'moment') * 5).then(killNow);
      };
      await Promise.all(
        Array.from({ length: workers }, (_, number) =>
          work(apiOf({ url }, `run${run}worker${number}`), number, answered),
        ),
      );
      await kill;

      if (run % 3 === 0) await killAtStart(random(run, 'start') * startTime);
      const begun = performance.now();
      mock = await start();
      startTime = performance.now() - begun;
      const state = (await (await fetch(`${mock.url}/_mock/state`)).json()) as Required<MockState>;
      const services = new Map(state.services.map((service) => [service.id, service]));
      const connections = new Map<string, string[]>();
      for (const { endpoint_service_id: id, connection_description: note = '' } of state.endpoints) {
        connections.set(id, [...(connections.get(id) ?? []), note]);
      }
      for (const service of tracked.values()) {
        const found = services.get(service.id);
        const actual: Known =
          found === undefined
            ? { ...service.known, gone: true }
            : {
                description: found.description ?? '',
                whitelist: (found.permissions ?? []).map(({ permission }) => permission),
                tags: (found.tags ?? []).map(({ key }) => key),
                connections: connections.get(service.id) ?? [],
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
