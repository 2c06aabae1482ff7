import type { EndpointRecord, ServiceRecord } from '../store/records.js';
import type { Row } from '../store/row-list.js';
import type { Store } from '../store/store.js';
import type { Kind } from '../transition.js';
import { resourceKey } from './layout.js';

/** What is to be done to a key of the database. */
export type Change = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

/** What writes all resources of a store. */
export const allOf = (store: Store): Change[] => [
  ...Array.from(store.services.rows(), (row) => put(resourceKey('endpoint_service', row.record.id), row)),
  ...Array.from(store.endpoints.rows(), (row) => put(resourceKey('endpoint', row.record.id), row)),
];

/** What writes a resource as it is now, or that it is gone. */
export function changeOf(store: Store, kind: Kind, id: string): Change {
  const row = kind === 'endpoint' ? store.endpoints.row(id) : store.services.row(id);
  const key = resourceKey(kind, id);
  return row === undefined ? { type: 'del', key } : put(key, row);
}

const put = (key: string, row: Readonly<Row<ServiceRecord | EndpointRecord>>): Change => ({
  type: 'put',
  key,
  value: JSON.stringify(row),
});
