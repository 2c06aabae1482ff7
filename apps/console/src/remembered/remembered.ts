import * as v from 'valibot';

/** Where something is remembered: in this browser, or in this tab until it is closed. */
export type Memory = 'browser' | 'tab';

const prefix = 'vpcep-console-';

/** What the browser did not keep: it is remembered for as long as the page is there. */
const unkept = new Map<string, string>();
const listeners = new Set<() => void>();

/**
 * Reads what was remembered under a key.
 *
 * @param schema what it has to be; what is not, from an earlier version or another hand, counts as forgotten
 * @param memory where it was remembered
 * @returns undefined when nothing was, or the browser keeps nothing.
 */
export function readRemembered<Value>(
  key: string,
  schema: v.GenericSchema<unknown, Value>,
  memory: Memory = 'browser',
): Value | undefined {
  return valueOf(rememberedText(key, memory), schema);
}

/**
 * Remembers something under a key, or forgets it when it is undefined. A browser that forbids storage, or has no more
 * room, remembers it for as long as the page is there.
 *
 * @param value anything that JSON can say
 */
export function remember(key: string, value: unknown, memory: Memory = 'browser'): void {
  const name = prefix + key;
  unkept.delete(memory + name);
  try {
    if (value === undefined) storageOf(memory).removeItem(name);
    else storageOf(memory).setItem(name, JSON.stringify(value));
  } catch {
    // Forbidden or full: not worth a word to the reader, as everything works without it.
    if (value !== undefined) unkept.set(memory + name, JSON.stringify(value));
  }
  for (const listener of listeners) listener();
}

/** What was remembered under a key, as JSON. Null when nothing was. */
export function rememberedText(key: string, memory: Memory): string | null {
  const name = prefix + key;
  const onPage = unkept.get(memory + name);
  if (onPage !== undefined) return onPage;
  try {
    return storageOf(memory).getItem(name);
  } catch {
    // The browser forbids storage: nothing was kept there.
    return null;
  }
}

/** Makes a value of what was remembered. */
export function valueOf<Value>(text: string | null, schema: v.GenericSchema<unknown, Value>): Value | undefined {
  if (text === null) return undefined;
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return result.success ? result.output : undefined;
}

/** Tells whenever something is remembered: here, or in another window of this browser. */
export function onRemembered(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

/** Throws where the browser forbids it, already when it is named. */
const storageOf = (memory: Memory): Storage => (memory === 'tab' ? sessionStorage : localStorage);
