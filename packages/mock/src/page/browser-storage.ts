import { createStore, get, set, update } from 'idb-keyval';
import { MockStartError } from '../mock-start-error.js';
import { randomId } from '../platform/platform.js';

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
}

/**
 * Opens what lies under a name.
 *
 * @throws MockStartError when the browser does not let this page store anything.
 */
export async function openStorage<T>(name: string): Promise<BrowserStorage<T>> {
  const owner = randomId();
  try {
    const store = createStore('@vpcep/mock', 'persist');
    const entry = await get<Entry<T | undefined>>(name, store);
    // From now on, whoever had opened it before is told so.
    await set(name, { owner, value: entry?.value }, store);
    return {
      found: entry?.value,
      async write(value) {
        try {
          await update<Entry<T>>(name, (present) => ({ owner: stillOwner(present), value }), store);
        } catch (error) {
          throw new Error(`cannot persist '${name}': ${reasonOf(error)}`, { cause: error });
        }
      },
    };
  } catch (error) {
    throw new MockStartError(
      `cannot persist '${name}': ${reasonOf(error)}; let this page store data in the browser, or leave out persist`,
      { cause: error },
    );
  }

  function stillOwner(present: Entry<T> | undefined): string {
    if (present === undefined || present.owner === owner) return owner;
    throw new Error('another page or worker has opened it since; go on there, or load this one anew');
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} (${error.name})` : String(error);
