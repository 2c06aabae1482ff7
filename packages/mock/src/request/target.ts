/** Path and query of a request's target: a path, or a whole URL as clients of proxies send it. */
export interface Target {
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
}

/** Reads a target. */
export function readTarget(target: string): Target {
  const [, pathname, query] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(target) ?? [];
  return {
    pathname: pathname === undefined || pathname === '' ? '/' : pathname,
    searchParams: new URLSearchParams(query),
  };
}

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
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
