import type { Path } from '@vpcep/rules';
import type { JSONSchema7, JSONSchema7Definition } from 'json-schema';

/** A body without the fields that the document does not know, and those. */
export interface Taken {
  readonly body: unknown;
  /** Where fields were taken out, from the body on. */
  readonly places: readonly Path[];
  /** Those that stood in the body itself. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Takes out of a body what its schema allows at no place: the unknown fields of objects that are closed. */
export function takeUnknown(schema: JSONSchema7 | undefined, body: unknown): Taken {
  const places: Path[] = [];
  const known = schema === undefined ? body : knownOf(schema, body, [], places);
  const names = new Set(places.flatMap((place) => (place.length === 1 ? place : [])));
  const fields = isObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name))) : {};
  return { body: known, places, fields };
}

function knownOf(schema: JSONSchema7Definition | undefined, value: unknown, path: Path, places: Path[]): unknown {
  if (typeof schema !== 'object') return value;
  const { items, properties = {}, additionalProperties } = schema;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (items === undefined || Array.isArray(items)) return list;
    return list.map((item, index) => knownOf(items, item, [...path, index], places));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      const place = [...path, name];
      if (Object.hasOwn(properties, name)) return [[name, knownOf(properties[name], member, place, places)]];
      if (additionalProperties !== false) return [[name, member]];
      places.push(place);
      return [];
    }),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
