/**
 * Reads a value from JSON in which what is there several times is written once, as `build/share-repeated.ts` writes it. In
 * the value, it is the same object at all those places.
 */
export function readShared(text: string): unknown {
  const [shared, value] = JSON.parse(text) as [unknown[], unknown];
  const put = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) part[index] = put(item);
      return part;
    }
    const members = part as Record<string, unknown>;
    if (typeof members['$'] === 'number') return shared[members['$']];
    for (const [name, member] of Object.entries(members)) members[name] = put(member);
    return members;
  };
  // What is shared comes before what shares it.
  for (const [index, part] of shared.entries()) shared[index] = put(part);
  return put(value);
}
