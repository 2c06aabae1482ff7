import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The file, beside those of the database. */
export const acknowledgedName = 'ACKNOWLEDGED';

/** How far a mock has got: what the last batch left in the database whose answers may have been sent. */
export interface Acknowledged {
  /** The number of that batch. */
  batch: number;
  /** When it was written, in milliseconds since 1970 in UTC. */
  time: number;
  services: number;
  endpoints: number;
}

/**
 * The file that says how far a mock has got. A database whose log is cut goes on from an earlier batch as if there had been
 * no later one: what it has lost can only be told by something that lies outside of it. The file is written in its place,
 * always at the same length, so that it needs no room on a disk that is full.
 */
export interface AcknowledgedFile {
  /** What it says; undefined when it is new, or empty. */
  readonly last: Acknowledged | 'damaged' | undefined;
  write(acknowledged: Acknowledged): void;
  /** Whether it is still where it was: not, once the folder is removed, moved away or replaced. */
  isInPlace(): boolean;
  close(): void;
}

/** Opens the file in a folder, or creates it. */
export function openAcknowledged(folder: string): AcknowledgedFile {
  const path = join(folder, acknowledgedName);
  const isNew = statSync(path, { throwIfNoEntry: false }) === undefined;
  const file = openSync(path, isNew ? 'wx+' : 'r+');
  const { dev, ino } = fstatSync(file);
  return {
    last: isNew ? undefined : read(readFileSync(path, 'latin1')),
    write(acknowledged) {
      writeSync(file, textOf(acknowledged), 0, 'latin1');
    },
    isInPlace() {
      const found = statSync(path, { throwIfNoEntry: false });
      return found?.ino === ino && found.dev === dev;
    },
    close() {
      closeSync(file);
    },
  };
}

/** Whether the file in a folder says that a batch was the last. */
export function isLastAcknowledged(folder: string, batch: number): boolean {
  const path = join(folder, acknowledgedName);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return false;
  const last = read(readFileSync(path, 'latin1'));
  return typeof last === 'object' && last.batch === batch;
}

const length = 80;

function textOf({ batch, time, services, endpoints }: Acknowledged): string {
  const numbers = [batch, time, services, endpoints].join(' ').padEnd(length);
  return `${numbers} ${checkOf(numbers)}\n`;
}

const checkOf = (numbers: string): string => hash('sha1', numbers).slice(0, 12);

function read(text: string): Acknowledged | 'damaged' | undefined {
  // A start was killed that had just created it, or somebody has emptied it.
  if (text === '') return undefined;
  const numbers = text.slice(0, length);
  const [batch, time, services, endpoints] = numbers.trim().split(' ').map(Number);
  const isWhole = text === `${numbers} ${checkOf(numbers)}\n`;
  return isWhole && batch !== undefined && time !== undefined && services !== undefined && endpoints !== undefined
    ? { batch, time, services, endpoints }
    : 'damaged';
}
