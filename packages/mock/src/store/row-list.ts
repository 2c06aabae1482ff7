/** A record with its places among all others: by its creation, and by its last change. */
export interface Row<T> {
  readonly record: T;
  readonly created: number;
  changed: number;
}

/** By what a list can be sorted. */
export const orders = ['created', 'changed'] as const;

export type Order = (typeof orders)[number];

/** How many rows a chunk has at most. */
const chunkSize = 512;

/**
 * Rows in one order, in chunks: to put a row in or take it out moves the rows of its chunk, and not all that follow it.
 * No chunk is empty.
 */
class SortedRows<T> {
  readonly #chunks: Row<T>[][] = [];
  #size = 0;

  constructor(private readonly order: Order) {}

  get size(): number {
    return this.#size;
  }

  add(row: Row<T>): void {
    this.#insert(row);
    this.#size++;
  }

  remove(row: Row<T>): void {
    const index = this.#chunkOf(row);
    const chunk = this.#chunks[index];
    const position = chunk === undefined ? -1 : this.#position(chunk, row);
    if (chunk?.[position] !== row) throw new Error('the row is not in the list');
    chunk.splice(position, 1);
    this.#size--;
    if (chunk.length === 0) this.#chunks.splice(index, 1);
  }

  /** Rows from `start` to before `end`. */
  slice(start: number, end: number): Row<T>[] {
    const found: Row<T>[] = [];
    let before = 0;
    for (const chunk of this.#chunks) {
      if (before >= end) break;
      if (before + chunk.length > start) found.push(...chunk.slice(Math.max(start - before, 0), end - before));
      before += chunk.length;
    }
    return found;
  }

  #insert(row: Row<T>): void {
    const last = this.#chunks.at(-1);
    if (last === undefined || this.#isBefore(last.at(-1), row)) {
      // Rows come at the end, most often: the chunks before it stay full.
      if (last !== undefined && last.length < chunkSize) last.push(row);
      else this.#chunks.push([row]);
      return;
    }
    const index = this.#chunkOf(row);
    const chunk = this.#chunks[index] ?? last;
    if (chunk.length === chunkSize) {
      this.#chunks.splice(index + 1, 0, chunk.splice(chunkSize / 2));
      this.#insert(row);
    } else chunk.splice(this.#position(chunk, row), 0, row);
  }

  #isBefore(one: Row<T> | undefined, other: Row<T>): boolean {
    return one !== undefined && one[this.order] < other[this.order];
  }

  /** The first chunk that does not end before the row. */
  #chunkOf(row: Row<T>): number {
    return firstIndex(this.#chunks.length, (index) => !this.#isBefore(this.#chunks[index]?.at(-1), row));
  }

  /** Where the row is in a chunk, or would be. */
  #position(chunk: readonly Row<T>[], row: Row<T>): number {
    return firstIndex(chunk.length, (index) => !this.#isBefore(chunk[index], row));
  }
}

/** The first index for which a condition holds that holds for all after it, too. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Rows in both orders, so that any page of any order is at hand. */
export class RowList<T> {
  readonly #rows: Readonly<Record<Order, SortedRows<T>>> = {
    created: new SortedRows('created'),
    changed: new SortedRows('changed'),
  };

  get size(): number {
    return this.#rows.created.size;
  }

  add(row: Row<T>, concerned: readonly Order[] = orders): void {
    for (const order of concerned) this.#rows[order].add(row);
  }

  remove(row: Row<T>, concerned: readonly Order[] = orders): void {
    for (const order of concerned) this.#rows[order].remove(row);
  }

  /** Records from `offset` on, at most `limit` of them. */
  slice(order: Order, descending: boolean, offset: number, limit: number): T[] {
    const end = Math.max(this.size - offset, 0);
    const rows = descending
      ? this.#rows[order].slice(Math.max(end - limit, 0), end).reverse()
      : this.#rows[order].slice(offset, offset + limit);
    return rows.map((row) => row.record);
  }
}
