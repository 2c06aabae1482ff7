import { subjects } from './subjects/subjects.js';

/** What the benchmark asks of a client: to send so many requests, so many of them at a time. */
export interface Order {
  requests: number;
  concurrency: number;
}

/** What doing so took. */
export interface Outcome {
  /** Microseconds of processor time, of all threads of the client's process. */
  cpu: number;
  /** Bytes on the heap afterwards, once what is no longer needed is collected. */
  heap: number;
}

/** One client alone in its process, which keeps it warm from round to round. */
const [name = '', baseUrl = ''] = process.argv.slice(2);
const subject = subjects[name];
if (subject === undefined) throw new Error(`there is no subject ${name}`);
const call = (await subject()).createCall(baseUrl);
const collect = globalThis.gc;
if (collect === undefined) throw new Error('start with --expose-gc');

async function carryOut({ requests, concurrency }: Order): Promise<Outcome> {
  const before = process.cpuUsage();
  let left = requests;
  const lane = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const { user, system } = process.cpuUsage(before);
  await collect?.({ execution: 'async', type: 'major' });
  return { cpu: user + system, heap: process.memoryUsage().heapUsed };
}

process.on('message', (order: Order) => {
  void carryOut(order).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
