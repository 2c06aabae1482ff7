/** A record with its places among all others: by its creation, and by its last change. */
export interface Row<T> {
  readonly record: T;
  readonly created: number;
  changed: number;
}

/** By what a list is sorted. */
export type Order = 'created' | 'changed';

/** Finds where the row with this place stands, or would stand. */
function position<T>(rows: readonly Row<T>[], order: Order, place: number): number {
  let low = 0;
  let high = rows.length;
  // Most often it is the last.
  if ((rows.at(-1)?.[order] ?? -1) < place) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && row[order] < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows in both orders, so that any page of any order is at hand. */
export class RowList<T> {
  readonly #rows: Record<Order, Row<T>[]> = { created: [], changed: [] };

  get size(): number {
    return this.#rows.created.length;
  }

  add(row: Row<T>, orders: readonly Order[] = ['created', 'changed']): void {
    for (const order of orders) this.#rows[order].splice(position(this.#rows[order], order, row[order]), 0, row);
  }

  remove(row: Row<T>, orders: readonly Order[] = ['created', 'changed']): void {
    for (const order of orders) this.#rows[order].splice(position(this.#rows[order], order, row[order]), 1);
  }

  /** Records from `offset` on, at most `limit` of them. */
  slice(order: Order, descending: boolean, offset: number, limit: number): T[] {
    const rows = this.#rows[order];
    if (!descending) return rows.slice(offset, offset + limit).map((row) => row.record);
    const end = Math.max(rows.length - offset, 0);
    return rows
      .slice(Math.max(end - limit, 0), end)
      .reverse()
      .map((row) => row.record);
  }
}
