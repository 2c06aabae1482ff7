/** The fields of an object, whatever they hold. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether the value is an object other than a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a value; none, when it is not an object: what it should be is another rule's concern. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The items of a value; none, when it is not a list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
