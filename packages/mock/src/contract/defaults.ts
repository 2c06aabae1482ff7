import type { JSONSchema7, JSONSchema7Definition } from 'json-schema';

/** Makes a copy of a value that has defaults where members were left out. */
export type Fill = (value: unknown) => unknown;

/**
 * Prepares to fill in the defaults of a schema, at every depth. Most requests have few, so that little is looked at.
 *
 * @returns undefined when there are none
 */
export function defaultsOf(
  schema: JSONSchema7Definition | JSONSchema7Definition[] | undefined,
  known = new Map<JSONSchema7, Fill | undefined>(),
): Fill | undefined {
  if (typeof schema !== 'object' || Array.isArray(schema)) return undefined;
  // What fills in a schema that holds itself is there once it is needed.
  if (known.has(schema)) return known.get(schema) ?? ((value) => known.get(schema)?.(value) ?? value);
  known.set(schema, undefined);
  const fill = fillOf(schema, known);
  known.set(schema, fill);
  return fill;
}

function fillOf(schema: JSONSchema7, known: Map<JSONSchema7, Fill | undefined>): Fill | undefined {
  const ofItems = defaultsOf(schema.items, known);
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const fill = defaultsOf(property, known);
    const fallback = defaultOf(property);
    return fill === undefined && fallback === undefined ? [] : [{ name, fill, fallback }];
  });
  if (ofItems === undefined && members.length === 0) return undefined;
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      return ofItems === undefined ? items : items.map(ofItems);
    }
    const filled: Record<string, unknown> = { ...value };
    for (const { name, fill, fallback } of members) {
      if (Object.hasOwn(filled, name)) filled[name] = fill === undefined ? filled[name] : fill(filled[name]);
      else if (fallback !== undefined) filled[name] = fallback();
    }
    return filled;
  };
}

/** The default of a schema, a copy each time. */
function defaultOf(schema: JSONSchema7Definition): (() => unknown) | undefined {
  const value: JSONSchema7['default'] = typeof schema === 'object' ? schema.default : undefined;
  if (value === undefined) return undefined;
  return typeof value === 'object' && value !== null ? () => structuredClone(value) : () => value;
}
