import { innerSchemas, type SchemaObject } from './schema-words.js';

/** The keywords whose schemas are held against the same value. */
const inPlace = ['allOf', 'anyOf', 'dependencies', 'dependentSchemas', 'else', 'if', 'not', 'oneOf', 'then'];

/**
 * Makes what finds schemas that would be held against one value for ever, since they hold themselves and no value is
 * followed on the way. Each schema is looked at once.
 */
export function createEndlessCheck(): (schema: SchemaObject) => boolean {
  const known = new Map<SchemaObject, 'open' | 'endless' | 'ends'>();
  return function isEndless(schema) {
    const state = known.get(schema);
    if (state !== undefined) return state !== 'ends';
    known.set(schema, 'open');
    const inner = innerSchemas(schema).filter(({ path: [keyword = ''] }) => inPlace.includes(keyword));
    const endless = inner.some((each) => isEndless(each.schema));
    known.set(schema, endless ? 'endless' : 'ends');
    return endless;
  };
}
