import { createStore, type UseStore } from 'idb-keyval';

/** The database of all mocks that persist in pages of one origin. */
export interface BrowserDatabase {
  /** Uses what it stores, and opens it first where it is not open. */
  readonly use: UseStore;
  /** Lets go of it. */
  readonly close: () => void;
}

/** As much of IndexedDB as is used here. */
interface Entries {
  readonly transaction: { readonly db: Connection };
}
interface Connection {
  addEventListener(event: string, listener: () => void): void;
  close(): void;
}

/** Connects when the database is first used, and lets go when somebody wants to delete it, who would wait else. */
export function connectDatabase(): BrowserDatabase {
  let opened: Promise<UseStore> | undefined;
  let connection: Connection | undefined;
  function close(): void {
    connection?.close();
    connection = opened = undefined;
  }
  async function open(): Promise<UseStore> {
    const store = createStore('@vpcep/mock', 'persist');
    await store('readonly', ({ transaction }: Entries) => {
      connection = transaction.db;
      for (const event of ['versionchange', 'close']) connection.addEventListener(event, close);
    });
    return store;
  }
  return {
    async use(mode, use) {
      opened ??= open();
      try {
        return await (
          await opened
        )(mode, use);
      } catch (error) {
        // What is wrong with it may be over when it is used next.
        close();
        throw error;
      }
    },
    close,
  };
}
