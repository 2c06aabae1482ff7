/** How many values a body may have of which every violation is looked for. */
const limit = 10_000;

/**
 * Whether a body has so many values that only its first violation is looked for. Prism takes some 15 µs for each
 * violation: a body within the limit for bodies, each of whose values is wrong, could keep it busy for half a minute.
 */
export const isLarge = (body: unknown): boolean => countValues(body, limit) > limit;

/** The number of values, as far as it matters. */
function countValues(value: unknown, enough: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const item of Object.values(value)) {
    count += countValues(item, enough - count);
    if (count > enough) break;
  }
  return count;
}
