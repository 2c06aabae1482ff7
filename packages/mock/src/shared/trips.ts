import type { CommandWithBody } from './command.js';
import { type Argument, type Connection, RedisError } from './connection.js';
import { type Keys, tripScript } from './scripts.js';
import { readStreamId, type StreamId } from './stream-id.js';

/** An entry of the stream. */
export interface Entry {
  readonly id: StreamId;
  /** The entry before it. */
  readonly previous: string;
  readonly command: string;
  readonly body: Buffer;
}

/** What Redis tells when a replica asks. */
export type TripReply =
  /** There is no stream, or another one, or it lacks entries that this replica has applied. Nothing was appended. */
  | { readonly is: 'none' | 'epoch' | 'lost' }
  | {
      readonly is: 'ok';
      /** The time of Redis, in milliseconds since 1970 in UTC. */
      readonly time: number;
      readonly last: StreamId;
      /** Whether what is there is all that was acknowledged, as far as anybody live knows. */
      readonly isSettled: boolean;
      /** Whether the image and the commands after it are there, as far as a replica that reports has them looked at. */
      readonly isWhole: boolean;
      /** Why Redis takes nothing more; empty when it does. */
      readonly refused: string;
      /** Whether the commands were appended, and if not, why. */
      readonly appended: string;
      /** How many bytes of commands there are beyond the image. */
      readonly bytes: number;
      /** How many commands there are. */
      readonly length: number;
      /** How many replicas are live. */
      readonly replicas: number;
      /** Those that came after the last that was applied, up to a number. */
      readonly entries: readonly Entry[];
    };

/** What a replica tells and asks Redis at once. */
export interface Trip {
  readonly epoch: string;
  /** The last entry that it has applied. */
  readonly applied: StreamId;
  readonly commands: readonly CommandWithBody[];
  /** The worlds that were used, with their idle times in milliseconds. */
  readonly used: readonly (readonly [id: string, idleMs: number])[];
  /** Its ID, when it reports that it is live. */
  readonly replica: string | undefined;
}

/** How many entries come at once at most. */
const mostEntries = 500;

/** Appends commands, and asks for what has come. */
export async function makeTrip(connection: Connection, keys: Keys, trip: Trip): Promise<TripReply> {
  const args: Argument[] = [trip.epoch, trip.applied, mostEntries, trip.replica ?? ''];
  args.push(trip.used.length, ...trip.used.flat());
  for (const { command, body } of trip.commands) args.push(JSON.stringify(command), body);
  return readReply(await connection.run(tripScript, [keys.stream, keys.meta, keys.worlds, keys.replicas], args));
}

/** What is wrong where a replica that has applied everything up to an entry cannot go on from there. */
export const commandsGone = (applied: StreamId): RedisError =>
  new RedisError(`the commands after ${applied} are gone from it, and no replica has them all`, false);

function readReply(reply: unknown): TripReply {
  if (!Array.isArray(reply)) throw new Error('Redis has answered something else than the script returns');
  const [is = '', time, last, appended, bytes, length, replicas, entries, settled, whole, refused] = reply as unknown[];
  const state = String(is);
  if (state === 'none' || state === 'epoch' || state === 'lost') return { is: state };
  return {
    is: 'ok',
    time: Number(String(time)),
    last: readStreamId(String(last)),
    isSettled: settled === 1,
    isWhole: whole === 1,
    refused: String(refused),
    appended: String(appended),
    bytes: Number(String(bytes)),
    length: Number(String(length)),
    replicas: Number(String(replicas)),
    entries: (entries as [Buffer, Buffer[]][]).map(([id, fields]) => readEntry(String(id), fields)),
  };
}

function readEntry(id: string, fields: readonly Buffer[]): Entry {
  const found: Record<string, Buffer> = {};
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const value = fields[index + 1];
    if (value !== undefined) found[String(fields[index])] = value;
  }
  const { p: previous = '', c: command = '', b: body = Buffer.alloc(0) } = found;
  return { id: readStreamId(id), previous: String(previous), command: String(command), body };
}
