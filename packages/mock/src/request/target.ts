/** Path and query of a request's target: a path, or a whole URL as clients of proxies send it. */
export interface Target {
  /** The ID of the world that it is for; undefined when it is for none but the mock's own. */
  readonly world: string | undefined;
  /** What stands before the path: `/_world/…`, or nothing. */
  readonly prefix: string;
  /** The path in that world. */
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
}

/** Reads a target. */
export function readTarget(target: string): Target {
  const [, whole = '', query] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(target) ?? [];
  const [prefix = '', world] = whole.startsWith(worldsPath) ? (/^\/_world\/([^/]*)/.exec(whole) ?? []) : [];
  const pathname = whole.slice(prefix.length);
  return { world, prefix, pathname: pathname === '' ? '/' : pathname, searchParams: new URLSearchParams(query) };
}

const worldsPath = '/_world/';

/** What stands before all paths of a world. */
export const prefixOf = (world: string): string => worldsPath + world;

/** Whether a request is for the mock itself, and not for the API. */
export const isControl = ({ pathname }: Pick<Target, 'pathname'>): boolean => pathname.startsWith('/_mock/');

/** Whether a path is valid percent-encoding. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The values of a query by their names; several of one name are a list. */
export function queryValues(parameters: URLSearchParams): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  // Once through all of them: to look for each name among all takes long where there are thousands.
  for (const [name, value] of parameters) {
    const before = values.get(name);
    if (before === undefined) values.set(name, value);
    else if (typeof before === 'string') values.set(name, [before, value]);
    else before.push(value);
  }
  return Object.fromEntries(values);
}
