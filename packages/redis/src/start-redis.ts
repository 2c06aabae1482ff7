import { randomInt } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { PortTakenError, type ServerProcess, startServerProcess } from './server-process.js';

/** Settings of the server by name, as in `redis.conf`, such as `{ 'maxmemory-policy': 'allkeys-lru' }`. */
export type RedisSettings = Readonly<Record<string, string>>;

/** A Redis or Valkey server of its own, which can be made to fail. */
export interface RedisServer {
  /** Where it listens, such as `redis://127.0.0.1:20000`. It stays the same. */
  readonly url: string;
  readonly port: number;
  /** Runs a command over a connection of its own, and resolves with the answer. */
  run(command: string, ...args: (string | number)[]): Promise<unknown>;
  /** Ends it by SIGKILL, and resolves when it is gone. */
  kill(): Promise<void>;
  /** Ends it in good order by SIGTERM, and resolves when it is gone. */
  stop(): Promise<void>;
  /** Starts it again after `kill` or `stop`, with what it has written. */
  start(): Promise<void>;
  /** Ends it by SIGKILL, and starts it again without anything that it has written. */
  restartEmpty(): Promise<void>;
  /** Stops its process, which then neither answers nor ends connections. Windows has no such signal. */
  pause(): void;
  /** Lets its process go on. */
  resume(): void;
  /** Ends it for good, and removes its files. */
  close(): Promise<void>;
}

/** What a shared mock needs of Redis to lose nothing. */
const defaults: RedisSettings = { appendonly: 'yes', appendfsync: 'always', save: '' };

/** Below the ports that systems give out by themselves: while the server is down, nobody else is given its port. */
const randomPort = () => randomInt(15_000, 32_000);

/**
 * Starts a server on a free port of 127.0.0.1 with a folder of its own.
 *
 * @param settings - Instead of, or beside, those by which it writes each command to the disk before it answers.
 */
export async function startRedis(settings: RedisSettings = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-redis-'));
  const all = { ...defaults, ...settings };
  const argsAt = (port: number) =>
    Object.entries({ ...all, bind: '127.0.0.1', port: String(port), dir: folder }).flatMap(([name, value]) => [
      `--${name}`,
      value,
    ]);
  async function startAt(port: number): Promise<ServerProcess> {
    const server = await startServerProcess(argsAt(port));
    await runAt(port, 'PING');
    return server;
  }
  async function runAt(port: number, command: string, ...args: (string | number)[]): Promise<unknown> {
    const { requirepass: password } = all;
    const redis = new Redis({
      host: '127.0.0.1',
      port,
      ...(password === undefined ? {} : { password }),
      lazyConnect: true,
      retryStrategy: null,
    });
    // What goes wrong rejects the command too.
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await redis.call(command, ...args);
    } finally {
      redis.disconnect();
    }
  }
  async function startAnywhere() {
    for (;;) {
      const port = randomPort();
      try {
        return { port, server: await startAt(port) };
      } catch (error) {
        if (!(error instanceof PortTakenError)) throw error;
      }
    }
  }

  const started = await startAnywhere().catch((error: unknown) => {
    rmSync(folder, { recursive: true });
    throw error;
  });
  const { port } = started;
  let server: ServerProcess | undefined = started.server;
  let paused = false;
  const resume = () => {
    if (paused) server?.signal('SIGCONT');
    paused = false;
  };
  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    server?.signal(signal);
    // A process that is paused hears no other signal than SIGKILL until it goes on.
    resume();
    await server?.gone;
    server = undefined;
  }
  const start = async () => {
    server ??= await startAt(port);
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    run: (command, ...args) => runAt(port, command, ...args),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start,
    restartEmpty: async () => {
      await end('SIGKILL');
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      await start();
    },
    pause: () => {
      server?.signal('SIGSTOP');
      paused = true;
    },
    resume,
    close: async () => {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
