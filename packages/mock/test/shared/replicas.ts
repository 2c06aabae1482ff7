import type { RedisServer } from '@vpcep/redis';
import { type Command, startCommand } from '../command.js';
import { type MisbehavingProxy, startProxy } from './misbehaving-proxy.js';

/** One of the processes that answer as one mock. */
export interface Replica {
  /** What is between it and Redis. */
  readonly proxy: MisbehavingProxy;
  /**
   * Where it listens; undefined while it does not run. Each start takes another port.
   *
   * @throws Error when it has ended by itself.
   */
  url(): string | undefined;
  /** Ends it by SIGKILL, and resolves when it is gone. */
  kill(): Promise<void>;
  /** Ends it by SIGTERM, and resolves when it is gone. */
  stop(): Promise<void>;
  /** Starts it again, unless it runs, and resolves when it listens. */
  start(): Promise<void>;
}

/** Replicas of a mock that is shared. */
export interface Replicas {
  readonly each: readonly Replica[];
  /** Ends all, and what is between them and Redis. */
  close(): Promise<void>;
}

/** How replicas are started. */
export interface ReplicasOptions {
  readonly redis: RedisServer;
  /** What the mock is called in Redis. */
  readonly name: string;
  readonly count: number;
  /** More arguments of the command. */
  readonly args?: readonly string[];
}

/** Starts replicas, each as a process of its own, with a proxy of its own between it and Redis. */
export async function startReplicas({ redis, name, count, args = [] }: ReplicasOptions): Promise<Replicas> {
  const proxies = await Promise.all(Array.from({ length: count }, () => startProxy(redis.port)));
  const each = proxies.map((proxy) => {
    const shared = `redis://127.0.0.1:${proxy.port}/0?name=${name}`;
    return createReplica(proxy, ['--port', '0', '--quiet', '--shared', shared, ...args]);
  });
  async function close(): Promise<void> {
    await Promise.all(each.map((replica) => replica.kill()));
    await Promise.all(proxies.map((proxy) => proxy.close()));
  }
  try {
    // The first one makes what the others join.
    await each[0]?.start();
    await Promise.all(each.map((replica) => replica.start()));
  } catch (error) {
    await close();
    throw error;
  }
  return { each, close };
}

/** Waits until it listens. It may be killed before it does. */
function urlOf({ child, output, ended }: Command): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /http:\/\/[\d.:]+(?=\s)/.exec(output().stdout)?.[0];
      if (url !== undefined) resolve(url);
    });
    void ended.then(({ stderr }) => {
      reject(new Error(`a replica has ended before it listened: ${stderr}`));
    });
  });
}

const hasEnded = ({ child }: Command) => child.exitCode !== null || child.signalCode !== null;

function createReplica(proxy: MisbehavingProxy, args: readonly string[]): Replica {
  let command: Command | undefined;
  let url: string | undefined;
  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = command;
    url = undefined;
    command = undefined;
    ending?.child.kill(signal);
    await ending?.ended;
  }
  return {
    proxy,
    url: () => {
      if (command !== undefined && hasEnded(command)) {
        throw new Error(`a replica has ended by itself: ${command.output().stderr}`);
      }
      return url;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start: async () => {
      if (command !== undefined) return;
      command = startCommand([], args);
      url = await urlOf(command);
    },
  };
}
