/** From which length on a text is worth a reference. */
const worth = 16;

/**
 * A value as JSON in which what is there several times is written once: a list of what is shared, and the value, in which
 * `{"$": 3}` stands for the item 3 of that list. `src/page/read-shared.ts` reads it.
 */
export function shareRepeated(value: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  const counts = new Map<string, number>();
  const count = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const text = JSON.stringify(part);
    const before = counts.get(text) ?? 0;
    counts.set(text, before + 1);
    if (before === 0) Object.values(part).forEach(count);
  };
  count(plain);

  const shared: unknown[] = [];
  const indices = new Map<string, number>();
  const write = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    const text = JSON.stringify(part);
    const known = indices.get(text);
    if (known !== undefined) return { $: known };
    const written: unknown = Array.isArray(part)
      ? part.map(write)
      : Object.fromEntries(Object.entries(part).map(([name, member]) => [name, write(member)]));
    if (counts.get(text) === 1 || text.length < worth) return written;
    indices.set(text, shared.length);
    return { $: shared.push(written) - 1 };
  };
  const whole = write(plain);
  return JSON.stringify([shared, whole]);
}
