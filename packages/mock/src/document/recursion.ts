import { bundle } from './definitions.js';
import { finiteForm } from './finite-schema.js';
import { innerSchemas, mapInner, type SchemaObject } from './schema-words.js';

/** How many schemas one schema may consist of, once what it refers to stands in its place. */
const maxSchemas = 20_000;

/** Why a schema is not used, in words to follow its name. */
const tooLarge = `consists of more than ${maxSchemas} schemas, once all that it refers to is in its place`;

/** How many recursive schemas an example shows in each other where it need not: the first of these that is not too much. */
const shown = [2, 1, 0];

/** How many schemas more than without recursion are too much for that. */
const maxShown = 500;

/** The schemas of a document that hold themselves, and forms of its schemas for those who cannot go round in circles. */
export interface Recursion {
  /** Whether there are any. */
  readonly isAny: boolean;
  /** A schema that refers to {@link definitions} in the place of all that hold themselves. */
  readonly closed: (schema: SchemaObject) => SchemaObject;
  /** What {@link closed} schemas refer to, as the member `__bundled__` of the whole. */
  readonly definitions: Readonly<Record<string, SchemaObject>>;
  /** A schema that comes to an end, of which all values are allowed by this one; why there is none, in words to follow its name. */
  readonly finite: (schema: SchemaObject) => SchemaObject | string;
}

/** Finds the schemas that hold themselves, by Tarjan's algorithm. */
function recursiveAmong(roots: readonly SchemaObject[]): Set<SchemaObject> {
  const found = new Set<SchemaObject>();
  const marks = new Map<SchemaObject, { index: number; low: number; isOpen: boolean }>();
  const stack: SchemaObject[] = [];
  function visit(schema: SchemaObject) {
    const mark = { index: marks.size, low: marks.size, isOpen: true };
    marks.set(schema, mark);
    stack.push(schema);
    for (const { schema: inner } of innerSchemas(schema)) {
      const seen = marks.get(inner);
      if (seen === undefined) mark.low = Math.min(mark.low, visit(inner).low);
      else if (seen.isOpen) mark.low = Math.min(mark.low, seen.index);
      if (inner === schema) found.add(schema);
    }
    if (mark.low === mark.index) {
      const members = stack.splice(stack.indexOf(schema));
      for (const member of members) {
        const known = marks.get(member);
        if (known !== undefined) known.isOpen = false;
        if (members.length > 1) found.add(member);
      }
    }
    return mark;
  }
  for (const root of roots) if (!marks.has(root)) visit(root);
  return found;
}

/** Looks for recursion in schemas, and in all that is in them. */
export function recursionOf(roots: readonly SchemaObject[]): Recursion {
  const recursive = recursiveAmong(roots);
  const names = new Map([...recursive].map((schema, index) => [schema, `schema${index + 1}`]));
  const closedForms = new Map<SchemaObject, SchemaObject>();
  const sizes = new Map<SchemaObject, number>();

  const reference = (schema: SchemaObject): SchemaObject => {
    const name = names.get(schema);
    return name === undefined ? closed(schema) : { $ref: `#/${bundle}/${name}` };
  };
  function closed(schema: SchemaObject): SchemaObject {
    const form = closedForms.get(schema) ?? mapInner(schema, reference);
    closedForms.set(schema, form);
    return form;
  }
  /** How many schemas a schema consists of; those that hold themselves count once. */
  function size(schema: SchemaObject): number {
    const known = sizes.get(schema);
    if (known !== undefined) return known;
    const inner = innerSchemas(schema).map((each) => (recursive.has(each.schema) ? 1 : size(each.schema)));
    const total = inner.reduce((sum, each) => sum + each, 1);
    sizes.set(schema, total);
    return total;
  }

  const finiteForms = new Map<SchemaObject, SchemaObject | string>();
  function finite(schema: SchemaObject): SchemaObject | string {
    const known = finiteForms.get(schema);
    if (known !== undefined) return known;
    const made = makeFinite(schema);
    finiteForms.set(schema, made);
    return made;
  }
  function makeFinite(schema: SchemaObject): SchemaObject | string {
    if (size(schema) > maxSchemas) return tooLarge;
    if (recursive.size === 0) return schema;
    for (const most of shown) {
      const limit = most === 0 ? maxSchemas : size(schema) + maxShown;
      const { form, isTooLarge } = finiteForm(schema, recursive, { most, limit });
      if (!isTooLarge) return form ?? 'needs itself, so that no value is allowed';
    }
    return tooLarge;
  }

  return {
    isAny: recursive.size > 0,
    closed,
    definitions: Object.fromEntries([...names].map(([schema, name]) => [name, closed(schema)])),
    finite,
  };
}
