import type { Answer } from '../answer.js';
import type { EndpointRecord, ServiceRecord } from '../store/records.js';
import type { Store } from '../store/store.js';

/** What becomes of fields that the document does not know, where they are let through. */
export interface UnknownFields {
  /** Has the resource that an answer shows keep what the body of its request had more. */
  keep(store: Store, answer: Answer, fields: Readonly<Record<string, unknown>>): void;
  /** An answer that shows what resources have kept, beside what the document knows of them. */
  show(store: Store, answer: Answer): Answer;
}

/** Keeps unknown fields in a store. */
export const unknownFields: UnknownFields = {
  keep(store, { body }, fields) {
    const record = resourceOf(store, body);
    if (record === undefined || Object.keys(fields).length === 0) return;
    store.amend(record, () => {
      record.unknown_fields = { ...record.unknown_fields, ...fields };
    });
  },
  show: (store, answer) => ({ ...answer, body: shown(store, answer.body) }),
};

/** Adds what resources have kept wherever they are shown. */
function shown(store: Store, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => shown(store, item));
  const kept = resourceOf(store, value)?.unknown_fields;
  if (kept !== undefined) return { ...kept, ...value };
  const members: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(members.map(([name, member]) => [name, shown(store, member)]));
}

/** The resource that an object shows to its owner: others are not told its project. */
function resourceOf(store: Store, shown: unknown): ServiceRecord | EndpointRecord | undefined {
  if (typeof shown !== 'object' || shown === null || !('id' in shown && 'project_id' in shown)) return undefined;
  const id = String(shown.id);
  const record = store.services.get(id) ?? store.endpoints.get(id);
  return record?.project_id === shown.project_id ? record : undefined;
}
