import { readdirSync, statSync } from 'node:fs';
import { type AcknowledgedFile, openAcknowledged } from './acknowledged.js';
import { type Database, openDatabase } from './open-database.js';

/** A folder that is open: the database in it, and the file that says how far that has got. */
export interface OpenFolder {
  readonly database: Database;
  readonly acknowledged: AcknowledgedFile;
  /** Whether it is still where it was, with all that a database cannot be without. */
  isInPlace(): boolean;
  close(): Promise<void>;
}

/**
 * Opens a folder, or begins one.
 *
 * @throws FolderError or an error of the file system when it cannot be used.
 */
export async function openFolder(folder: string): Promise<OpenFolder> {
  const database = await openDatabase(folder);
  try {
    const acknowledged = openAcknowledged(folder);
    const isWhole = createWholeCheck(folder);
    return {
      database,
      acknowledged,
      isInPlace: () => acknowledged.isInPlace() && isWhole(),
      async close() {
        acknowledged.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The files that each database has. LevelDB goes on writing to one that was removed, and never looks. */
const needed = [/^CURRENT$/, /^MANIFEST-\d+$/, /^\d+\.log$/];

/** How long after a change of a folder another may have the same time. */
const tickMs = 100;

/** Makes what looks whether these files are there, once after each change of the folder. */
function createWholeCheck(folder: string): () => boolean {
  let seen: number | undefined;
  return () => {
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (changed === seen) return changed !== undefined;
    const names = changed === undefined ? [] : readdirSync(folder);
    if (!needed.every((pattern) => names.some((name) => pattern.test(name)))) return false;
    if (changed !== undefined && Date.now() - changed > tickMs) seen = changed;
    return true;
  };
}
