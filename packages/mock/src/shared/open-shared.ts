import { randomUUID } from 'node:crypto';
import type { Contract } from '../contract/contract.js';
import type { Sharing } from '../core/core.js';
import { MockStartError } from '../mock-start-error.js';
import type { MockSettings } from '../options.js';
import type { Shared } from '../worlds/create-world.js';
import { createInitialWorld } from '../worlds/initial-world.js';
import { createWorlds, type Worlds } from '../worlds/worlds.js';
import { agreementOf } from './agreement.js';
import { readCommand } from './command.js';
import { type Connection, createConnection, startErrorOf, timeOfRedis } from './connection.js';
import { createGathering } from './gathering.js';
import { createMachine, type Machine } from './machine.js';
import { createMembership, type Membership, type Place } from './membership.js';
import { createReplica } from './replica.js';
import { type Keys, keysOf } from './scripts.js';
import { createSharing } from './share-answers.js';
import { readSharedAddress } from './shared-address.js';
import { createSharedLifetimes } from './shared-lifetimes.js';
import { told } from './shared-journal.js';
import { timeOf } from './stream-id.js';
import { commandsGone, makeTrip } from './trips.js';

/** A replica of a shared mock that is up to date. */
export interface OpenShared {
  readonly worlds: Worlds;
  readonly sharing: Sharing;
  /** What the health of the mock says about it. */
  health():
    { readonly shared: { readonly name: string; readonly replicas: number } } | { readonly sharedProblem: string };
  close(): Promise<void>;
}

export interface OpenSharedDependencies {
  readonly settings: MockSettings;
  readonly address: string;
  readonly documentHash: string;
  readonly contract: () => Contract;
  readonly url: () => string;
  readonly shared: Shared;
  readonly warn: (message: string) => void;
}

/**
 * Joins a shared mock, or begins one.
 *
 * @throws MockStartError when Redis cannot be used, or live replicas go by other settings.
 */
export async function openShared(dependencies: OpenSharedDependencies): Promise<OpenShared> {
  const address = readSharedAddress(dependencies.address);
  const connection = createConnection(address.redis);
  try {
    return await join(connection, address.name, dependencies);
  } catch (error) {
    connection.close();
    throw startErrorOf(address.shown, error);
  }
}

async function join(
  connection: Connection,
  name: string,
  { settings, documentHash, contract, url, shared, warn }: OpenSharedDependencies,
): Promise<OpenShared> {
  const id = randomUUID();
  const keys = keysOf(name);
  const machine = createMachine({ contract, worlds: () => worlds });
  machine.see(await timeOfRedis(connection));
  const lifetimes = createSharedLifetimes(machine, connection, keys);
  const common: Shared = {
    ...shared,
    time: machine.now,
    mayFinish: machine.isApplying,
    requestNumber: machine.microseconds,
  };
  const root = createInitialWorld(settings, common, undefined);
  const worlds = createWorlds({ root, settings, url, lifetimes, ...common });
  const agreement = agreementOf(settings, documentHash);
  const membership = createMembership({ replica: id, connection, keys, worlds, agreement, warn });
  const place = await enterStream({ connection, keys, machine, membership, worlds, settings });
  const usedWorlds = lifetimes.takeUsed;
  const replica = createReplica({ id, connection, keys, machine, membership, place, usedWorlds, warn });
  await replica.catchUp();
  const problem = replica.problem();
  if (problem !== undefined) {
    await replica.close();
    throw new MockStartError(`cannot share the mock: ${problem}`);
  }
  const gathering = await createGathering(id, connection, keys, async (question) => {
    await replica.catchUp();
    const world = worlds.find(question.world);
    return world === undefined ? [] : told(world.control, question);
  }).catch(async (error: unknown) => {
    await replica.close();
    throw error;
  });
  return {
    worlds,
    sharing: createSharing({ contract, worlds, replica, gathering, lifetimes }),
    health() {
      const problem = replica.problem();
      return problem === undefined
        ? { shared: { name, replicas: replica.liveCount() } }
        : { sharedProblem: `Redis, which all replicas of ${name} go by, cannot be used: ${problem}.` };
    },
    async close() {
      await replica.close();
      connection.close();
    },
  };
}

interface StreamEntrance {
  readonly connection: Connection;
  readonly keys: Keys;
  readonly machine: Machine;
  readonly membership: Membership;
  readonly worlds: Worlds;
  readonly settings: MockSettings;
}

/** Comes into the stream. Where the last replicas went by other settings, it goes on with their state by its own. */
async function enterStream(entrance: StreamEntrance): Promise<Place> {
  for (;;) {
    const { place, isWithOtherSettings } = await entrance.membership.join();
    const entered = isWithOtherSettings ? await takeOver(place, entrance) : place;
    if (entered !== undefined) return entered;
  }
}

/** Goes on with a state by other settings. Undefined when another replica has come meanwhile. */
async function takeOver(
  { epoch, applied }: Place,
  { connection, keys, machine, membership, worlds, settings }: StreamEntrance,
): Promise<Place | undefined> {
  for (let last = applied; ;) {
    const reply = await makeTrip(connection, keys, {
      epoch,
      applied: last,
      commands: [],
      used: [],
      replica: undefined,
    });
    if (reply.is !== 'ok') return undefined;
    if (last !== reply.last && reply.entries.length === 0) throw commandsGone(last);
    for (const { id, previous, command, body } of reply.entries) {
      if (previous !== last) throw commandsGone(last);
      await machine.apply(timeOf(id), { command: readCommand(command), body });
      last = id;
    }
    if (last !== reply.last) continue;
    // What is asked for at a start counts for what was kept too.
    const store = worlds.root.runtime.store();
    Object.assign(store.transitions, settings.asked.transitions);
    Object.assign(store.quotas, settings.asked.quotas);
    return membership.begin({ epoch, last }, last, 0);
  }
}
