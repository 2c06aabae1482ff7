/** What was read of a list. */
export interface ListReading<Row> {
  /** The rows of a page; undefined where it could not be read. */
  readonly rows: readonly Row[] | undefined;
  readonly total: number | undefined;
  /** What the list was asked for: its filters, its order and its page. */
  readonly query: object;
}

type Rows<Row> = ReadonlyMap<string, Row>;

/**
 * What stays selected of some rows after a reading, as they are now. What is not on the page stays as it was read last,
 * unless it has left the list. That is so where a filter was changed, where the page is the whole list, and where the
 * page had it before and the list has become shorter.
 */
export function afterReading<Row extends { readonly id: string }>(
  selected: Rows<Row>,
  before: ListReading<Row>,
  now: ListReading<Row>,
): Rows<Row> {
  if (selected.size === 0) return selected;
  const { rows = [], total = 0 } = now;
  const read = byId(rows);
  const place = placeOf(now.query);
  const isWhole = now.rows !== undefined && place.offset === 0 && rows.length >= total;
  const isOtherwise = isWhole || hasOtherFilter(before.query, now.query);
  const isShorter = now.rows !== undefined && total < (before.total ?? 0) && isSame(place, placeOf(before.query));
  const wasHere = isShorter ? byId(before.rows ?? []) : new Map<string, Row>();
  const after = new Map<string, Row>();
  for (const [id, row] of selected) {
    const newest = read.get(id);
    if (newest !== undefined) after.set(id, newest);
    else if (!isOtherwise && !wasHere.has(id)) after.set(id, row);
  }
  const isUnchanged = after.size === selected.size && [...after].every(([id, row]) => isSame(row, selected.get(id)));
  return isUnchanged ? selected : after;
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Rows<Row> =>
  new Map(rows.map((row) => [row.id, row]));

const placeNames = ['limit', 'offset', 'sort_key', 'sort_dir'];

/** The part of a query that says which page, in which order. */
const placeOf = (query: object): { readonly offset?: unknown } => ({
  offset: 0,
  ...Object.fromEntries(Object.entries(query).filter(([name]) => placeNames.includes(name))),
});

/** Whether something is asked for that was not asked for before. With fewer filters, nothing leaves a list. */
function hasOtherFilter(before: object, now: object): boolean {
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.entries(now).some(([name, value]) => !placeNames.includes(name) && known.get(name) !== value);
}

/** Whether two objects have the same members, or are the same. */
function isSame(one: object, other: object | undefined): boolean {
  if (other === undefined) return false;
  const known = new Map<string, unknown>(Object.entries(other));
  const entries = Object.entries(one);
  return (
    one === other || (entries.length === known.size && entries.every(([name, value]) => known.get(name) === value))
  );
}
