import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Clock } from '../clock.js';
import type { Log } from '../log/log.js';
import { MockStartError } from '../mock-start-error.js';
import type { Store } from '../store/store.js';
import { type Acknowledged, acknowledgedName } from './acknowledged.js';
import { FolderError, reasonOf } from './errors.js';
import { type Kept, readKept } from './kept.js';
import { type OpenFolder, openFolder } from './open-folder.js';
import { createPersistenceWriter, type PersistenceWriter } from './persistence-writer.js';
import { createTrouble } from './trouble.js';

/** A folder in which a mock keeps what it remembers. */
export interface Persistence {
  /** What an earlier run left in it. */
  readonly kept: Kept | undefined;
  /** Makes what writes a store to it from now on, and what is kept back to a store. */
  readonly createWriter: (store: () => Store, goBackTo: (kept: Kept) => void) => PersistenceWriter;
  close(): Promise<void>;
}

/**
 * Opens a folder, or begins one.
 *
 * @throws MockStartError when it cannot be used, or something that was kept in it is missing.
 */
export async function openPersistence(folder: string, log: Log): Promise<Persistence> {
  try {
    const opened = await openFolder(resolve(folder));
    try {
      return await readPersistence(folder, opened, log);
    } catch (error) {
      await opened.close();
      throw error;
    }
  } catch (error) {
    throw startError(folder, error);
  }
}

/** What a start fails with that cannot use a folder. */
export const startError = (folder: string, error: unknown): MockStartError =>
  error instanceof MockStartError
    ? error
    : new MockStartError(`cannot persist in ${folder}: ${reasonOf(error)}`, { cause: error });

async function readPersistence(folder: string, opened: OpenFolder, log: Log): Promise<Persistence> {
  const { database, acknowledged } = opened;
  const kept = await readKept(database);
  const { last } = acknowledged;
  if (last === 'damaged') {
    throw new FolderError(
      `${acknowledgedName} is damaged, so that it cannot be told whether the last changes are there; delete that file to go on with what is there`,
    );
  }
  if (last !== undefined && last.batch > (kept?.whole.batch ?? 0)) throw new FolderError(describeLoss(last, kept));
  if (kept !== undefined) {
    if (last === undefined) {
      const problem = `${acknowledgedName} is missing or empty, so that it cannot be told whether the last changes are there; it goes on with what is there`;
      log({ event: 'persistence', time: new Date().toISOString(), folder, problem });
    }
    if (last?.batch !== kept.whole.batch) acknowledged.write(acknowledgedOf(kept));
  }
  return {
    kept,
    createWriter: (store, goBackTo) =>
      createPersistenceWriter({
        folder: resolve(folder),
        opened,
        id: kept?.whole.id ?? randomUUID(),
        kept,
        trouble: createTrouble(folder, log),
        store,
        goBackTo,
      }),
    close: () => opened.close(),
  };
}

const acknowledgedOf = ({ whole: { batch, time }, services, endpoints }: Kept): Acknowledged => ({
  batch,
  time,
  services: services.length,
  endpoints: endpoints.length,
});

/** Says what is missing: the last changes, all in all, since what is there is as it was before them. */
function describeLoss(last: Acknowledged, kept: Kept | undefined): string {
  const found = kept === undefined ? { batch: 0, services: 0, endpoints: 0, time: undefined } : acknowledgedOf(kept);
  const count = last.batch - found.batch;
  const after = found.time === undefined ? '' : `after ${new Date(found.time).toISOString()} `;
  return [
    `of what was answered, the last ${count === 1 ? 'write is' : `${count} writes are`} missing,`,
    `made ${after}until ${new Date(last.time).toISOString()}: there are ${found.services} services of ${last.services},`,
    `and ${found.endpoints} endpoints of ${last.endpoints};`,
    `delete ${acknowledgedName} in it to go on with what is left, or the folder to begin anew`,
  ].join(' ');
}

/** Sets a new clock to where it was: as far from the machine's as then, and never before the time that it showed last. */
export function resumeClock(clock: Clock, { now, moved }: Kept['whole']['clock']): void {
  try {
    clock.setTo(Math.max(clock.now() + moved, now));
  } catch (error) {
    throw new MockStartError(`cannot set the clock to where it was: ${String(error)}`, { cause: error });
  }
}
