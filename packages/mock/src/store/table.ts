import type { Key } from './key.js';
import { type Order, orders, type Row, RowList } from './row-list.js';

/** What page of a list to return. */
export interface PageRequest {
  order: Order;
  descending: boolean;
  limit: number;
  offset: number;
}

/** A page of a list, and how many there are in all. */
export interface Page<T> {
  items: T[];
  total: number;
}

const changedOnly: readonly Order[] = ['changed'];

/** The keys under which a record is found, each once. */
type Keys<T> = (record: T) => readonly Key[];

/**
 * Records of one kind, found by ID, in lists that are kept sorted, and by the values of lookups, at a cost that does not
 * grow with their number.
 */
export class Table<T extends { readonly id: string }, List extends string, Lookup extends string> {
  readonly #rows = new Map<string, Row<T>>();
  readonly #lists = new Map<string, RowList<T>>();
  readonly #lookups = new Map<string, T[]>();
  #places = 0;
  /** Is told of every record that comes, changes or goes. */
  onChange: (id: string) => void = () => undefined;

  readonly #listKeys: (record: T) => readonly string[];
  readonly #lookupKeys: (record: T) => readonly string[];

  constructor(lists: Readonly<Record<List, Keys<T>>>, lookups: Readonly<Record<Lookup, Keys<T>>>) {
    this.#listKeys = allKeys(lists);
    this.#lookupKeys = allKeys(lookups);
  }

  get(id: string): T | undefined {
    return this.#rows.get(id)?.record;
  }

  /** All records, the oldest first, each with its place in the order of changes, from 1 on. */
  all(): { record: T; changed: number }[] {
    const rows = [...this.#rows.values()];
    const places = new Map([...rows].sort((a, b) => a.changed - b.changed).map((row, index) => [row, index + 1]));
    return rows.map((row) => ({ record: row.record, changed: places.get(row) ?? 0 }));
  }

  get size(): number {
    return this.#rows.size;
  }

  /** A record with its places among the others. */
  row(id: string): Readonly<Row<T>> | undefined {
    return this.#rows.get(id);
  }

  rows(): Iterable<Readonly<Row<T>>> {
    return this.#rows.values();
  }

  insert(record: T): void {
    const place = ++this.#places;
    this.#insert({ record, created: place, changed: place });
    this.onChange(record.id);
  }

  /** Fills an empty table with records, the oldest first, given also from that which was changed longest ago on. */
  fill(byCreation: readonly T[], byChange: readonly T[]): void {
    const changed = new Map(byChange.map((record, index) => [record, index + 1]));
    for (const [index, record] of byCreation.entries()) {
      this.#insert({ record, created: index + 1, changed: changed.get(record) ?? 0 });
    }
    this.#places = byCreation.length;
  }

  /** Fills an empty table with rows that keep their places. */
  restore(rows: readonly Row<T>[]): void {
    for (const row of rows) {
      this.#insert(row);
      this.#places = Math.max(this.#places, row.created, row.changed);
    }
  }

  /** Changes a record, which becomes the one that was changed last. */
  update(record: T, change: (record: T) => void): void {
    const row = this.#rows.get(record.id);
    if (row === undefined) throw new Error(`there is no record ${record.id} to change`);
    const before = new Set(this.#listKeys(record));
    const lookupsBefore = new Set(this.#lookupKeys(record));
    change(record);
    const after = new Set(this.#listKeys(record));
    const lookupsAfter = new Set(this.#lookupKeys(record));

    for (const key of before) this.#removeFromList(key, row, after.has(key) ? changedOnly : orders);
    row.changed = ++this.#places;
    for (const key of after) this.#list(key).add(row, before.has(key) ? changedOnly : orders);
    for (const key of lookupsBefore) if (!lookupsAfter.has(key)) this.#removeLookup(key, record);
    for (const key of lookupsAfter) if (!lookupsBefore.has(key)) this.#addLookup(key, record);
    this.onChange(record.id);
  }

  remove(record: T): void {
    const row = this.#rows.get(record.id);
    if (row === undefined) throw new Error(`there is no record ${record.id} to remove`);
    this.#rows.delete(record.id);
    for (const key of this.#listKeys(record)) this.#removeFromList(key, row);
    for (const key of this.#lookupKeys(record)) this.#removeLookup(key, record);
    this.onChange(record.id);
  }

  count(list: List, key: Key): number {
    return this.#lists.get(`${list}/${key}`)?.size ?? 0;
  }

  /** A page of a list. Looking for something that has no list of its own (`where`) reads the whole list. */
  page(
    list: List,
    key: Key,
    { order, descending, limit, offset }: PageRequest,
    where?: (record: T) => boolean,
  ): Page<T> {
    const rows = this.#lists.get(`${list}/${key}`);
    if (rows === undefined) return { items: [], total: 0 };
    if (where === undefined) return { items: rows.slice(order, descending, offset, limit), total: rows.size };
    const found = rows.slice(order, descending, 0, rows.size).filter(where);
    return { items: found.slice(offset, offset + limit), total: found.length };
  }

  /** Everything in a list, the newest first. */
  list(list: List, key: Key): T[] {
    return this.page(list, key, { order: 'created', descending: true, limit: Infinity, offset: 0 }).items;
  }

  find(lookup: Lookup, key: Key): readonly T[] {
    return this.#lookups.get(`${lookup}/${key}`) ?? [];
  }

  #insert(row: Row<T>): void {
    const { record } = row;
    this.#rows.set(record.id, row);
    for (const key of this.#listKeys(record)) this.#list(key).add(row);
    for (const key of this.#lookupKeys(record)) this.#addLookup(key, record);
  }

  #list(key: string): RowList<T> {
    let list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, (list = new RowList()));
    return list;
  }

  #removeFromList(key: string, row: Row<T>, concerned: readonly Order[] = orders): void {
    const list = this.#list(key);
    list.remove(row, concerned);
    if (list.size === 0) this.#lists.delete(key);
  }

  #addLookup(key: string, record: T): void {
    const found = this.#lookups.get(key);
    if (found === undefined) this.#lookups.set(key, [record]);
    else found.push(record);
  }

  #removeLookup(key: string, record: T): void {
    const rest = (this.#lookups.get(key) ?? []).filter((other) => other !== record);
    if (rest.length === 0) this.#lookups.delete(key);
    else this.#lookups.set(key, rest);
  }
}

/** The keys of all the lists or lookups that a table has, each with the name of what it belongs to. */
function allKeys<T>(of: Readonly<Record<string, Keys<T>>>): (record: T) => readonly string[] {
  const named = Object.entries(of);
  return (record) => {
    const all: string[] = [];
    for (const [name, keys] of named) for (const key of keys(record)) all.push(`${name}/${key}`);
    return all;
  };
}
