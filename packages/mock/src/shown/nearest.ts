import { distance } from 'fastest-levenshtein';

/** Asks, to follow a message, whether one of the names that there are was meant; nothing where none is like it. */
export function askForNearest(name: string, names: readonly string[]): string {
  // Nobody misspells so much, and to compare it takes long.
  if (name.length > 60) return '';
  const [nearest] = names
    .map((one) => ({ one, far: distance(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, far }) => far <= Math.max(1, one.length / 3))
    .sort((a, b) => a.far - b.far);
  return nearest === undefined ? '' : `; did you mean ${nearest.one}?`;
}
