/** Reads from the browser's storage; undefined where that is forbidden, as some readers have it. */
export function stored(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes to the browser's storage, where that is allowed: what is kept there only makes the next visit nicer. */
export function store(storage: () => Storage, key: string, value: string): void {
  try {
    storage().setItem(key, value);
  } catch {
    // The next visit does without.
  }
}
