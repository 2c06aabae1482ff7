import type { TryItOperation } from './try-it-operation.js';

/** What the reader has made of an operation's parameters. */
export interface ParameterValues {
  path: Record<string, string>;
  query: Record<string, string>;
}

/** The URL of a request. A query parameter without a value is not sent. */
export function requestUrl(address: string, { path }: TryItOperation, values: ParameterValues): string {
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(values.path[name] ?? ''));
  const query = new URLSearchParams(Object.entries(values.query).filter(([, value]) => value !== '')).toString();
  return address + filled + (query === '' ? '' : `?${query}`);
}
