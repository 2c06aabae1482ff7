import { isObject } from './origins.js';

/** The keywords of JSON Schema whose value is a schema, a list of schemas, or schemas by names. */
const one = [
  'additionalItems',
  'additionalProperties',
  'contains',
  'contentSchema',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
];
const several = ['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems'];
const named = ['$defs', 'definitions', 'dependencies', 'dependentSchemas', 'patternProperties', 'properties'];

/** Whether a keyword has schemas as its value, or in it. */
export const isSchemaWord = (word: string): boolean => [...one, ...several, ...named].includes(word);

/** A schema of JSON Schema that is an object, whatever is in it. */
export type SchemaObject = Record<string, unknown>;

/** A schema within a schema, and the way to it. */
export interface Inner {
  readonly schema: SchemaObject;
  readonly path: readonly string[];
}

/** Whether a value is a schema that is an object, and not `true` or `false`. */
export const isSchemaObject = (value: unknown): value is SchemaObject => isObject(value) && !Array.isArray(value);

/** The schemas right within a schema, in the order of their names. */
export function innerSchemas(schema: SchemaObject): Inner[] {
  const found: Inner[] = [];
  const add = (value: unknown, ...path: string[]) => {
    if (isSchemaObject(value)) found.push({ schema: value, path });
  };
  for (const keyword of one) add(schema[keyword], keyword);
  for (const keyword of several) {
    const list = schema[keyword];
    if (Array.isArray(list)) for (const [index, value] of list.entries()) add(value, keyword, String(index));
  }
  for (const keyword of named) {
    const map = schema[keyword];
    if (isSchemaObject(map)) for (const [name, value] of Object.entries(map)) add(value, keyword, name);
  }
  return found;
}

/** A copy of a schema in which each schema right within it is another one. */
export function mapInner(schema: SchemaObject, change: (inner: SchemaObject) => unknown): SchemaObject {
  const mapped = { ...schema };
  const changed = (value: unknown): unknown => (isSchemaObject(value) ? change(value) : value);
  for (const keyword of one) if (isSchemaObject(mapped[keyword])) mapped[keyword] = changed(mapped[keyword]);
  for (const keyword of several) {
    const list = mapped[keyword];
    if (Array.isArray(list)) mapped[keyword] = list.map(changed);
  }
  for (const keyword of named) {
    const map = mapped[keyword];
    if (!isSchemaObject(map)) continue;
    mapped[keyword] = Object.fromEntries(Object.entries(map).map(([name, value]) => [name, changed(value)]));
  }
  return mapped;
}
