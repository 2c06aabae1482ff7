import { repeatedItems } from '@vpcep/rules';
import type { JSONSchema7, JSONSchema7Definition } from 'json-schema';
import type { Path, Repetition } from '@vpcep/rules';

/**
 * A schema that allows what it allowed, and equal items as well.
 *
 * Prism's validator compares every item with every other. A body within the limit for bodies, with long lists or large
 * items, could keep it busy for hours; so {@link repetitionsIn} finds those that are equal.
 */
export function withoutUniqueItems(schema: JSONSchema7): JSONSchema7 {
  const { uniqueItems: _, items, properties, ...rules } = schema;
  return {
    ...rules,
    ...(items === undefined ? {} : { items: Array.isArray(items) ? items.map(relaxed) : relaxed(items) }),
    ...(properties === undefined ? {} : { properties: mapValues(properties, relaxed) }),
  };
}

const relaxed = (schema: JSONSchema7Definition): JSONSchema7Definition =>
  typeof schema === 'object' ? withoutUniqueItems(schema) : schema;

/** Finds equal items of lists that their schema does not allow, in time proportional to their size. */
export function* repetitionsIn(
  schema: JSONSchema7Definition | undefined,
  value: unknown,
  path: Path,
): Generator<{ readonly list: Path; readonly repetition: Repetition }> {
  if (typeof schema !== 'object' || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (schema.uniqueItems === true) {
      for (const repetition of repeatedItems(value)) yield { list: path, repetition };
    }
    const items = Array.isArray(schema.items) ? undefined : schema.items;
    for (const [index, item] of value.entries()) yield* repetitionsIn(items, item, [...path, index]);
    return;
  }
  const { properties = {} } = schema;
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (typeof member !== 'object' || !Object.hasOwn(properties, name)) continue;
    yield* repetitionsIn(properties[name], member, [...path, name]);
  }
}

/** A record with other values. */
export const mapValues = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
