import { isDeepStrictEqual } from 'node:util';
import { type Document, DocumentError, pointerTo, type Schema } from '@vpcep/openapi/reader';

/** A schema that two states of the document have in different words. */
export interface Difference {
  /** Where it stands in both. */
  pointer: string;
  first: Schema;
  later: Schema;
  /** The keywords that differ. */
  keywords: string[];
}

/**
 * Compares two states of the document, schema by schema.
 *
 * @throws DocumentError where they differ in anything else.
 */
export const differencesOf = (first: Document, later: Document): Difference[] => [...inParts(first, later, '#')];

function* inParts(first: object, later: object, pointer: string): Generator<Difference> {
  for (const { name, one, other } of members(first, later)) {
    const place = pointerTo(pointer, name);
    // The name of the state itself.
    if (place === '#/info/x-as-of') continue;
    if (!isObject(one) || !isObject(other)) throw differs(place);
    const isSchema = name === 'schema' || pointer === '#/components/schemas';
    yield* isSchema ? inSchemas(one, other, place) : inParts(one, other, place);
  }
}

function* inSchemas(first: Schema, later: Schema, pointer: string): Generator<Difference> {
  const keywords: string[] = [];
  for (const { name } of members(first, later)) {
    const place = pointerTo(pointer, name);
    if (name === 'items' && first.items !== undefined && later.items !== undefined) {
      yield* inSchemas(first.items, later.items, place);
    } else if (name === 'properties') {
      for (const field of members(first.properties ?? {}, later.properties ?? {})) {
        const own = pointerTo(place, field.name);
        if (field.one === undefined || field.other === undefined) throw differs(own);
        yield* inSchemas(field.one, field.other, own);
      }
    } else keywords.push(name);
  }
  if (keywords.length > 0) yield { pointer, first, later, keywords };
}

/** The members by which two objects differ. */
function members<Value>(first: Record<string, Value> | object, later: Record<string, Value> | object) {
  const [ones, others] = [new Map<string, Value>(Object.entries(first)), new Map<string, Value>(Object.entries(later))];
  return [...new Set([...ones.keys(), ...others.keys()])]
    .map((name) => ({ name, one: ones.get(name), other: others.get(name) }))
    .filter(({ one, other }) => !isDeepStrictEqual(one, other));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const differs = (pointer: string) =>
  new DocumentError({ pointer }, 'is not the same in all states of the document, and the pages have no words for that');
