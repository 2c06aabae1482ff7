/** A schema, as far as validators are made from it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
}

/** What schemas are composed of: the keywords of `keywords.ts`, or what stands for them. */
export interface Keywords<T> {
  schema(...keywords: readonly T[]): T;
  type(...types: readonly string[]): T;
  enumeration(...values: readonly unknown[]): T;
  constant(value: unknown): T;
  minimum(limit: number): T;
  maximum(limit: number): T;
  minLength(limit: number): T;
  maxLength(limit: number): T;
  pattern(rule: RegExp): T;
  format(name: string): T;
  minItems(limit: number): T;
  maxItems(limit: number): T;
  uniqueItems(): T;
  items(item: T): T;
  minProperties(limit: number): T;
  maxProperties(limit: number): T;
  required(...names: readonly string[]): T;
  properties(members: Readonly<Record<string, T>>): T;
  closed(members: Readonly<Record<string, T>>): T;
  additionalProperties(names: readonly string[], member: T): T;
  propertyNames(rule: T): T;
  not(rule: T): T;
  anyOf(...branches: readonly T[]): T;
  when(condition: T, then: T, otherwise: T): T;
  satisfying(rule: string): T;
}

/** How a schema is compiled. */
export interface Compilation<T> {
  readonly keywords: Keywords<T>;
  /** Compiles a schema inside of it. */
  readonly inner: (schema: JsonSchema) => T;
  /** What stands for a reference. */
  readonly referred: (reference: string) => T;
}

/** Keywords in the order in which Ajv comes to them, by the kind of value that they are about. */
const order = {
  any: ['$ref', 'const', 'enum', 'not', 'anyOf', 'if', 'satisfies'],
  number: ['maximum', 'minimum'],
  string: ['maxLength', 'minLength', 'pattern', 'format'],
  array: ['maxItems', 'minItems', 'uniqueItems', 'items'],
  object: ['maxProperties', 'minProperties', 'required', 'propertyNames', 'additionalProperties', 'properties'],
} as const;
type Keyword = (typeof order)[keyof typeof order][number];

const known = new Set<string>(Object.values(order).flat());

/** What says nothing about which values are allowed. */
const annotations = /^(\$schema|\$defs|description|title|default|deprecated|examples?|readOnly|then|else|type|x-.+)$/;

/**
 * Composes what a schema asks for of its keywords.
 *
 * @throws Error when it has a keyword that there is nothing for.
 */
export function compileSchema<T>(schema: JsonSchema, compilation: Compilation<T>): T {
  const { keywords } = compilation;
  const unknown = Object.keys(schema).find((keyword) => !known.has(keyword) && !annotations.test(keyword));
  if (unknown !== undefined) throw new Error(`there is no validator for the keyword ${unknown}`);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const type = types.length === 0 ? [] : [keywords.type(...types)];
  const groups = Object.entries(order).map(([kind, names]) => {
    const own = names.flatMap((name) => (schema[name] === undefined ? [] : compileKeyword(name, schema, compilation)));
    return { isOfType: own.length > 0 && types.length === 1 && types[0] === kind, own };
  });
  // Where a group is about the only type, Ajv tells in its place that the type is another, else before all.
  const isInGroup = groups.some(({ isOfType }) => isOfType);
  const all = [
    ...(isInGroup ? [] : type),
    ...groups.flatMap(({ isOfType, own }) => [...(isOfType ? type : []), ...own]),
  ];
  const [first] = all;
  return first !== undefined && all.length === 1 ? first : keywords.schema(...all);
}

function compileKeyword<T>(name: Keyword, schema: JsonSchema, { keywords, inner, referred }: Compilation<T>): T[] {
  const value = schema[name];
  const { properties = {}, then = {}, else: otherwise = {} } = schema;
  switch (name) {
    case '$ref':
      return [referred(text(value))];
    case 'const':
      return [keywords.constant(scalar(value))];
    case 'enum':
      return [keywords.enumeration(...list(value).map(scalar))];
    case 'pattern':
      return [keywords.pattern(new RegExp(text(value), 'u'))];
    case 'format':
      return [keywords.format(text(value))];
    case 'satisfies':
      return [keywords.satisfying(text(value))];
    case 'uniqueItems':
      return value === true ? [keywords.uniqueItems()] : [];
    case 'required':
      return list(value).length === 0 ? [] : [keywords.required(...list(value).map(text))];
    case 'items':
    case 'not':
    case 'propertyNames':
      return [keywords[name](inner(schemaOf(value)))];
    case 'anyOf':
      return [keywords.anyOf(...list(value).map((branch) => inner(schemaOf(branch))))];
    case 'if':
      return [keywords.when(inner(schemaOf(value)), inner(then), inner(otherwise))];
    case 'properties':
      // Where there may be no others, they are told of together.
      return schema['additionalProperties'] === false ? [] : [keywords.properties(membersOf(properties, inner))];
    case 'additionalProperties':
      if (value === true) return [];
      if (value === false) return [keywords.closed(membersOf(properties, inner))];
      return [keywords.additionalProperties(Object.keys(properties), inner(schemaOf(value)))];
    default:
      return [keywords[name](number(value))];
  }
}

const membersOf = <T>(properties: Readonly<Record<string, JsonSchema>>, inner: (schema: JsonSchema) => T) =>
  Object.fromEntries(Object.entries(properties).map(([member, of]) => [member, inner(of)]));

const fail = (value: unknown): never => {
  throw new Error(`there is no validator for ${JSON.stringify(value)}`);
};
const text = (value: unknown): string => (typeof value === 'string' ? value : fail(value));
const number = (value: unknown): number => (typeof value === 'number' ? value : fail(value));
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : fail(value));
const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const schemaOf = (value: unknown): JsonSchema => (isObject(value) ? value : fail(value));
const scalar = (value: unknown): unknown => (isObject(value) ? fail(value) : value);
