import type { PreparedAnswer } from '../iam/iam.js';
import type { CommandWithBody } from './command.js';
import { readCommand } from './command.js';
import { type Connection, RedisError } from './connection.js';
import type { Machine, Outcome } from './machine.js';
import type { Membership, Place } from './membership.js';
import { type Keys, streamLimits } from './scripts.js';
import { firstId, timeOf } from './stream-id.js';
import { commandsGone, makeTrip, type TripReply } from './trips.js';

/** A command is not answered: it is not in the stream, or it is not known whether it is. */
export class UnavailableError extends Error {
  override name = 'UnavailableError';
}

/** One of the processes that are a mock together. */
export interface Replica {
  /**
   * Applies all that is in the stream by now.
   *
   * @returns how old what is in memory is, in milliseconds, when Redis cannot be asked; or else undefined.
   */
  catchUp(): Promise<number | undefined>;
  /**
   * Appends a command, and applies it in its turn.
   *
   * @throws UnavailableError
   */
  submit(given: CommandWithBody, ofIam?: PreparedAnswer): Promise<Outcome>;
  /** What is wrong; undefined when nothing is. */
  problem(): string | undefined;
  /** How many replicas are live. */
  liveCount(): number;
  /** Writes an image, and leaves. */
  close(): Promise<void>;
}

export interface ReplicaDependencies {
  readonly id: string;
  readonly connection: Connection;
  readonly keys: Keys;
  readonly machine: Machine;
  readonly membership: Membership;
  readonly place: Place;
  /** The worlds that were used since it was asked last, or all, with their idle times in milliseconds. */
  readonly usedWorlds: (all: boolean) => [id: string, idleMs: number][];
  readonly warn: (message: string) => void;
}

/** How often a replica says that it is live, and how soon it tries again in trouble, in milliseconds. */
const beatMs = 1000;
const retryMs = 200;

/** How long it is waited to see whether a command was appended, in milliseconds. */
const unknownMs = 3000;

/** What goes to Redis at once at most. */
const most = { commands: 200, bytes: 8_000_000 };

/** From when on an image is written: so many commands, or bytes of them. */
const imageFrom = { commands: 5000, bytes: 16_000_000 };

