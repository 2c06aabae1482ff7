import type { Read } from './reads.js';
import { firstFew } from './read.js';

/** The calls that are going to be made, a line each. */
export function planOf(reads: readonly Read[]): string[] {
  return reads.flatMap(({ operation, given, sought }) =>
    given.map(({ path, query, body }) => {
      const filled = operation.path.replace(/\{(\w+)\}/g, (whole, name: string) => path[name] ?? whole);
      const asked = [
        ...Object.entries(query).map((pair) => pair.join('=')),
        ...sought.flatMap(({ in: place, name }) => (place === 'query' ? [`${name}={${name}}`] : [])),
      ].join('&');
      const method = operation.method.toUpperCase().padEnd(4);
      const what = body === undefined ? '' : `  which searches: ${JSON.stringify(body)}`;
      const few = sought.length === 0 ? '' : `  for the first ${firstFew} found`;
      return `${method} ${filled}${asked && `?${asked}`}${what}${few}`;
    }),
  );
}
