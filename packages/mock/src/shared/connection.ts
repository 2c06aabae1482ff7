import { hash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { MockStartError } from '../mock-start-error.js';

/** A call of Redis that went wrong. */
export class RedisError extends Error {
  override name = 'RedisError';

  /** @param isUnknown - whether it may still have had an effect, or have one later. */
  constructor(
    message: string,
    readonly isUnknown: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What is sent to Redis. */
export type Argument = string | number | Buffer;

/** A connection to Redis. Where it is cut, the next call makes another. */
export interface Connection {
  /** @throws RedisError */
  call(command: string, ...args: Argument[]): Promise<unknown>;
  /**
   * Runs a script, which Redis knows by its digest from the second time on.
   *
   * @throws RedisError
   */
  run(script: string, keys: readonly string[], args: readonly Argument[]): Promise<unknown>;
  /** Takes messages from channels, on a connection of its own, which is made anew as long as it takes. */
  subscribe(channels: readonly string[], onMessage: (channel: string, text: string) => void): Promise<void>;
  close(): void;
}

/** How long Redis may take to answer, and a connection to be made, in milliseconds. */
const timeoutMs = 2000;

/** How soon a connection for messages is made anew, in milliseconds. */
const resubscribeMs = 500;

/** Makes a connection to Redis by its URL, with the first call. */
export function createConnection(url: string): Connection {
  let client: Promise<Redis> | undefined;
  let subscriber: Redis | undefined;
  let isClosed = false;

  /** The client at present, or another when that is cut. */
  function connected(): Promise<Redis> {
    if (client !== undefined) return client;
    const made = connect(url);
    const drop = () => {
      if (client === made) client = undefined;
    };
    made.then((one) => one.once('end', drop), drop);
    client = made;
    return made;
  }

  async function call(command: string, ...args: Argument[]): Promise<unknown> {
    if (isClosed) throw new RedisError('this replica ends', false);
    const used = await connected();
    try {
      return await used.callBuffer(command, args);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      // After a failover, the address may lead to another server. What comes late is not waited for, nor what follows it.
      if (message.startsWith('READONLY') || message === timedOut) used.disconnect();
      if (name === 'ReplyError') throw new RedisError(message, false, { cause: error });
      if (message !== timedOut) throw new RedisError(lastErrors.get(used) ?? message, true, { cause: error });
      throw new RedisError(`it has not answered within ${timeoutMs / 1000} s`, true, { cause: error });
    }
  }

  async function subscribe(
    channels: readonly string[],
    onMessage: (channel: string, text: string) => void,
  ): Promise<void> {
    const own = await connect(url);
    subscriber = own;
    own.once('end', () => {
      againLater(channels, onMessage);
    });
    own.on('message', onMessage);
    await own.subscribe(...channels);
  }
  function againLater(...subscription: Parameters<Connection['subscribe']>): void {
    const again = () => {
      // What is cut once it is there begins this by itself.
      if (!isClosed && subscriber?.status === 'end') {
        subscribe(...subscription).catch(() => {
          againLater(...subscription);
        });
      }
    };
    setTimeout(again, resubscribeMs).unref();
  }

  return {
    call,
    async run(script, keys, args) {
      try {
        return await call('EVALSHA', hash('sha1', script), keys.length, ...keys, ...args);
      } catch (error) {
        if (!(error instanceof RedisError && error.message.startsWith('NOSCRIPT'))) throw error;
        return call('EVAL', script, keys.length, ...keys, ...args);
      }
    },
    subscribe,
    close() {
      isClosed = true;
      subscriber?.disconnect();
      client?.then(
        (last) => {
          last.disconnect();
        },
        // It was never there.
        () => undefined,
      );
    },
  };
}

/** As the client says it. */
const timedOut = 'Command timed out';

/** What was last wrong with clients, which says more than that they are closed. */
const lastErrors = new WeakMap<Redis, string>();

/**
 * Connects, once.
 *
 * @throws RedisError
 */
async function connect(url: string): Promise<Redis> {
  // Only those who share a mock load the client.
  const { Redis } = await import('./redis.js');
  const client = new Redis(url, {
    lazyConnect: true,
    commandTimeout: timeoutMs,
    connectTimeout: timeoutMs,
    enableOfflineQueue: false,
    // When it connects again by itself, it sends what nobody waits for, and ends the process where that goes wrong.
    retryStrategy: null,
  });
  client.on('error', (error) => {
    lastErrors.set(client, reasonOf(error));
  });
  const timeout = setTimeout(() => {
    lastErrors.set(client, `it was not ready within ${timeoutMs / 1000} s`);
    client.disconnect();
  }, timeoutMs);
  try {
    await client.connect();
    // By itself, it goes on with database 0 where there is no other.
    const { db = 0 } = client.options;
    if (db !== 0) await client.select(db);
    return client;
  } catch (error) {
    client.disconnect();
    throw new RedisError(lastErrors.get(client) ?? reasonOf(error), false, { cause: error });
  } finally {
    clearTimeout(timeout);
  }
}

/** What is wrong in a few words. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { message } = error;
  return message === '' && 'code' in error ? String(error.code) : message;
};

/** The time of Redis, in milliseconds since 1970 in UTC. */
export async function timeOfRedis(connection: Connection): Promise<number> {
  const [seconds, microseconds] = (await connection.call('TIME')) as Buffer[];
  return Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000);
}

/** What a start fails with that cannot use Redis. */
export const startErrorOf = (shown: string, error: unknown): MockStartError =>
  error instanceof MockStartError
    ? error
    : new MockStartError(`cannot share the mock through ${shown}: ${reasonOf(error)}`, { cause: error });
