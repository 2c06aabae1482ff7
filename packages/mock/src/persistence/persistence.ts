import type { Clock } from '../clock.js';
import { MockStartError } from '../mock-start-error.js';
import type { Store } from '../store/store.js';
import { createPersistenceWriter, type PersistenceWriter } from './persistence-writer.js';
import { readSnapshot, type Snapshot } from './snapshot.js';
import { type Database, openDatabase } from './open-database.js';

/** A folder in which a mock keeps what it remembers. */
export interface Persistence {
  readonly database: Database;
  /** What an earlier run left in it. */
  readonly snapshot: Snapshot | undefined;
  /** Makes what writes a store to it from now on. */
  readonly createWriter: (store: () => Store) => PersistenceWriter;
}

/**
 * Opens a folder, or begins one.
 *
 * @throws MockStartError when it cannot be used.
 */
export async function openPersistence(folder: string): Promise<Persistence> {
  const database = await openDatabase(folder);
  try {
    const snapshot = await readSnapshot(database, folder);
    return {
      database,
      snapshot,
      createWriter: (store) => createPersistenceWriter(database, store, snapshot?.whole.generation ?? 0),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Sets a new clock to where it was: as far from the machine's as then, and never before the time that it showed last. */
export function resumeClock(clock: Clock, { now, moved }: Snapshot['whole']['clock']): void {
  try {
    clock.setTo(Math.max(clock.now() + moved, now));
  } catch (error) {
    throw new MockStartError(`cannot set the clock to where it was: ${String(error)}`, { cause: error });
  }
}
