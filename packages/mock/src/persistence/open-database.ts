import { mkdir, readdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ClassicLevel } from 'classic-level';
import { MockStartError } from '../mock-start-error.js';
import { FolderError } from './errors.js';

/** Texts under texts. */
export type Database = ClassicLevel;

/**
 * Opens the database in a folder, or begins one.
 *
 * @throws FolderError when the folder holds something else, is in use, or cannot be read or written.
 * @throws MockStartError when this machine has no database.
 */
export async function openDatabase(folder: string): Promise<Database> {
  const ClassicLevel = await loadDatabase();
  await prepare(folder);
  const database: Database = new ClassicLevel(folder);
  try {
    await database.open();
    return database;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED') {
      throw new FolderError('another process uses the folder; stop that, or choose another folder', { cause: error });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    const remedy = /space|quota|too large/i.test(reason)
      ? 'make room on its disk, or choose another folder'
      : 'choose another folder, or delete this one to begin anew';
    throw new FolderError(`${reason}; ${remedy}`, { cause: error });
  }
}

/** Only those who persist what they have pay for the database, or need its binary. */
async function loadDatabase(): Promise<typeof ClassicLevel> {
  try {
    return (await import('./database.js')).ClassicLevel;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new MockStartError(
      `cannot persist: the database classic-level has no binary for this machine (${reason}); start without persist`,
      { cause: error },
    );
  }
}

/** What is there before a database has its first file `CURRENT`, so that a start may have been killed there. */
const begun = /^(LOCK|LOG|LOG\.old|MANIFEST-\d+|\d+\.dbtmp|ACKNOWLEDGED)$/;

/** Makes the folder where there is none. One with files that are nobody's database is left alone. */
async function prepare(folder: string): Promise<void> {
  try {
    await mkdir(folder);
    return;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      throw new FolderError(
        `it cannot be created in ${dirname(resolve(folder))} (${codeOf(error)}); choose another folder, or see that this one is a folder that can be written`,
        { cause: error },
      );
    }
  }
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    const reason = codeOf(error) === 'ENOTDIR' ? 'it is a file; name a folder' : String(error);
    throw new FolderError(reason, { cause: error });
  }
  const other = names.includes('CURRENT') ? undefined : names.find((name) => !begun.test(name));
  if (other !== undefined) {
    throw new FolderError(`it holds other files, such as ${other}; name a folder that is empty or new`);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
