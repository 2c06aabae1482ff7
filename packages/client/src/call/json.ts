/** The value that a text of JSON says, or undefined when it is none: it may be the page of a proxy. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const isText = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
