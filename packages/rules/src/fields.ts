/** The fields of an object, whatever they hold. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether the value is an object other than a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field of an object; undefined when the value is no object, or has no such field of its own. */
export function fieldOf(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
