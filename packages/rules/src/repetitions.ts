import { isFields } from './fields.js';

/** Positions of two equal items of a list. */
export interface Repetition {
  /** Position of the item that repeats an earlier one. */
  readonly index: number;
  /** Position of the first item that is like it. */
  readonly first: number;
}

/**
 * Finds the items that repeat an earlier one, by a key for each, in time linear in their number.
 *
 * @param keyOf the key of an item; undefined when the item is not to be compared
 */
export function* repetitions(
  items: readonly unknown[],
  keyOf: (item: unknown) => string | undefined,
): Generator<Repetition> {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else yield { index, first };
  }
}

/** Finds the items that are sent as the same JSON as an earlier one, whatever the order of their members. */
export function repeatedItems(items: readonly unknown[]): Generator<Repetition> {
  return repetitions(items, (item) => (typeof item === 'string' ? JSON.stringify(item) : JSON.stringify(item, sorted)));
}

/** Puts the members of every object into one order, and tells the numbers apart that JSON does not know. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  return isFields(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}
