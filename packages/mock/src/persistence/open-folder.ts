import { type AcknowledgedFile, openAcknowledged } from './acknowledged.js';
import { type Database, openDatabase } from './open-database.js';

/** A folder that is open: the database in it, and the file that says how far that has got. */
export interface OpenFolder {
  readonly database: Database;
  readonly acknowledged: AcknowledgedFile;
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
    return {
      database,
      acknowledged,
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
