import { innerSchemas, mapInner, type SchemaObject } from './schema-words.js';

/** How many schemas one schema may consist of, once what it refers to stands in its place. */
export const maxSchemas = 20_000;

/** How many recursive schemas an example shows in each other where it need not: the first of these that is not too much. */
const shown = [2, 1];

/** How many schemas are too much for that. */
const maxShown = 500;

/** Where validators find the schemas that hold themselves. */
export const bundle = '__bundled__';

/** The schemas of a document that hold themselves, and forms of its schemas for those who cannot go round in circles. */
export interface Recursion {
  /** Whether there are any. */
  readonly isAny: boolean;
  /** How many schemas a schema consists of; those that hold themselves count once. */
  size(schema: SchemaObject): number;
  /** A schema that refers to {@link definitions} in the place of all that hold themselves. */
  readonly closed: (schema: SchemaObject) => SchemaObject;
  /** What {@link closed} schemas refer to, as the member `__bundled__` of the whole. */
  readonly definitions: Readonly<Record<string, SchemaObject>>;
  /** A schema without an end in itself, of which all values are allowed by this one; undefined when there is none. */
  readonly finite: (schema: SchemaObject) => SchemaObject | undefined;
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
  function size(schema: SchemaObject): number {
    const known = sizes.get(schema);
    if (known !== undefined) return known;
    const inner = innerSchemas(schema).map((each) => (recursive.has(each.schema) ? 1 : size(each.schema)));
    const total = inner.reduce((sum, each) => sum + each, 1);
    sizes.set(schema, total);
    return total;
  }

  /** What makes a schema finite that shows so many recursive ones in each other. */
  const finiteTo = (most: number) => {
    /** A schema within those of a path, as {@link Recursion.finite}; with `isNeeded`, a value cannot do without it. */
    function finiteIn(
      schema: SchemaObject,
      path: readonly SchemaObject[],
      isNeeded: boolean,
      names: readonly unknown[] = [],
    ): SchemaObject | undefined {
      if (!recursive.has(schema)) return finiteParts(schema, path, names);
      if (path.includes(schema) || (!isNeeded && path.length >= most)) return undefined;
      return finiteParts(schema, [...path, schema], names);
    }
    /** With the names of members that are needed besides, as what stands beside it says. */
    function finiteParts(
      schema: SchemaObject,
      path: readonly SchemaObject[],
      names: readonly unknown[],
    ): SchemaObject | undefined {
      const { properties, items, minItems, allOf, oneOf, anyOf } = schema;
      const needed = [...names, ...requiredIn(schema)];
      const made: SchemaObject = mapInner(schema, (inner) => finiteIn(inner, path, false) ?? false);
      if (isMap(properties)) {
        const kept: [string, unknown][] = [];
        for (const [name, property] of Object.entries(properties)) {
          const isNeeded = needed.includes(name);
          const form = isMap(property) ? finiteIn(property, path, isNeeded) : property;
          if (form !== undefined) kept.push([name, form]);
          else if (isNeeded) return undefined;
        }
        made['properties'] = Object.fromEntries(kept);
      }
      if (isMap(items)) {
        const isNeeded = Number(minItems ?? 0) > 0;
        const form = finiteIn(items, path, isNeeded);
        if (form === undefined && isNeeded) return undefined;
        if (form === undefined) {
          delete made['items'];
          made['const'] = [];
        } else made['items'] = form;
      }
      if (Array.isArray(allOf)) {
        const forms = allOf.map((each: unknown) => (isMap(each) ? finiteIn(each, path, true, needed) : each));
        if (forms.includes(undefined)) return undefined;
        made['allOf'] = forms;
      }
      for (const [word, choices] of [
        ['oneOf', oneOf],
        ['anyOf', anyOf],
      ] as const) {
        if (!Array.isArray(choices) || choices.length === 0) continue;
        const forms = choices.flatMap((each: unknown) =>
          isMap(each) ? (finiteIn(each, path, true, needed) ?? []) : [each],
        );
        if (forms.length === 0) return undefined;
        made[word] = forms;
      }
      return made;
    }
    return (schema: SchemaObject) => finiteIn(schema, [], true);
  };
  const [first, ...others] = shown.map(finiteTo);

  return {
    isAny: recursive.size > 0,
    size,
    closed,
    definitions: Object.fromEntries([...names].map(([schema, name]) => [name, closed(schema)])),
    finite(schema) {
      const form = first?.(schema);
      if (form === undefined || size(form) <= maxShown) return form;
      return others.map((make) => make(schema)).find((other) => other !== undefined && size(other) <= maxShown) ?? form;
    },
  };
}

/** The names that a schema requires, itself or by all that it consists of. */
function requiredIn({ required, allOf }: SchemaObject): unknown[] {
  const own = Array.isArray(required) ? (required as unknown[]) : [];
  const parts = Array.isArray(allOf) ? (allOf as unknown[]) : [];
  const names = parts.flatMap((part) =>
    isMap(part) && Array.isArray(part['required']) ? (part['required'] as unknown[]) : [],
  );
  return [...own, ...names];
}

const isMap = (value: unknown): value is SchemaObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
