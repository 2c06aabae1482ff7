import type { FieldPath } from './field-problem.js';

/** What a form holds, as the API takes it: fields and rows that were left blank are left out. */
export function withoutBlanks(values: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => !isBlank(value))
      .map(([name, value]) => [name, Array.isArray(value) ? rowsOf(value).map(({ row }) => filled(row)) : value]),
  );
}

/** Where in a form that stands which is at a place in its body: there, blank rows do not count. */
export function placeAmongBlanks(values: object, inBody: FieldPath): FieldPath {
  const [name = '', position, ...field] = inBody;
  const list: unknown = Reflect.get(values, name);
  if (typeof position !== 'number' || !Array.isArray(list)) return inBody;
  return [name, rowsOf(list)[position]?.index ?? position, ...field];
}

/** The rows of a list in which something was filled in, and at which position each is. */
const rowsOf = (list: readonly unknown[]) =>
  list.map((row, index) => ({ row, index })).filter(({ row }) => !isBlankItem(row));

const filled = (row: unknown): unknown => (typeof row === 'object' && row !== null ? withoutBlanks(row) : row);

/** Whether nothing was filled in: also in a list of which each item is blank. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.every(isBlankItem));
}

const isBlankItem = (item: unknown): boolean =>
  isBlank(item) || (typeof item === 'object' && item !== null && Object.values(item).every(isBlank));
