/**
 * Reads a value from JSON in which what is there several times is written once, as `build/share-repeated.ts` writes it. In
 * the value, it is the same object at all those places.
 */
export function readShared(text: string): unknown {
  const whole = JSON.parse(text) as [shared: unknown[], value: unknown];
  const [shared] = whole;
  // What is shared comes before what shares it.
  put(whole);
  return whole[1];

  function put(part: object): unknown {
    const members = part as Record<string, unknown>;
    if (typeof members['$'] === 'number') return shared[members['$']];
    for (const name in members) {
      const member = members[name];
      if (typeof member === 'object' && member !== null) members[name] = put(member);
    }
    return members;
  }
}
