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

/** A connection to Redis that is made anew when it breaks. */
export interface Connection {
  /** Connects for the first time. */
  open(): Promise<void>;
  /** Runs a script, which Redis knows by its digest from the second time on. */
  run(script: string, keys: readonly string[], args: readonly Argument[]): Promise<unknown>;
  call(command: string, ...args: Argument[]): Promise<unknown>;
  /** Takes messages from a channel, on a connection of its own. */
  subscribe(channels: readonly string[], onMessage: (channel: string, text: string) => void): Promise<void>;
  close(): void;
}

/** How long Redis may take to answer, and a connection to be made, in milliseconds. */
const timeoutMs = 2000;

/** Makes a connection to Redis by its URL. It is not open yet. */
export async function createConnection(url: string): Promise<Connection> {
  const client = await newClient(url);
  let lastReason = 'it cannot be reached';
  const subscriber = client.duplicate({ autoResubscribe: true });
  for (const each of [client, subscriber]) {
    // The call that it happens to may know less.
    each.on('error', (error) => {
      lastReason = reasonOf(error);
    });
  }

  async function call(command: string, ...args: Argument[]): Promise<unknown> {
    try {
      return await client.callBuffer(command, args);
    } catch (error) {
      throw errorOf(error);
    }
  }
  return {
    async open() {
      try {
        await client.connect();
      } catch (error) {
        throw errorOf(error);
      }
    },
    call,
    async run(script, keys, args) {
      try {
        return await call('EVALSHA', hash('sha1', script), keys.length, ...keys, ...args);
      } catch (error) {
        if (!(error instanceof RedisError && error.message.startsWith('NOSCRIPT'))) throw error;
        return call('EVAL', script, keys.length, ...keys, ...args);
      }
    },
    async subscribe(channels, onMessage) {
      subscriber.on('message', onMessage);
      await subscriber.connect();
      await subscriber.subscribe(...channels);
    },
    close() {
      client.disconnect();
      subscriber.disconnect();
    },
  };

  function errorOf(error: unknown): RedisError {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (name === 'ReplyError') return new RedisError(message, false, { cause: error });
    // What it answers later is not waited for, nor what is sent after that.
    if (message === 'Command timed out') {
      client.disconnect(true);
      return new RedisError(`it has not answered within ${timeoutMs / 1000} s`, true, { cause: error });
    }
    if (message.startsWith("Stream isn't writeable")) return new RedisError(lastReason, false, { cause: error });
    // It was cut, or never there.
    const reason = message === 'Connection is closed.' || name === 'MaxRetriesPerRequestError' ? lastReason : message;
    return new RedisError(reason, true, { cause: error });
  }
}

async function newClient(url: string): Promise<Redis> {
  // Only those who share a mock load the client.
  const { Redis } = await import('./redis.js');
  return new Redis(url, {
    lazyConnect: true,
    commandTimeout: timeoutMs,
    connectTimeout: timeoutMs,
    // Whether a call that has not been answered had an effect is for its caller to find out.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (times) => Math.min(times * 50, 500),
    // After a failover, the address may lead to another server.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  });
}

/** What is wrong in a few words, without what may be secret in a URL. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { message } = error;
  return message === '' && 'code' in error ? String(error.code) : message;
};

/** What a start fails with that cannot use Redis. */
export const startErrorOf = (shown: string, error: unknown): MockStartError =>
  error instanceof MockStartError
    ? error
    : new MockStartError(`cannot share the mock through ${shown}: ${reasonOf(error)}`, { cause: error });
