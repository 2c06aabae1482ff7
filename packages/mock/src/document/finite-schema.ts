import { isSchemaObject, mapInner, type SchemaObject } from './schema-words.js';

/** How far a schema that holds itself is followed. */
export interface Reach {
  /** How many recursive schemas are shown in each other where nothing requires them. */
  readonly most: number;
  /** How many schemas may be made. */
  readonly limit: number;
}

/** A schema that comes to an end, of which all values are allowed by another; undefined when no value comes to an end. */
export interface FiniteForm {
  readonly form: SchemaObject | undefined;
  /** Whether it would have been larger than may be, so that there is none. */
  readonly isTooLarge: boolean;
}

/** Makes a schema that comes to an end from one that may hold some of the `recursive` ones. */
export function finiteForm(
  root: SchemaObject,
  recursive: ReadonlySet<SchemaObject>,
  { most, limit }: Reach,
): FiniteForm {
  let made = 0;

  /**
   * A schema within the recursive ones of a path; with `isNeeded`, a value cannot do without it. The names are those of
   * members that are needed besides, as what stands beside it says.
   */
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

  function finiteParts(
    schema: SchemaObject,
    path: readonly SchemaObject[],
    names: readonly unknown[],
  ): SchemaObject | undefined {
    made += 1;
    if (made > limit) return undefined;
    const { properties, items, allOf, oneOf, anyOf, ...others } = schema;
    const needed = [...names, ...requiredIn(schema)];
    const parts: SchemaObject = {};
    if (isSchemaObject(properties)) {
      const kept: [string, unknown][] = [];
      for (const [name, property] of Object.entries(properties)) {
        const isNeeded = needed.includes(name);
        const form = isSchemaObject(property) ? finiteIn(property, path, isNeeded) : property;
        if (form !== undefined) kept.push([name, form]);
        else if (isNeeded) return undefined;
      }
      parts['properties'] = Object.fromEntries(kept);
    }
    if (isSchemaObject(items)) {
      const isNeeded = Number(schema['minItems'] ?? 0) > 0;
      const form = finiteIn(items, path, isNeeded);
      if (form === undefined && isNeeded) return undefined;
      if (form === undefined) parts['const'] = [];
      else parts['items'] = form;
    } else if (items !== undefined) others['items'] = items;
    if (Array.isArray(allOf)) {
      const forms: unknown[] = [];
      for (const each of allOf as unknown[]) {
        const form = isSchemaObject(each) ? finiteIn(each, path, true, needed) : each;
        if (form === undefined) return undefined;
        forms.push(form);
      }
      parts['allOf'] = forms;
    }
    for (const [word, choices] of [
      ['oneOf', oneOf],
      ['anyOf', anyOf],
    ] as const) {
      if (!Array.isArray(choices)) continue;
      const formsOf = (isNeeded: boolean) =>
        choices.flatMap((each: unknown) =>
          isSchemaObject(each) ? (finiteIn(each, path, isNeeded, needed) ?? []) : [each],
        );
      // Only where nothing else is left does a value need more of what is recursive.
      let forms = formsOf(false);
      if (forms.length === 0) forms = formsOf(true);
      if (forms.length === 0) return undefined;
      parts[word] = forms;
    }
    return { ...mapInner(others, (inner) => finiteIn(inner, path, false) ?? false), ...parts };
  }

  const form = finiteIn(root, [], true);
  return made > limit ? { form: undefined, isTooLarge: true } : { form, isTooLarge: false };
}

/** The names that a schema requires, itself or by all that it consists of. */
function requiredIn({ required, allOf }: SchemaObject): unknown[] {
  const own = Array.isArray(required) ? (required as unknown[]) : [];
  const parts = Array.isArray(allOf) ? (allOf as unknown[]) : [];
  const names = parts.flatMap((part) =>
    isSchemaObject(part) && Array.isArray(part['required']) ? (part['required'] as unknown[]) : [],
  );
  return [...own, ...names];
}
