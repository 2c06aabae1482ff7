import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisServer } from '@vpcep/redis';
import type { Behaviour } from './misbehaving-proxy.js';
import type { Replica } from './replicas.js';

/** What can go wrong, and is put right again before it resolves. */
export interface Mishap {
  readonly name: string;
  readonly happen: (scene: Scene) => Promise<void>;
}

/** Where it goes wrong. */
interface Scene {
  readonly redis: RedisServer;
  /** The replica that it happens to. */
  readonly replica: Replica;
  /** How long it lasts. */
  readonly milliseconds: number;
}

const network = (behaviour: Behaviour): Mishap => ({
  name: `the network is ${JSON.stringify(behaviour)}`,
  happen: async ({ replica: { proxy }, milliseconds }) => {
    proxy.behave(behaviour);
    await sleep(milliseconds);
    proxy.behave('pass');
  },
});

/** What happens between a replica and Redis. */
export const mishapsOfNetwork: readonly Mishap[] = [
  network('cut-replies'),
  network('stall'),
  network('half'),
  network({ slow: 20 }),
  network('cut'),
];

/** What happens to a replica or to Redis itself. */
export const mishapsOfProcesses: readonly Mishap[] = [
  {
    name: 'a replica is killed',
    happen: async ({ replica }) => {
      await replica.kill();
      await replica.start();
    },
  },
  {
    name: 'Redis is killed',
    happen: async ({ redis, milliseconds }) => {
      await redis.kill();
      await sleep(milliseconds);
      await redis.start();
    },
  },
  {
    // What it sent last was done, and it is gone before it can ask.
    name: 'a replica that hears no replies is killed',
    happen: async ({ replica, milliseconds }) => {
      replica.proxy.behave('cut-replies');
      await sleep(milliseconds / 10);
      await replica.kill();
      replica.proxy.behave('pass');
      await replica.start();
    },
  },
  {
    name: 'a replica ends in good order',
    happen: async ({ replica }) => {
      await replica.stop();
      await replica.start();
    },
  },
  {
    name: 'Redis ends in good order',
    happen: async ({ redis }) => {
      await redis.stop();
      await redis.start();
    },
  },
  ...(process.platform === 'win32'
    ? []
    : [
        {
          name: 'Redis stands still',
          happen: async ({ redis, milliseconds }: Scene) => {
            redis.pause();
            await sleep(milliseconds);
            redis.resume();
          },
        },
      ]),
];

/** It is not among the others: a replica that has acknowledged a change has to be alive to bring it back. */
export const emptyRedis: Mishap = {
  name: 'Redis comes back empty',
  happen: ({ redis }) => redis.restartEmpty(),
};
