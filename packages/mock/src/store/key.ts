declare const madeOfParts: unique symbol;

/** What a record is found under. Only {@link keyOf} makes one, so that no two different values are taken for each other. */
export type Key = string & { readonly [madeOfParts]: true };

/**
 * The key of one value or several, whatever is in them: IDs come from paths and bodies, and may have any character, also
 * one that would part them. Each but the last goes with its length.
 */
export function keyOf(...parts: readonly [string, ...string[]]): Key {
  let key = '';
  const last = parts.length - 1;
  for (let index = 0; index < last; index++) {
    const part = parts[index] ?? '';
    key += `${part.length}:${part}`;
  }
  return (key + (parts[last] ?? '')) as Key;
}
