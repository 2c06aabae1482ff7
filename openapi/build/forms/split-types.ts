import { DocumentError, type Schema } from '../../src/reader.js';

/** What is said of a value whatever its type, and stays beside the choice between types. */
const aboutAll = ['default', 'deprecated', 'description', 'examples', 'readOnly', 'title', 'writeOnly'];

/** The keywords that are about values of some types alone. */
const keywordsOfType: Readonly<Record<string, readonly string[]>> = {
  array: ['items', 'maxItems', 'minItems', 'uniqueItems'],
  boolean: [],
  integer: ['exclusiveMaximum', 'exclusiveMinimum', 'maximum', 'minimum', 'multipleOf'],
  number: ['exclusiveMaximum', 'exclusiveMinimum', 'maximum', 'minimum', 'multipleOf'],
  object: ['additionalProperties', 'maxProperties', 'minProperties', 'properties', 'required'],
  string: ['format', 'maxLength', 'minLength', 'pattern'],
};

/**
 * Says with `anyOf` what a list of types says, each type with the keywords that are about it: many tools read a list of
 * types as one type, or none.
 *
 * @throws DocumentError when a keyword is about none of the types, for then it would be lost.
 */
export function splitTypes(schema: Schema, pointer: string): Schema {
  const { type: types, enum: allowed, ...rest } = schema;
  if (!Array.isArray(types)) return schema;
  const shared = Object.entries(rest).filter(([keyword]) => aboutAll.includes(keyword));
  const own = Object.entries(rest).filter(([keyword]) => !aboutAll.includes(keyword));
  const lost = own.find(([keyword]) => !types.some((type) => isAbout(keyword, type)));
  if (lost !== undefined)
    throw new DocumentError({ pointer }, `no way is known to say ${lost[0]} of one of several types`);
  return {
    ...Object.fromEntries(shared),
    anyOf: types.map((type) => ({
      type,
      ...Object.fromEntries(own.filter(([keyword]) => isAbout(keyword, type))),
      ...(allowed && valuesOf(type, allowed)),
    })),
  };
}

const isAbout = (keyword: string, type: string): boolean => keywordsOfType[type]?.includes(keyword) ?? false;

/** The allowed values of a type. That a boolean is true or false, its type says already. */
function valuesOf(type: string, allowed: readonly unknown[]): Schema {
  const values = allowed.filter((value) => typeOf(value) === type || (type === 'number' && typeof value === 'number'));
  return type === 'boolean' && values.length === 2 ? {} : { enum: values };
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
