import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { MockStartError } from '../mock-start-error.js';
import type { Worlds } from '../worlds/worlds.js';
import { type Agreement, differences } from './agreement.js';
import { type Connection, RedisError, timeOfRedis } from './connection.js';
import { createImageReader, linesOf } from './image.js';
import { readImage, writeImage } from './image-store.js';
import { beginScript, imageScript, type Keys, liveMs } from './scripts.js';
import { firstId, isBefore, readStreamId, type StreamId } from './stream-id.js';

/** Where a replica is in a stream. */
export interface Place {
  readonly epoch: string;
  /** The last entry that it has applied. */
  readonly applied: StreamId;
}

/** How a replica comes into the stream, and back into it. */
export interface Membership {
  /**
   * Takes up the state that there is, or begins with the one in memory where there is none.
   *
   * @throws MockStartError when live replicas go by other settings.
   * @throws RedisError when the image is gone, and no replica is live that could write another.
   */
  join(): Promise<{ readonly place: Place; readonly isWithOtherSettings: boolean }>;
  /** Goes on where the stream is another one, or has lost what was in it, or this replica is too far behind it. */
  rejoin(place: Place): Promise<Place>;
  /** Begins the stream anew from the state in memory and by the settings of this replica. Undefined when another was faster. */
  begin(seen: Seen | undefined, applied: StreamId, settleMs: number): Promise<Place | undefined>;
  /**
   * Writes an image, and has the commands before it be forgotten.
   *
   * @param isUrgent - whether to do so even while another replica does.
   */
  writeImage(place: Place, isUrgent?: boolean): Promise<void>;
}

/** A stream as it was seen. */
type Seen = Pick<Meta, 'epoch' | 'last'>;

interface Meta {
  readonly epoch: string;
  readonly last: StreamId;
  readonly base: StreamId;
  readonly image: string;
  readonly settings: Agreement;
  readonly settled: number;
}

export interface MembershipDependencies {
  readonly replica: string;
  readonly connection: Connection;
  readonly keys: Keys;
  readonly worlds: Worlds;
  readonly agreement: Agreement;
  readonly warn: (message: string) => void;
}

/**
 * How long changes are refused once a replica has written back what a stream had lost, in milliseconds: one that has applied
 * more does the same meanwhile.
 */
const settleMs = 3000;

/** How long a replica has to write an image before another tries, in milliseconds. */
const imagingMs = 20_000;

/** How long a start waits for a live replica to see that the image is gone and to write another, in milliseconds. */
const anotherImageMs = 10_000;

/** How soon it looks again, in milliseconds. */
const lookAgainMs = 200;

