import type { IPrismDiagnostic } from '@stoplight/prism-core';
import { DiagnosticSeverity } from '@stoplight/types';
import type { JSONSchema7Definition } from 'json-schema';

/**
 * Finds arrays that have more items than their schema allows.
 *
 * The validator compares every item with every other where items must be unique, and does so even for an array that is
 * too long: a body within the limit for bodies could keep it busy for hours. Such arrays never get that far.
 */
export function tooLongArrays(
  schema: JSONSchema7Definition | undefined,
  value: unknown,
  path: string[],
): IPrismDiagnostic[] {
  if (typeof schema !== 'object') return [];
  if (Array.isArray(value)) {
    const { maxItems, items } = schema;
    if (maxItems !== undefined && value.length > maxItems) {
      return [
        {
          path,
          code: 'maxItems',
          message: `must NOT have more than ${maxItems} items`,
          severity: DiagnosticSeverity.Error,
        },
      ];
    }
    const itemSchema = Array.isArray(items) ? undefined : items;
    return value.flatMap((item, index) => tooLongArrays(itemSchema, item, [...path, String(index)]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    Object.hasOwn(value, name) ? tooLongArrays(property, value[name as keyof typeof value], [...path, name]) : [],
  );
}
