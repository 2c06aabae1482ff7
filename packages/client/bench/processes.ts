import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Message, Order } from './client-process.js';

/** Starts a file of this folder in a process of its own, and returns it with the first thing that it says. */
async function start(file: string, args: string[]): Promise<{ child: ChildProcess; said: unknown }> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, args, { execArgv: ['--import', 'tsx', '--expose-gc'] });
  return { child, said: await reply(child, file) };
}

/** The next thing that a process says. That it ends without a word is an error. */
async function reply(child: ChildProcess, name: string): Promise<unknown> {
  const gone = new AbortController();
  const ended = once(child, 'exit', { signal: gone.signal }).then(() => {
    throw new Error(`${name} ended before it replied`);
  });
  ended.catch(() => undefined);
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal: gone.signal }), ended])) as unknown[];
    return message;
  } finally {
    gone.abort();
  }
}

/** The server that all clients of the benchmark talk to. */
export async function startServer(): Promise<{ url: string; stop(): void }> {
  const { child, said } = await start('server.ts', []);
  return { url: `http://127.0.0.1:${String(said)}`, stop: child.disconnect.bind(child) };
}

/** A client that waits for orders. */
export interface BenchmarkClient {
  name: string;
  /** Sends requests, and tells the microseconds of processor time that they took. */
  carryOut(order: Order): Promise<number>;
  /** Bytes on its heap, once what is no longer needed is collected. */
  heapUsed(): Promise<number>;
  stop(): void;
}

/** Starts the client of that name. */
export async function startClient(name: string, url: string): Promise<BenchmarkClient> {
  const { child } = await start('client-process.ts', [name, url]);
  const ask = async (message: Message) => {
    child.send(message);
    return (await reply(child, name)) as number;
  };
  return {
    name,
    carryOut: ask,
    heapUsed: () => ask('heap'),
    stop: child.disconnect.bind(child),
  };
}
