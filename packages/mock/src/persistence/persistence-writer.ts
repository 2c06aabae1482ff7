import type { EndpointRecord, ServiceRecord } from '../store/records.js';
import type { Row } from '../store/row-list.js';
import type { StateOfEndpoint, StateOfService } from '../store/state.js';
import type { Store } from '../store/store.js';
import type { Kind } from '../transition.js';
import { generationKey, layout, resourceKey, type StoredResource, type Whole, wholeKey } from './layout.js';
import type { Database } from './open-database.js';

/** Writes what a mock remembers to its database. */
export interface PersistenceWriter {
  /** Resolves once everything that has happened up to now is flushed to the database; undefined when it is already. */
  flushed(): Promise<void> | undefined;
  /** Writes what is left, and closes the database. */
  close(): Promise<void>;
}

type Operation = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

/**
 * Writes a store to a database. What several requests have changed while one write was under way goes into one next
 * write; each is all or nothing, and holds whole requests, which change the store without a pause.
 *
 * @param store - the present store; when that is another one, it is written as a whole.
 * @param generation - the generation that the database is at.
 */
export function createPersistenceWriter(database: Database, store: () => Store, generation: number): PersistenceWriter {
  let writtenStore: Store | undefined;
  let writtenWhole = '';
  let touched = new Map<string, { kind: Kind; id: string }>();
  let writing: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function follow(current: Store): void {
    writtenStore = current;
    touched = new Map();
    const touch = (kind: Kind) => (id: string) => {
      if (writtenStore === current) touched.set(`${kind}/${id}`, { kind, id });
    };
    current.services.onChange = touch('endpoint_service');
    current.endpoints.onChange = touch('endpoint');
  }

  const wholeOf = (store: Store): Whole => ({
    layout,
    generation,
    resources: { endpoint_service: store.services.size, endpoint: store.endpoints.size },
    clock: { now: store.settings.clock.now(), moved: store.settings.clock.moved() },
    accounts: Object.fromEntries(store.accounts),
    organizations: Object.fromEntries(store.organizations),
    counters: store.counters,
    quotas: store.quotas,
    transitions: store.transitions,
  });

  /** Of what is written once, what does not change by itself as time goes by. */
  const lastingOf = ({ clock, ...rest }: Whole): string => JSON.stringify({ ...rest, moved: clock.moved });

  async function write(): Promise<void> {
    const current = store();
    const anew = current !== writtenStore;
    if (anew) {
      generation++;
      follow(current);
    }
    const changed = touched;
    touched = new Map();
    const whole = wholeOf(current);
    const operations = anew ? allOf(current, generation) : [...changed.values()].map(changeOf(current, generation));
    writtenWhole = lastingOf(whole);
    try {
      await database.batch([...operations, { type: 'put', key: wholeKey, value: JSON.stringify(whole) }]);
    } catch (error) {
      // Whatever was not written is written by the next attempt.
      if (anew) writtenStore = undefined;
      for (const [key, change] of changed) touched.set(key, change);
      writtenWhole = '';
      throw error;
    }
    if (anew) await database.clear({ gte: 'g', lt: generationKey(generation) });
  }

  function flushed(): Promise<void> | undefined {
    const current = store();
    if (current === writtenStore && touched.size === 0 && lastingOf(wholeOf(current)) === writtenWhole) return writing;
    next ??= (writing ?? Promise.resolve())
      // Those who waited for that write have been told that it failed.
      .catch(() => undefined)
      .then(() => {
        const begun = write().finally(() => {
          if (writing === begun) writing = undefined;
        });
        writing = begun;
        next = undefined;
        return begun;
      });
    return next;
  }

  return {
    flushed,
    async close() {
      try {
        await flushed();
      } finally {
        await database.close();
      }
    },
  };
}

const allOf = (store: Store, generation: number): Operation[] => [
  ...[...store.services.rows()].map((row) => put(resourceKey(generation, 'endpoint_service', row.record.id), row)),
  ...[...store.endpoints.rows()].map((row) => put(resourceKey(generation, 'endpoint', row.record.id), row)),
];

const changeOf =
  (store: Store, generation: number) =>
  ({ kind, id }: { kind: Kind; id: string }): Operation => {
    const row = kind === 'endpoint' ? store.endpoints.row(id) : store.services.row(id);
    const key = resourceKey(generation, kind, id);
    return row === undefined ? { type: 'del', key } : put(key, row);
  };

function put(key: string, { record, created, changed }: Readonly<Row<ServiceRecord | EndpointRecord>>): Operation {
  const stored: StoredResource<StateOfService | StateOfEndpoint> = { created, record: { ...record, changed } };
  return { type: 'put', key, value: JSON.stringify(stored) };
}
