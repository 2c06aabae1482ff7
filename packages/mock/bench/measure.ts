import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { connectMock } from '@vpcep/mock';
import autocannon from 'autocannon';
import { type RequestName, requests } from './requests.js';
import type { Subject } from './subjects.js';

/** What a mock server did in one round. */
export interface Load {
  /** Requests per second. */
  rate: number;
  /** Milliseconds of processor time per request. */
  cpu: number;
}

/** A mock server that runs. */
export interface RunningSubject {
  /** Where it listens. */
  readonly url: string;
  /** Milliseconds from its start to its first answer. */
  readonly ready: number;
  /** Sends one kind of request again and again, over ten connections. */
  load(name: RequestName, seconds: number): Promise<Load>;
  /** Megabytes that it has of the machine's memory. */
  memory(): number;
  stop(): Promise<void>;
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

export async function start(subject: Subject): Promise<RunningSubject> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  // What a terminal would show goes through a pipe, and is read.
  const child = spawn(process.execPath, subject.args(port), { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  await firstAnswer(`${url}${requests.list.path}`, child);
  const ready = performance.now() - started;
  const base = subject.isInWorld === true ? await worldOf(url) : url;
  const { pathname } = new URL(base);
  const requestOf = (name: RequestName) => {
    const request = requests[name];
    return { ...request, path: `${pathname.replace(/\/$/, '')}${request.path}` };
  };
  return {
    url,
    ready,
    async load(name, seconds) {
      const before = processorTime(child);
      const result = await autocannon({ url, connections: 10, duration: seconds, requests: [requestOf(name)] });
      if (result.non2xx > 0) throw new Error(`${subject.name} refused ${result.non2xx} requests`);
      const cpu = (processorTime(child) - before) / result['2xx'];
      return { rate: result.requests.average, cpu };
    },
    memory: () =>
      Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1]) / 1000,
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** Milliseconds of processor time that a process has had, of the fields of Linux's proc(5). */
function processorTime(child: ChildProcess): number {
  const stat = readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000;
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

/** Asks until there is an answer. */
async function firstAnswer(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const status = await fetch(url, { headers: requests.list.headers }).then(
      async (response) => {
        await response.text();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) return;
    if (status !== 0) throw new Error(`${url} answers with ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`the mock server ended before it answered, with ${child.exitCode}`);
}

/** Has the mock make a world, and gives its base URL. */
async function worldOf(url: string): Promise<string> {
  const mock = await connectMock(url);
  const world = await mock.world();
  return world.url;
}
