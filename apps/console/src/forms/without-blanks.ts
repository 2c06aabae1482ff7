/**
 * What a form holds, as the API takes it: fields that were left blank are left out, and so are lists of which nothing
 * was filled in. Beside others, a blank item stays, so that the positions in messages are those on the screen.
 */
export function withoutBlanks(values: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => !isBlank(value))
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(filled) : value]),
  );
}

const filled = (item: unknown): unknown =>
  typeof item === 'object' && item !== null ? withoutBlanks(item) : (item ?? {});

/** Whether nothing was filled in: also in a list of which each item is blank. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.every(isBlankItem));
}

const isBlankItem = (item: unknown): boolean =>
  isBlank(item) || (typeof item === 'object' && item !== null && Object.values(item).every(isBlank));
