import { readdir } from 'node:fs/promises';
import type { ClassicLevel } from 'classic-level';
import { MockStartError } from '../mock-start-error.js';

/** Texts under texts. */
export type Database = ClassicLevel;

/**
 * Opens the database in a folder, or begins one.
 *
 * @throws MockStartError when the folder holds something else, is in use, or cannot be read or written.
 */
export async function openDatabase(folder: string): Promise<Database> {
  await keepOutOf(folder);
  // Only those who keep what they have pay for the database.
  const { ClassicLevel } = await import('classic-level');
  const database: Database = new ClassicLevel(folder);
  try {
    await database.open();
    return database;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED') {
      throw new MockStartError(
        `cannot persist in ${folder}: another process uses the folder; stop that, or choose another folder`,
        { cause: error },
      );
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MockStartError(
      `cannot persist in ${folder}: ${reason}; choose another folder, or delete this one to begin anew`,
      { cause: error },
    );
  }
}

/** A folder with files that are nobody's database is left alone. */
async function keepOutOf(folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return;
    const reason = code === 'ENOTDIR' ? 'it is a file; name a folder' : String(error);
    throw new MockStartError(`cannot persist in ${folder}: ${reason}`, { cause: error });
  }
  if (names.length > 0 && !names.includes('CURRENT')) {
    throw new MockStartError(
      `cannot persist in ${folder}: it holds other files, such as ${names[0] ?? ''}; name a folder that is empty or new`,
    );
  }
}
