import { setTimeout as sleep } from 'node:timers/promises';
import { fractionOf } from '../../src/ids.js';
import { makeCall, type KnownIds } from './service-calls.js';
import { isReadCall, type ServiceCall, type ServiceOperation } from './service-model.js';

/** Notes all calls that are made in this process, with when they were sent and answered. */
export class Recorder {
  readonly history: ServiceOperation[] = [];
  readonly ids: KnownIds = new Map();
  /** How many calls had which outcome, and how many were answered with what may be old. */
  readonly counts = { answered: 0, old: 0, refused: 0, unknown: 0 };

  /** Makes a call, and says whether it was answered. */
  async make(url: string, call: ServiceCall): Promise<boolean> {
    const sent = performance.now();
    const outcome = await makeCall(url, call, this.ids);
    const at = performance.now();
    this.counts[outcome.is]++;
    // What was not taken has no effect, or a later answer will contradict.
    if (outcome.is === 'refused') return false;
    if (outcome.is === 'unknown') {
      if (!isReadCall(call)) this.history.push({ call, invoked: sent, returned: undefined });
      return false;
    }
    const { answer, age } = outcome;
    if (age !== undefined) this.counts.old++;
    // What is shown was so at some time since it became that old; its seconds are whole ones.
    const invoked = age === undefined ? sent : sent - (age + 1) * 1000;
    this.history.push({ call, invoked, returned: { at, answer } });
    return true;
  }
}

/** Clients that make calls by chance. */
export interface ClientsOptions {
  readonly recorder: Recorder;
  /** The replicas that a call can be sent to. It waits while there is none. */
  readonly urls: () => readonly string[];
  /** What chance is made from. */
  readonly seed: string;
  readonly clients: number;
  readonly projects: readonly string[];
  /** Asked before each call, with how many there have been. */
  readonly isOver: (calls: number) => boolean;
}

/** Makes calls, one after the other from each client, until it is over. */
export async function runClients({ recorder, urls, seed, clients, projects, isOver }: ClientsOptions): Promise<void> {
  let calls = 0;
  const created: { project: string; number: number }[] = [];

  function callOf(chance: (what: string) => number): ServiceCall {
    const project = projects[Math.floor(chance('project') * projects.length)] ?? '';
    const kind = chance('kind');
    const text = `text ${calls}`;
    if (kind < 0.04) return { do: 'set quota', quota: 1000 + calls };
    if (kind < 0.08) return { do: 'show quota' };
    if (kind < 0.2) return { do: 'list', project };
    // The ID of a service is known once somebody was told it. Those that are gone can be asked for too.
    const known = created.filter((each) => each.project === project && recorder.ids.has(each.number)).slice(-5);
    const service = known[Math.floor(chance('service') * known.length)];
    if (service === undefined || kind < 0.3) {
      const number = created.length + 1;
      created.push({ project, number });
      return { do: 'create', project, number, description: text };
    }
    if (kind < 0.5) return { do: 'describe', ...service, description: text };
    if (kind < 0.65) return { do: 'rename', ...service, name: `name${calls}` };
    return { do: kind < 0.73 ? 'delete' : 'show', ...service };
  }

  async function work(client: number): Promise<void> {
    for (let round = 0; !isOver(calls); round++) {
      const chance = (what: string) => fractionOf('clients', seed, client, round, what);
      const running = urls();
      const url = running[Math.floor(chance('replica') * running.length)];
      if (url !== undefined) {
        calls++;
        const answered = await recorder.make(url, callOf(chance));
        await sleep(answered ? chance('pause') * 40 : 30);
      } else {
        await sleep(20);
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
}