interface Waiter {
  readonly given: CommandWithBody;
  readonly ofIam: PreparedAnswer | undefined;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

export function createReplica(dependencies: ReplicaDependencies): Replica {
  const { id, connection, keys, machine, membership, usedWorlds, warn } = dependencies;
  let { place } = dependencies;
  let queue: Waiter[] = [];
  let readers: (() => void)[] = [];
  /** Those whose command may be in the stream. */
  const sent = new Map<string, Waiter>();
  let isBeatDue = true;
  let hasMore = false;
  let freshAt = performance.now();
  let problem: string | undefined;
  /** Why Redis takes no changes, while it can be asked. */
  let refusal: string | undefined;
  /** Where the replica was when it came back into the stream last. */
  let cameBackAt: string | undefined;
  let isClosed = false;
  let isRunning = false;
  let lastRun = Promise.resolve();
  let live = 1;
  let timer = setTimeout(beat, beatMs);

  function beat(): void {
    isBeatDue = true;
    wake();
  }
  function wake(): void {
    if (!isRunning) lastRun = run();
  }
  async function run(): Promise<void> {
    isRunning = true;
    // What comes in the same moment goes together.
    await Promise.resolve();
    try {
      while (queue.length > 0 || readers.length > 0 || isBeatDue || hasMore) {
        await trip();
        if (problem !== undefined) warn('Redis is there again, and the mock goes on.');
        problem = undefined;
      }
    } catch (error) {
      beginTrouble(error);
    }
    // From here on, whoever has something wakes it again.
    isRunning = false;
    clearTimeout(timer);
    if (isClosed) return;
    timer = setTimeout(beat, problem === undefined ? beatMs : retryMs);
    timer.unref();
  }

  /** Takes as many commands as go at once. */
  function takeCommands(): Waiter[] {
    let bytes = 0;
    const count = queue.findIndex(({ given }, index) => {
      bytes += given.body.length;
      return index > 0 && (index >= most.commands || bytes > most.bytes);
    });
    const taken = count < 0 ? queue : queue.slice(0, count);
    queue = count < 0 ? [] : queue.slice(count);
    return taken;
  }

  async function trip(): Promise<void> {
    const commands = takeCommands();
    const readersOfTrip = readers;
    readers = [];
    const begun = performance.now();
    const isBeat = isBeatDue;
    isBeatDue = false;
    for (const waiter of commands) sent.set(waiter.given.command.id, waiter);
    let reply: TripReply;
    try {
      reply = await makeTrip(connection, keys, {
        ...place,
        commands: commands.map(({ given }) => given),
        // What nobody could use meanwhile has not been idle.
        used: usedWorlds(problem !== undefined || refusal !== undefined),
        replica: isBeat ? id : undefined,
      });
    } catch (error) {
      readers = [...readersOfTrip, ...readers];
      const isKnown = error instanceof RedisError && !error.isUnknown;
      if (isKnown) for (const waiter of commands) refuse(waiter, notThere(reasonOf(error)));
      if (!isKnown || commands.length === 0) throw error;
      // It may take no changes, and still be asked: the next trip shows that.
      noteRefusal(reasonOf(error));
      return;
    }
    if (reply.is !== 'ok') {
      // Nothing was appended.
      for (const { given } of commands) sent.delete(given.command.id);
      queue = [...commands, ...queue];
      readers = [...readersOfTrip, ...readers];
      await rejoin();
      return;
    }
    if (reply.refused !== '') noteRefusal(reply.refused);
    else if (isBeat || reply.appended === 'all') noteRefusal(undefined);
    if (reply.appended !== 'all') for (const waiter of commands) refuse(waiter, notAppended(reply.appended));
    live = Math.max(1, reply.replicas);
    for (const { id: entry, previous, command, body } of reply.entries) {
      if (previous !== place.applied) {
        readers = [...readersOfTrip, ...readers];
        await rejoin();
        return;
      }
      const given = { command: readCommand(command), body };
      const waiter = sent.get(given.command.id);
      const outcome = await machine.apply(timeOf(entry), given, waiter?.ofIam);
      place = { ...place, applied: entry };
      sent.delete(given.command.id);
      waiter?.resolve(outcome);
    }
    hasMore = reply.entries.length > 0 && place.applied !== reply.last;
    if (place.applied !== reply.last) {
      readers = [...readersOfTrip, ...readers];
      // What comes next is in an image alone.
      if (reply.entries.length === 0) await rejoin();
      return;
    }
    cameBackAt = undefined;
    machine.see(reply.time);
    // A replica that has applied more may still write that back.
    if (reply.isSettled) freshAt = begun;
    for (const read of readersOfTrip) read();
    if (isBeat && !reply.isWhole) {
      warn('The image or commands are gone from Redis: this replica, which has them all, writes another image.');
      await writeImage();
    } else if (isBeat && (reply.length >= imageFrom.commands || reply.bytes >= imageFrom.bytes)) await writeImage();
  }

  async function rejoin(): Promise<void> {
    const { epoch, applied } = await membership.rejoin(place);
    place = { epoch, applied };
    // What an image holds already is not applied, and so not answered.
    for (const waiter of sent.values()) giveUpLater(waiter);
    if (cameBackAt === `${epoch} ${applied}`) {
      throw commandsGone(applied);
    }
    cameBackAt = `${epoch} ${applied}`;
    hasMore = true;
  }
  /** Notes whether Redis takes changes, and says so once. */
  function noteRefusal(reason: string | undefined): void {
    if (reason === refusal) return;
    refusal = reason;
    warn(reason === undefined ? 'Redis takes changes again.' : `Redis takes no changes: ${reason}.`);
  }
  async function writeImage(): Promise<void> {
    try {
      await membership.writeImage(place);
    } catch (error) {
      warn(`The image that new replicas start from cannot be written: ${reasonOf(error)}. It is tried again.`);
    }
  }

  function refuse(waiter: Waiter, error: Error): void {
    sent.delete(waiter.given.command.id);
    waiter.reject(error);
  }
  /** A connection that is cut says nothing of what went over it before. What is in the stream is seen once there is another. */
  function giveUpLater(waiter: Waiter): void {
    const timeout = setTimeout(() => {
      refuse(
        waiter,
        new UnavailableError(
          `Redis did not say whether the change is kept (${problem ?? 'it does not answer'}): it may still take effect. Look whether it has before sending it again.`,
        ),
      );
    }, unknownMs);
    timeout.unref();
  }
  function beginTrouble(error: unknown): void {
    const reason = reasonOf(error);
    if (problem !== reason) warn(`Redis cannot be used: ${reason}. Changes are refused until it can.`);
    problem = reason;
    const refused = queue;
    const stale = readers;
    hasMore = false;
    for (const waiter of sent.values()) giveUpLater(waiter);
    queue = [];
    readers = [];
    for (const waiter of refused) refuse(waiter, notThere(reason));
    for (const read of stale) read();
  }

  return {
    catchUp: () =>
      new Promise((resolve) => {
        const asked = performance.now();
        const read = () => {
          resolve(freshAt >= asked ? undefined : Math.max(0, performance.now() - freshAt));
        };
        if (problem !== undefined || isClosed) {
          read();
          return;
        }
        readers.push(read);
        wake();
      }),
    submit: (given, ofIam) =>
      new Promise((resolve, reject) => {
        if (problem !== undefined || isClosed) {
          reject(notThere(problem ?? 'this replica ends'));
          return;
        }
        queue.push({ given, ofIam, resolve, reject });
        wake();
      }),
    problem: () => problem ?? refusal,
    liveCount: () => live,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await lastRun;
      if (problem !== undefined) return;
      try {
        // Another may have ended without a word, so that each could be the last.
        if (place.applied !== firstId) await membership.writeImage(place, true);
        await connection.call('ZREM', keys.replicas, id);
      } catch (error) {
        warn(`This replica leaves without a word, since Redis cannot be used: ${reasonOf(error)}.`);
      }
    },
  };
}

/** What is wrong, without the place in the script. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/,? script: .*/s, '');

const notThere = (reason: string) =>
  new UnavailableError(`Nothing was changed: Redis, which all replicas go by, cannot be used (${reason}). Try again.`);

const notAppended = (why: string) =>
  new UnavailableError(
    why === 'full'
      ? `Nothing was changed: there are ${streamLimits.commands} commands in Redis that no image holds, or ${streamLimits.bytes / 1024 / 1024} MB of them, which is the limit. See in the logs of the replicas why none can write one.`
      : 'Nothing was changed: the replicas are about to put together again what Redis has lost. Try again.',
  );
