import type { SearchEntry } from './search-entry.js';

/** An operation, as a pasted call is compared with it. */
interface Callable {
  entry: SearchEntry;
  method: string;
  segments: string[];
}

/** How a path of a query is one of an operation. */
interface Match {
  callable: Callable;
  /** How many of its fixed segments the query has: `describe` is rather that than the ID of a service. */
  fixed: number;
  isMethod: boolean;
}

/** What may be a path: no Chinese, and none of the marks that stand around one in a sentence, a log or a command. */
const texts = /(?:(?!["'`|,;()])[!-~])+/g;
const isParameter = (segment: string) => /^\{.*\}$/.test(segment);
/** What documentation, shells and templates write in place of a value: `{id}`, `:id`, `<id>`, `$ID`, `%s`. */
const isPlaceholder = (segment: string) => /[{}:<>$%*]/.test(segment);
const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '');

/**
 * Finds the operations that are called in a query: by a path, or the end of one, as documentation has it or with values in
 * place of its parameters, as URLs and logs have it. Those with the method that the query names come first.
 */
export function calledOperations(entries: readonly SearchEntry[]): (query: string) => SearchEntry[] {
  const callables = entries.flatMap((entry): Callable[] => {
    const [method, path] = entry.kind === 'operation' ? (entry.trail.at(-1)?.split(' ') ?? []) : [];
    return method === undefined || path === undefined ? [] : [{ entry, method, segments: segmentsOf(path) }];
  });

  return (query) => {
    const found = (query.match(texts) ?? [])
      .filter((text) => text.includes('/'))
      .flatMap((text) => {
        const around = new Set(
          query
            .replace(text, ' ')
            .toUpperCase()
            .match(/[A-Z]+/g),
        );
        return callables.flatMap((callable): Match[] => {
          const isMethod = around.has(callable.method);
          const fixed = fixedOf(callable, text, isMethod);
          return fixed === undefined ? [] : [{ callable, fixed, isMethod }];
        });
      });
    const most = Math.max(...found.map(({ fixed }) => fixed));
    const best = found
      .filter(({ fixed }) => fixed === most)
      .sort((one, other) => Number(other.isMethod) - Number(one.isMethod))
      .map(({ callable }) => callable.entry);
    return [...new Set(best)];
  };
}

/** How many fixed segments of an operation's path a text has; nothing, where it is no such path. */
function fixedOf({ entry, segments }: Callable, text: string, isMethod: boolean): number | undefined {
  const path = text
    .replace(/^.*?:\/\/[^/]*/, '')
    .replace(/[?#].*$/, '')
    .replace(/[.:]+$/, '');
  // A slash alone stands between any two words, and a host alone is rather a region.
  if (segments.length === 0) return path === '/' && (isMethod || text === path) ? 0 : undefined;
  const given = segmentsOf(path);
  const shared = Math.min(given.length, segments.length);
  // Where one is longer, it has a host or a folder before the path, or the path was not copied from its beginning on.
  const said = shared === 0 ? [] : given.slice(-shared);
  let fixed = 0;
  for (const [index, segment] of segments.slice(segments.length - shared).entries()) {
    const value = said[index] ?? '';
    if (isParameter(segment)) {
      const { [segment.slice(1, -1)]: pattern } = entry.patterns ?? {};
      if (pattern !== undefined && !isPlaceholder(value) && !new RegExp(pattern, 'u').test(value)) return undefined;
    } else if (segment.toLowerCase() === value.toLowerCase()) fixed += 1;
    else return undefined;
  }
  return fixed > 0 || (shared > 0 && given.length === segments.length) ? fixed : undefined;
}
