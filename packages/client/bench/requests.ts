import { median } from './median.js';
import { startClient, startServer, type BenchmarkClient } from './processes.js';
import { subjects } from './subjects/subjects.js';

/** What requests cost a client. */
export interface RequestCost {
  name: string;
  /** Microseconds of processor time per request, by concurrency. */
  cpu: Record<number, number>;
  /** The same as a multiple of what the first client took in the same round. */
  ratio: Record<number, number>;
  /** Megabytes on the heap after a tenth of the many requests, and after all. */
  heap: { early: number; late: number };
}

export const concurrencies = [1, 16];

/** Requests that a client sends before it is measured. */
const warmUp = 2000;

/**
 * Measures all clients in turns, so that what else the machine does meets them alike: the shorter the rounds, the more
 * so. Nothing is collected by force between them: it would leave each process as slow as one that has just started.
 */
export async function measureRequests(rounds: number, perRound: number, many: number): Promise<RequestCost[]> {
  const server = await startServer();
  const clients: BenchmarkClient[] = [];
  try {
    for (const name of Object.keys(subjects)) clients.push(await startClient(name, server.url));
    const costs: RequestCost[] = clients.map(({ name }) => ({ name, cpu: {}, ratio: {}, heap: { early: 0, late: 0 } }));
    for (const concurrency of concurrencies) {
      const samples = clients.map((): number[] => []);
      for (const client of clients) await client.carryOut({ requests: warmUp, concurrency });
      for (let round = 0; round < rounds; round++) {
        for (const [index, client] of turned([...clients.entries()], round)) {
          const cpu = await client.carryOut({ requests: perRound, concurrency });
          samples[index]?.push(cpu / perRound);
        }
      }
      const [base = []] = samples;
      for (const [index, cost] of costs.entries()) {
        const times = samples[index] ?? [];
        cost.cpu[concurrency] = median(times);
        cost.ratio[concurrency] = median(times.map((time, round) => time / (base[round] ?? Number.NaN)));
      }
    }
    for (const [index, client] of clients.entries()) {
      const { heap } = costs[index] ?? {};
      if (heap === undefined) continue;
      await client.carryOut({ requests: many / 10, concurrency: 16 });
      heap.early = (await client.heapUsed()) / 1e6;
      await client.carryOut({ requests: (many * 9) / 10, concurrency: 16 });
      heap.late = (await client.heapUsed()) / 1e6;
    }
    return costs;
  } finally {
    for (const client of clients) client.stop();
    server.stop();
  }
}

/** The same things, each round beginning with another one. */
function turned<T>(things: T[], round: number): T[] {
  const first = (round + things.length) % things.length;
  return [...things.slice(first), ...things.slice(0, first)];
}
