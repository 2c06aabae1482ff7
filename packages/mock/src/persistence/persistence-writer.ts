import { type Keeping, NotKeptError } from '../keeping.js';
import type { Store } from '../store/store.js';
import type { Kind } from '../transition.js';
import { isLastAcknowledged } from './acknowledged.js';
import { allOf, changeOf } from './changes.js';
import { Checksum } from './checksum.js';
import { FolderError } from './errors.js';
import { type Kept, readKept } from './kept.js';
import { checksumKey, layout, type Whole, wholeKey } from './layout.js';

import { type OpenFolder, openFolder } from './open-folder.js';
import type { Trouble } from './trouble.js';

/** Writes what a mock remembers to its folder. */
export interface PersistenceWriter extends Keeping {
  /**
   * Writes what is left, and closes the folder.
   *
   * @throws NotKeptError when something is lost that could not be written.
   */
  close(): Promise<void>;
}

/** What a writer writes, and where. */
export interface PersistenceWriterSource {
  readonly folder: string;
  /** The folder as it was opened. */
  readonly opened: OpenFolder;
  /** The ID of its database. */
  readonly id: string;
  /** What is in it. */
  readonly kept: Kept | undefined;
  readonly trouble: Trouble;
  /** The present store; when that is another one, it is written as a whole. */
  readonly store: () => Store;
  /** Has the mock remember what was kept last. */
  readonly goBackTo: (kept: Kept) => void;
}

/**
 * Writes a store to a folder. What several requests have changed while one write was under way goes into one next
 * write; each is all or nothing, and holds whole requests, which change the store without a pause.
 *
 * After a write that failed, LevelDB takes others and loses them: its log goes on behind half a record. So the database is
 * opened anew before anything else is written. Where that fails too, the mock goes back to what is kept, and refuses changes
 * until they can be kept.
 */
