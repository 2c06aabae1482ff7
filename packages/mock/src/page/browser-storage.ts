import { update } from 'idb-keyval';
import { MockStartError } from '../mock-start-error.js';
import { randomId } from '../platform/platform.js';
import { connectDatabase } from './browser-database.js';

/** What lies in the storage under a name. */
interface Entry<T> {
  /** Who has written it. */
  readonly owner: string;
  readonly value: T;
}

/** A value in the browser's storage, IndexedDB. It belongs to the mock that has opened it last. */
export interface BrowserStorage<T> {
  /** What an earlier mock left there. */
  readonly found: T | undefined;
  /**
   * Replaces it.
   *
   * @throws Error when the browser does not store it, or another mock has opened it meanwhile.
   */
  write(value: T): Promise<void>;
  /** Lets go of the storage. What is written later opens it again. */
  readonly close: () => void;
}

/**
 * Opens what lies under a name.
 *
 * @param read - takes what an earlier mock left there, or throws a MockStartError, which leaves it to its owner.
 * @throws MockStartError when the browser does not let this page store anything.
 */
export async function openStorage<T>(name: string, read: (found: unknown) => T): Promise<BrowserStorage<T>> {
  const owner = randomId();
  const database = connectDatabase();
  let found: T | undefined;
  try {
    // From now on, whoever had opened it before is told so. What that has written by then is what is found.
    await update<Entry<unknown>>(
      name,
      (present) => {
        if (present?.value !== undefined) found = read(present.value);
        return { owner, value: present?.value };
      },
      database.use,
    );
  } catch (error) {
    database.close();
    if (error instanceof MockStartError) throw error;
    throw new MockStartError(
      `cannot persist '${name}': ${reasonOf(error)}; let this page store data in the browser, or leave out persist`,
      { cause: error },
    );
  }
  return {
    found,
    async write(value) {
      try {
        await update<Entry<T>>(name, (present) => ({ owner: stillOwner(present), value }), database.use);
      } catch (error) {
        throw new Error(`cannot persist '${name}': ${reasonOf(error)}`, { cause: error });
      }
    },
    close: database.close,
  };

  function stillOwner(present: Entry<T> | undefined): string {
    if (present === undefined || present.owner === owner) return owner;
    throw new Error('another page or worker has opened it since; go on there, or load this one anew');
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} (${error.name})` : String(error);
