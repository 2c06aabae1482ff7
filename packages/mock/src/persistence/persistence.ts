import type { Clock } from '../clock.js';
import { MockStartError } from '../mock-start-error.js';
import type { Store } from '../store/store.js';
import { createKeeper, type Keeper } from './keeper.js';
import { type KeptState, readKept } from './kept-state.js';
import { type Database, openDatabase } from './open-database.js';

/** A folder in which a mock keeps what it remembers. */
export interface Persistence {
  readonly database: Database;
  /** What is in it from an earlier run. */
  readonly kept: KeptState | undefined;
  /** Keeps what a store holds from now on. */
  readonly keep: (store: () => Store) => Keeper;
}

/**
 * Opens a folder, or begins one.
 *
 * @throws MockStartError when it cannot be used.
 */
export async function openPersistence(folder: string): Promise<Persistence> {
  const database = await openDatabase(folder);
  try {
    const kept = await readKept(database, folder);
    return { database, kept, keep: (store) => createKeeper(database, store, kept?.whole.generation ?? 0) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Sets a clock to where it was, and never back: one that moves by itself has gone on meanwhile. */
export function resumeClock(clock: Clock, { now, moved }: KeptState['whole']['clock']): void {
  try {
    clock.advance(moved);
    clock.advance(Math.max(now - clock.now(), 0));
  } catch (error) {
    throw new MockStartError(`cannot set the clock to where it was: ${String(error)}`, { cause: error });
  }
}
