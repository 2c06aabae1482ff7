import { subjects } from './subjects/subjects.js';

/** What the benchmark asks of a client: to send so many requests, so many of them at a time. */
export interface Order {
  requests: number;
  concurrency: number;
}

/** What the benchmark says to a client: to send requests, or to tell what is on its heap. */
export type Message = Order | 'heap';

/** One client alone in its process, which keeps it warm from round to round. */
const [name = '', baseUrl = ''] = process.argv.slice(2);
const subject = subjects[name];
if (subject === undefined) throw new Error(`there is no subject ${name}`);
const call = (await subject()).createCall(baseUrl);
const collect = globalThis.gc;
if (collect === undefined) throw new Error('start with --expose-gc');

/** Microseconds of processor time that it took, of all threads of the process. */
async function carryOut({ requests, concurrency }: Order): Promise<number> {
  const before = process.cpuUsage();
  let left = requests;
  const lane = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** Bytes on the heap, once what is no longer needed is collected. */
async function heapUsed(): Promise<number> {
  await collect?.({ execution: 'async', type: 'major' });
  return process.memoryUsage().heapUsed;
}

process.on('message', (message: Message) => {
  void (message === 'heap' ? heapUsed() : carryOut(message)).then((figure) => process.send?.(figure));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