export function createMembership(dependencies: MembershipDependencies): Membership {
  const { replica, connection, keys, worlds, agreement, warn } = dependencies;
  const scriptKeys = (image: string) => [keys.stream, keys.meta, keys.worlds, keys.replicas, image];

  async function readMeta(): Promise<Meta | undefined> {
    const names = ['epoch', 'last', 'base', 'image', 'settings', 'settled'] as const;
    const values = (await connection.call('HMGET', keys.meta, ...names)) as (Buffer | null)[];
    const [epoch, last, base, image, settings, settled] = values.map((value) => value?.toString());
    if (epoch === undefined || last === undefined || base === undefined || image === undefined) return undefined;
    return {
      epoch,
      last: readStreamId(last),
      base: readStreamId(base),
      image,
      settings: JSON.parse(settings ?? '{}') as Agreement,
      settled: Number(settled),
    };
  }
  /** Has memory be as the image of a stream. */
  async function load({ epoch, base, image }: Meta): Promise<Place | 'replaced' | 'gone'> {
    const reader = createImageReader(worlds);
    if (await readImage(connection, image, reader.take)) {
      reader.end();
      return { epoch, applied: base };
    }
    return (await readMeta())?.image === image ? 'gone' : 'replaced';
  }
  const imageGone = ({ image }: Meta) =>
    new RedisError(
      `${image}, which new replicas start from, is gone or not whole: somebody has removed it, or Redis has; delete all keys ${keys.stream.replace(/stream$/, '*')} to begin anew`,
      false,
    );

  async function begin(seen: Seen | undefined, applied: StreamId, settleFor: number): Promise<Place | undefined> {
    const epoch = randomUUID();
    const image = keys.image(epoch);
    await writeImage(connection, image, linesOf(worlds));
    const idleTimes = [...worlds.members()].flatMap(([id, { idleMs }]) => [id, idleMs]);
    const begun = await connection.run(beginScript, scriptKeys(image), [
      seen?.epoch ?? '',
      seen?.last ?? '',
      epoch,
      applied,
      JSON.stringify(agreement),
      settleFor,
      replica,
      ...idleTimes,
    ]);
    if (begun === 1) return { epoch, applied };
    await connection.call('DEL', image);
    return undefined;
  }

  const countLive = async () =>
    Number(await connection.call('ZCOUNT', keys.replicas, (await timeOfRedis(connection)) - liveMs, '+inf'));

  /** Whether nothing was appended yet that what this replica has applied would overwrite, or nothing may be. */
  const isOpen = async ({ epoch, last, base, settled }: Meta, own: string) =>
    epoch === own || last === base || settled > (await timeOfRedis(connection));

  return {
    begin,
    async join() {
      const begun = performance.now();
      for (;;) {
        const meta = await readMeta();
        if (meta === undefined) {
          // Redis may have just lost what is in the memory of others, who hear this channel.
          const [, others] = (await connection.call('PUBSUB', 'NUMSUB', keys.questions)) as [Buffer, number];
          const place = await begin(undefined, firstId, others > 0 ? settleMs : 0);
          if (place !== undefined) return { place, isWithOtherSettings: false };
          continue;
        }
        const others = differences(meta.settings, agreement);
        if (others.length > 0) {
          const live = await countLive();
          if (live > 0) throw refusal(live, others);
        }
        const place = await load(meta);
        if (typeof place === 'object') return { place, isWithOtherSettings: others.length > 0 };
        if (place === 'replaced') continue;
        // A live replica has it all in memory.
        if (performance.now() - begun > anotherImageMs || (await countLive()) === 0) throw imageGone(meta);
        await sleep(lookAgainMs);
      }
    },
    async rejoin({ epoch, applied }) {
      for (;;) {
        const meta = await readMeta();
        if (meta === undefined || (isBefore(meta.last, applied) && (await isOpen(meta, epoch)))) {
          warn(`Redis has lost what was in it; this replica writes back what it has, up to ${applied}.`);
          const place = await begin(meta, applied, settleMs);
          if (place !== undefined) return place;
          continue;
        }
        if (isBefore(meta.base, applied)) {
          warn(
            `Redis has lost what was in it, and others went on without this replica: what it had applied after ${meta.base} and is not there is lost. Set Redis to appendonly yes and appendfsync always.`,
          );
        }
        const place = await load(meta);
        if (place === 'gone') throw imageGone(meta);
        if (place !== 'replaced') return place;
      }
    },
    async writeImage({ epoch, applied }, isUrgent = false) {
      const mine = await connection.call('SET', keys.imaging, replica, 'NX', 'PX', imagingMs);
      if (mine === null && !isUrgent) return;
      const image = keys.image(randomUUID());
      await writeImage(connection, image, linesOf(worlds));
      await connection.run(imageScript, scriptKeys(image), [epoch, applied]);
      if (mine !== null) await connection.call('DEL', keys.imaging);
    },
  };
}

function refusal(live: number, others: readonly string[]): MockStartError {
  const who = live === 1 ? 'a replica is live' : `${live} replicas are live`;
  return new MockStartError(
    `${who} that this one cannot join: ${others.join('; ')}. Start it alike, or stop the others first, with SIGTERM: then it goes on with their state`,
  );
}
