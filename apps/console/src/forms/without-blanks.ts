/**
 * What a form holds, as the API takes it: fields that were left blank are left out, and so are lists without items. An
 * item of a list stays also when it is blank, so that the positions in messages are those on the screen.
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

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