export function createPersistenceWriter(source: PersistenceWriterSource): PersistenceWriter {
  const { folder, id, trouble, store, goBackTo } = source;
  let open: OpenFolder | undefined = source.opened;
  let checksum = source.kept?.checksum ?? new Checksum();
  let batch = source.kept?.whole.batch ?? 0;
  let writtenStore: Store | undefined;
  let writtenLasting = '';
  let touched = new Map<string, { kind: Kind; id: string }>();
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let recovering: Promise<void> | undefined;

  if (source.kept !== undefined) follow(store(), source.kept.whole);

  /** Takes a store as written, and notes what changes in it from now on. */
  function follow(current: Store, written: Whole): void {
    writtenStore = current;
    writtenLasting = JSON.stringify(lastingOf(written));
    touched = new Map();
    const touch = (kind: Kind) => (id: string) => {
      if (writtenStore === current) touched.set(`${kind}/${id}`, { kind, id });
    };
    current.services.onChange = touch('endpoint_service');
    current.endpoints.onChange = touch('endpoint');
  }

  function isWritten(): boolean {
    const current = store();
    return (
      current === writtenStore && touched.size === 0 && JSON.stringify(lastingOf(wholeOf(current))) === writtenLasting
    );
  }

  const wholeOf = (store: Store): Whole => ({
    layout,
    id,
    batch: batch + 1,
    time: Date.now(),
    clock: { now: store.settings.clock.now(), moved: store.settings.clock.moved() },
    accounts: Object.fromEntries(store.accounts),
    organizations: Object.fromEntries(store.organizations),
    counters: store.counters,
    quotas: store.quotas,
    transitions: store.transitions,
  });

  async function writeTo({ database, acknowledged }: OpenFolder): Promise<void> {
    const current = store();
    const whole = wholeOf(current);
    const isAnew = current !== writtenStore;
    const changes = isAnew
      ? allOf(current)
      : Array.from(touched.values(), ({ kind, id }) => changeOf(current, kind, id));
    if (isAnew) {
      const present = new Set(changes.map(({ key }) => key));
      for (const key of checksum.keys()) if (!present.has(key)) changes.push({ type: 'del', key });
    }
    for (const change of changes) {
      if (change.type === 'put') checksum.set(change.key, change.value);
      else checksum.delete(change.key);
    }
    const before = touched;
    follow(current, whole);
    const { size: services } = current.services;
    const { size: endpoints } = current.endpoints;
    const text = JSON.stringify(whole);
    try {
      await database.batch([
        ...changes,
        { type: 'put', key: wholeKey, value: text },
        { type: 'put', key: checksumKey, value: checksum.with(wholeKey, text) },
      ]);
      acknowledged.write({ batch: whole.batch, time: whole.time, services, endpoints });
    } catch (error) {
      // Whatever was not written is written by the next attempt.
      if (isAnew) writtenStore = undefined;
      for (const [key, change] of before) touched.set(key, change);
      writtenLasting = '';
      throw error;
    }
    batch = whole.batch;
    trouble.ends();
  }

  /** Opens the folder anew, and goes on from what is in it if that is what was written last. */
  async function reopen(): Promise<OpenFolder> {
    const opened = await openFolder(folder);
    try {
      const kept = await readKept(opened.database);
      if (kept !== undefined && kept.whole.id !== id) {
        throw new FolderError('what another mock keeps lies in its place; move that away');
      }
      checksum = kept?.checksum ?? new Checksum();
      if (kept?.whole.batch !== batch) writtenStore = undefined;
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  async function closeOpen(): Promise<void> {
    const closing = open;
    open = undefined;
    await closing?.close();
  }

  /** What was kept last, where the folder that is open still tells. */
  async function keptLast(): Promise<Kept | undefined> {
    if (open === undefined) return undefined;
    try {
      const kept = await readKept(open.database);
      return kept?.whole.batch === batch ? kept : undefined;
    } catch {
      // What cannot be read any more is still in memory, and is written from there.
      return undefined;
    }
  }

  async function write(): Promise<void> {
    let last: Kept | undefined;
    if (open !== undefined) {
      try {
        if (!open.isInPlace()) throw gone();
        await writeTo(open);
        return;
      } catch (error) {
        trouble.begins(error);
        last = await keptLast();
        await closeOpen();
      }
    }
    await recover(last);
  }

  /**
   * Opens the folder anew and writes what is not written.
   *
   * @param last - what the mock goes back to when that cannot be done.
   */
  async function recover(last?: Kept): Promise<void> {
    try {
      open = await reopen();
      if (!isWritten()) await writeTo(open);
    } catch (error) {
      trouble.begins(error);
      const goBack = last ?? (await keptLast());
      await closeOpen();
      if (goBack !== undefined) {
        goBackTo(goBack);
        follow(store(), goBack.whole);
      }
      // Whoever waits for the next write is undone as well, and whoever comes now is not.
      running = undefined;
      next = undefined;
      throw new NotKeptError(`${isWritten() ? 'Nothing was changed' : unsaved}: the mock ${trouble.problem() ?? ''}.`, {
        cause: error,
      });
    }
  }

  function run(job: () => Promise<void>): Promise<void> {
    const begun = job().finally(() => {
      if (running === begun) running = undefined;
    });
    running = begun;
    return begun;
  }

  function flushed(readsOnly = false): Promise<void> | undefined {
    if (readsOnly && trouble.problem() !== undefined) return undefined;
    if (isWritten()) return running;
    next ??= (running ?? Promise.resolve()).then(() => {
      next = undefined;
      return run(write);
    });
    return next;
  }

  return {
    admitted() {
      if (trouble.problem() === undefined || open !== undefined) return undefined;
      recovering ??= (running ?? Promise.resolve())
        .then(() => (open === undefined ? run(recover) : undefined))
        .finally(() => {
          recovering = undefined;
        });
      return recovering;
    },
    flushed,
    problem() {
      if (trouble.problem() === undefined && open?.isInPlace() === false) trouble.begins(gone());
      const problem = trouble.problem();
      return problem === undefined || isWritten() ? problem : `${problem} ${unsaved}.`;
    },
    async close() {
      try {
        const isHeld = open?.isInPlace() ?? isLastAcknowledged(folder, batch);
        await (isHeld ? flushed() : (running ?? run(write)));
      } finally {
        await closeOpen();
      }
    },
  };
}

const unsaved = 'Some of what is in memory is not kept';

const gone = () =>
  new FolderError(
    'the folder was removed, moved away or replaced while the mock used it, or files in it were; put it back; the next change makes it anew where it can',
  );

/** Of what is written once, what does not change by itself as time goes by. */
const lastingOf = ({ clock, accounts, organizations, counters, quotas, transitions }: Whole) => ({
  moved: clock.moved,
  accounts,
  organizations,
  counters,
  quotas,
  transitions,
});
