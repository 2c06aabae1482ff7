import { answeringOf } from '../answering-of.js';
import { faultyOperations } from '../contract/faulty-operations.js';
import { ownContract } from '../contract/own-contract.js';
import type { Control } from '../control/control.js';
import { createCore } from '../core/core.js';
import { cloudHosts } from '../generated/cloud-hosts.js';
import { documentHash } from '../generated/document.js';
import * as pageDocument from '../generated/page-document.js';
import { healthOf, NotKeptError } from '../keeping.js';
import { MockStartError } from '../mock-start-error.js';
import { nameToPersist } from '../option-rules.js';
import { type MockOptions, type MockSettings, readOptions } from '../options.js';
import { createInitialWorld } from '../worlds/initial-world.js';
import type { WorldsControl } from '../worlds/mock-world.js';
import { createWorlds } from '../worlds/worlds.js';
import { type BrowserStorage, openStorage } from './browser-storage.js';
import { compiledValidation } from './compiled-validation.js';
import { createFetch } from './create-fetch.js';
import { keepStore } from './keep-store.js';
import { type KeptState, readKept, storeOf } from './kept-state.js';

/** What only a mock with a server and files has. */
const ofServers = [
  'port',
  'host',
  'allowedHosts',
  'allowedOrigins',
  'cert',
  'key',
  'document',
  'allowRemoteRefs',
  'watch',
  'shared',
] as const;

/** Options of {@link createMock}: those of `startMock` that need no server and no files. */
export interface PageMockOptions extends Omit<MockOptions, (typeof ofServers)[number] | 'persist'> {
  /**
   * A name under which it keeps what it remembers in the browser, in IndexedDB, so that it goes on from there when it is made
   * again. `scenario` counts only if there is nothing yet. What a request changes is written before its answer is given; what
   * is changed from code, with the next answer or by `close`. It belongs to the page or worker that has opened it last.
   *
   * @default it forgets everything with the page
   */
  persist?: string;
}

/** Of the options of a server, each may be there as long as it is undefined. */
const leftOut = { rule: 'left out', holds: (value: unknown): value is undefined => value === undefined };
const pageOptionRules = { persist: nameToPersist, ...Object.fromEntries(ofServers.map((name) => [name, leftOut])) };

/** A mock without a server, and what it can be told. Without a memory, what it can be told has no effect on answers. */
export interface PageMock extends Control, WorldsControl {
  /**
   * Answers a request, as `fetch` would if the mock were the host that it is for, whatever host that is. It may be passed on
   * alone.
   *
   * @throws TypeError when a fault cuts the connection, or the request is not valid.
   */
  readonly fetch: typeof fetch;
  /**
   * Ends it and its worlds: as of a server that is gone, requests fail from then on, and those whose answers are held back.
   * Nobody waits for one any longer. Resolves once everything is kept that it shall keep.
   *
   * @throws NotKeptError when it cannot be kept. What has happened since something last was has then not happened.
   */
  close(): Promise<void>;
}

/**
 * Makes a mock in this program: a page, a worker, or any other with `fetch`. With `persist` it is a promise, since what was
 * kept is read first.
 *
 * @throws MockStartError when an option is not valid, or the browser keeps nothing for `persist`.
 */
export function createMock(options?: PageMockOptions & { persist?: never }): PageMock;
export function createMock(options: PageMockOptions & { persist: string }): Promise<PageMock>;
export function createMock(options: PageMockOptions): PageMock | Promise<PageMock>;
export function createMock(options: PageMockOptions = {}): PageMock | Promise<PageMock> {
  // Those who write JavaScript may give anything.
  const foreign = ofServers.find((name) => Reflect.get(Object(options) as object, name) !== undefined);
  if (foreign !== undefined) {
    throw new MockStartError(`${foreign} is an option of startMock: here are no server and no files; leave it out`);
  }
  const settings = readOptions(options, pageOptionRules);
  return settings.persist === undefined ? mockOf(settings).mock : persistentMockOf(settings, settings.persist);
}

async function persistentMockOf(settings: MockSettings, name: string): Promise<PageMock> {
  const { mock, flushed } = mockOf(settings, await openStorage(name, readKept));
  try {
    // Whether anything can be kept is told at once.
    await flushed();
  } catch (error) {
    if (error instanceof NotKeptError) throw new MockStartError(String(error.cause), { cause: error });
    throw error;
  }
  return mock;
}

function mockOf(
  settings: MockSettings,
  storage?: BrowserStorage<KeptState>,
): { mock: PageMock; flushed: () => Promise<void> } {
  const contract = ownContract(pageDocument, compiledValidation, settings.asOf, answeringOf(settings));
  const shared = {
    operations: () => faultyOperations(contract.operations),
    health: () => ({ status: 'ok', documentHash, ...healthOf(keeping) }),
  };
  const storeOfKept = (kept: KeptState) => storeOf(kept, settings);
  const { found } = storage ?? {};
  const world = createInitialWorld(settings, shared, found && storeOfKept(found));
  const { runtime } = world;
  const keeping =
    storage &&
    keepStore(storage, runtime.store, (kept) => {
      runtime.undoStore(storeOfKept(kept));
    });
  const url = `https://${cloudHosts.api[0].replace('*', settings.region)}`;
  const worlds = createWorlds({ root: { ...world, keeping }, settings, url: () => url, ...shared });
  const ending = new AbortController();
  const core = createCore({ contract: () => contract, worlds, log: settings.log });
  const flushed = async () => {
    await keeping?.flushed();
  };
  return {
    mock: {
      ...worlds.control,
      fetch: createFetch(core, ending.signal),
      async close() {
        worlds.close();
        ending.abort();
        try {
          await flushed();
        } finally {
          storage?.close();
        }
      },
    },
    flushed,
  };
}
