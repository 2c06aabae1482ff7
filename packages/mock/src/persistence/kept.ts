import { memberDefaults } from '../generated/state.js';
import type { EndpointRecord, ServiceRecord } from '../store/records.js';
import type { Row } from '../store/row-list.js';
import { Store, type StoreSettings } from '../store/store.js';
import type { Kind } from '../transition.js';
import { Checksum } from './checksum.js';
import { FolderError } from './errors.js';
import { checksumKey, kindRange, layout, resourcesRange, type Whole, wholeKey } from './layout.js';
import type { Database } from './open-database.js';

/** What a database keeps of a mock. */
export interface Kept {
  readonly whole: Whole;
  readonly services: readonly Row<ServiceRecord>[];
  readonly endpoints: readonly Row<EndpointRecord>[];
  /** Covers all resources. */
  readonly checksum: Checksum;
}

const beginAnew = 'delete the folder to begin anew';

/**
 * Reads what a database keeps.
 *
 * @returns undefined when it is new.
 * @throws FolderError when it is damaged, or another version of the mock has written it.
 */
export async function readKept(database: Database): Promise<Kept | undefined> {
  try {
    return await read(database);
  } catch (error) {
    if (error instanceof FolderError) throw error;
    throw new FolderError(`it is damaged (${String(error)}); ${beginAnew}`, { cause: error });
  }
}

async function read(database: Database): Promise<Kept | undefined> {
  const text = await database.get(wholeKey);
  if (text === undefined) {
    const [other] = await database.keys({ ...resourcesRange, limit: 1 }).all();
    if (other === undefined) return undefined;
    throw new FolderError(`it is damaged, the key ${wholeKey} is missing; ${beginAnew}`);
  }
  const whole = JSON.parse(text) as Partial<Whole>;
  if (whole.layout !== layout) {
    throw new FolderError(`another version of the mock has written it; use that version, or ${beginAnew}`);
  }
  const checksum = new Checksum();
  const services = await readRows<ServiceRecord>(database, 'endpoint_service', checksum);
  const endpoints = await readRows<EndpointRecord>(database, 'endpoint', checksum);
  if ((await database.get(checksumKey)) !== checksum.with(wholeKey, text)) {
    throw new FolderError(
      `it is damaged, what is there (${services.length} services, ${endpoints.length} endpoints) is not what was written last; ${beginAnew}`,
    );
  }
  // By its checksum it is what this layout has written.
  return { whole: whole as Whole, services, endpoints, checksum };
}

/** Reads the resources of a kind, the oldest first. */
async function readRows<T>(database: Database, kind: Kind, checksum: Checksum): Promise<Row<T>[]> {
  const entries = await database.iterator(kindRange(kind)).all();
  return entries
    .map(([key, text]) => {
      checksum.set(key, text);
      return JSON.parse(text) as Row<T>;
    })
    .sort((a, b) => a.created - b.created);
}

/** As much of what is kept as a store is made of. */
export interface KeptStore {
  readonly whole: Pick<Whole, 'transitions' | 'quotas' | 'accounts' | 'organizations' | 'counters'>;
  readonly services: readonly Row<ServiceRecord>[];
  readonly endpoints: readonly Row<EndpointRecord>[];
}

/**
 * Makes a store that is as it was when it was kept, so that nothing of it has to be written again.
 *
 * @param underWay - the IDs of what will be due by itself, in the order in which that began; by default, the services first.
 */
export function storeOf(
  { whole, services, endpoints }: KeptStore,
  settings: StoreSettings,
  underWay: readonly string[] = [],
): Store {
  const store = new Store(settings, structuredClone(whole.transitions), structuredClone(whole.quotas));
  for (const [project, account] of Object.entries(whole.accounts)) store.accounts.set(project, account);
  for (const [account, path] of Object.entries(whole.organizations)) store.organizations.set(account, path);
  Object.assign(store.counters, whole.counters);
  const rows = {
    services: services.map((row) => withDefaults(row, memberDefaults.StateOfService)),
    endpoints: endpoints.map((row) => withDefaults(row, memberDefaults.StateOfEndpoint)),
  };
  store.services.restore(rows.services);
  store.endpoints.restore(rows.endpoints);
  const places = new Map(underWay.map((id, index) => [id, index]));
  const place = ({ id }: { readonly id: string }) => places.get(id) ?? places.size;
  const records = [...rows.services, ...rows.endpoints].map(({ record }) => record);
  // Sorting keeps the order of what is equal.
  for (const record of records.sort((a, b) => place(a) - place(b))) store.resume(record);
  return store;
}

/** What a record has now that it had not when it was written. */
const withDefaults = <T>(row: Row<T>, defaults: Partial<T>): Row<T> => ({
  ...row,
  record: { ...structuredClone(defaults), ...row.record },
});
