import type { IPrismDiagnostic } from '@stoplight/prism-core';
import { DiagnosticSeverity } from '@stoplight/types';
import type { JSONSchema7, JSONSchema7Definition } from 'json-schema';

/**
 * A schema that allows what it allowed, and equal items as well.
 *
 * Prism's validator compares every item with every other. A body within the limit for bodies, with long lists or large
 * items, could keep it busy for hours; so {@link repeatedItems} finds those that are equal.
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

/** Finds lists with equal items that their schema does not allow, in time proportional to their size. */
export function repeatedItems(
  schema: JSONSchema7Definition | undefined,
  value: unknown,
  path: string[],
): IPrismDiagnostic[] {
  if (typeof schema !== 'object' || typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) {
    return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      Object.hasOwn(value, name) ? repeatedItems(property, value[name as keyof typeof value], [...path, name]) : [],
    );
  }
  const itemSchema = Array.isArray(schema.items) ? undefined : schema.items;
  const inside = value.flatMap((item, index) => repeatedItems(itemSchema, item, [...path, String(index)]));
  return schema.uniqueItems === true ? [...firstRepetition(value, path), ...inside] : inside;
}

function firstRepetition(items: readonly unknown[], path: string[]): IPrismDiagnostic[] {
  if (items.length < 2) return [];
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const text = JSON.stringify(item, inOrder);
    const first = seen.get(text);
    if (first !== undefined) {
      const message = `must NOT have duplicate items (items ## ${first} and ${index} are identical)`;
      return [{ path, code: 'uniqueItems', message, severity: DiagnosticSeverity.Error }];
    }
    seen.set(text, index);
  }
  return [];
}

/** Brings the members of objects in one order. */
const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const mapValues = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
