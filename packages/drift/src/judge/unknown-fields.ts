import { resolve, type Document, type Schema } from '@vpcep/openapi/reader';
import { anyName, isRecord, item } from './places.js';

/** A member that no schema of its object names. */
export interface UnknownField {
  /** Names of members, `item` for an item of a list, and `anyName` for a member of a map. */
  steps: string[];
  value: unknown;
}

/**
 * The members of a value that the document does not know. A schema lets members through that it does not name, so that
 * newer answers are valid: this is about those. Where schemas are combined, a name that any of them has is known; an object
 * whose schema names no members at all is free to have any.
 */
export function unknownFields(document: Document, schema: Schema, value: unknown): UnknownField[] {
  return walk(document, [schema], value, []);
}

function walk(
  document: Document,
  schemas: readonly Schema[],
  value: unknown,
  steps: readonly string[],
): UnknownField[] {
  const parts = schemas.flatMap((schema) => partsOf(document, schema));
  if (Array.isArray(value)) {
    const items = parts.flatMap((part) => part.items ?? []);
    return value.flatMap((each: unknown) => walk(document, items, each, [...steps, item]));
  }
  if (!isRecord(value)) return [];
  const isFree = parts.every(
    ({ properties, additionalProperties }) => properties === undefined || additionalProperties === true,
  );
  return Object.entries(value).flatMap(([name, member]) => {
    const here = [...steps, name];
    const named = parts.flatMap(({ properties = {} }) =>
      Object.hasOwn(properties, name) ? (properties[name] ?? []) : [],
    );
    if (named.length > 0) return walk(document, named, member, here);
    const unnamed = parts.flatMap(({ additionalProperties: others }) => (typeof others === 'object' ? others : []));
    if (unnamed.length > 0) return walk(document, unnamed, member, [...steps, anyName]);
    return isFree ? [] : [{ steps: here, value: member }];
  });
}

/** A schema and all that it is combined of. */
function partsOf(document: Document, given: Schema): Schema[] {
  const schema = resolve<Schema>(document, given);
  const { allOf = [], anyOf = [], oneOf = [] } = schema;
  return [schema, ...[...allOf, ...anyOf, ...oneOf].flatMap((part) => partsOf(document, part))];
}
