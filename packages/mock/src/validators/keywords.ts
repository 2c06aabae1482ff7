import { repeatedItems } from '@vpcep/rules';
import { formats } from '../generated/formats.js';
import { keeps, type Validator } from './validator.js';

/*
 * The keywords of JSON Schema of which validators are composed, when the mock is built or as it runs: what each says of a value that it
 * is about, with Ajv's words. Of other values, none says anything.
 */

/** Composes the keywords of one schema. */
export const schema =
  (...keywords: readonly Validator[]): Validator =>
  (value, found) => {
    for (const keyword of keywords) keyword(value, found);
  };

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isList(value);

/** A keyword about values of one kind. */
const about =
  <T>(is: (value: unknown) => value is T, check: (value: T, found: Parameters<Validator>[1]) => void): Validator =>
  (value, found) => {
    if (is(value)) check(value, found);
  };
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: isText,
  number: isNumber,
  // Infinity, which JSON has as 1e400, is one, too, as for Ajv.
  integer: (value) => isNumber(value) && !(value % 1) && !Number.isNaN(value),
  boolean: (value) => typeof value === 'boolean',
  array: isList,
  object: isObject,
  null: (value) => value === null,
};

export const type =
  (...types: readonly string[]): Validator =>
  (value, found) => {
    if (!types.some((one) => kinds[one]?.(value))) found.add('type', `must be ${types.join(',')}`, { type: types });
  };

export const enumeration =
  (...allowedValues: readonly unknown[]): Validator =>
  (value, found) => {
    if (!allowedValues.includes(value)) {
      found.add('enum', 'must be equal to one of the allowed values', { allowedValues });
    }
  };

export const constant =
  (allowedValue: unknown): Validator =>
  (value, found) => {
    if (value !== allowedValue) found.add('const', 'must be equal to constant', { allowedValue });
  };

export const minimum = (limit: number): Validator =>
  about(isNumber, (value, found) => {
    if (!(value >= limit)) found.add('minimum', `must be >= ${limit}`, { limit });
  });

export const maximum = (limit: number): Validator =>
  about(isNumber, (value, found) => {
    if (!(value <= limit)) found.add('maximum', `must be <= ${limit}`, { limit });
  });

/** The number of characters, those outside the basic plane counted once. */
const lengthOf = (text: string): number => Array.from(text).length;

export const minLength = (limit: number): Validator =>
  about(isText, (value, found) => {
    // A character has one code unit or two.
    if (value.length >= 2 * limit || (value.length >= limit && lengthOf(value) >= limit)) return;
    found.add('minLength', `must NOT have fewer than ${limit} characters`, { limit });
  });

export const maxLength = (limit: number): Validator =>
  about(isText, (value, found) => {
    if (value.length <= limit || (value.length <= 2 * limit && lengthOf(value) <= limit)) return;
    found.add('maxLength', `must NOT have more than ${limit} characters`, { limit });
  });

export const pattern = (rule: RegExp): Validator =>
  about(isText, (value, found) => {
    if (!rule.test(value)) {
      found.add('pattern', `must match pattern "${rule.source}"`, { pattern: rule.source });
    }
  });

/**
 * A format that the document has; of numbers, that is `int64`.
 *
 * @throws Error when it is another.
 */
export const format = (name: string): Validator => {
  const message = `must match format "${name}"`;
  if (name === 'int64') {
    return about(isNumber, (value, found) => {
      if (!Number.isInteger(value)) found.add('format', message, { format: name });
    });
  }
  const rule = formats[name];
  if (rule === undefined) throw new Error(`there is no validator for the format ${name}`);
  return about(isText, (value, found) => {
    if (!rule.test(value)) found.add('format', message, { format: name });
  });
};

export const minItems = (limit: number): Validator =>
  about(isList, (value, found) => {
    if (value.length < limit) found.add('minItems', `must NOT have fewer than ${limit} items`, { limit });
  });

export const maxItems = (limit: number): Validator =>
  about(isList, (value, found) => {
    if (value.length > limit) found.add('maxItems', `must NOT have more than ${limit} items`, { limit });
  });

export const uniqueItems = (): Validator =>
  about(isList, (value, found) => {
    for (const { index, first } of repeatedItems(value)) {
      const message = `must NOT have duplicate items (items ## ${first} and ${index} are identical)`;
      found.add('uniqueItems', message, { i: index, j: first });
      return;
    }
  });

export const items = (item: Validator): Validator =>
  about(isList, (value, found) => {
    for (let index = 0; index < value.length && !found.isFull; index++) found.within(index, item, value[index]);
  });

export const minProperties = (limit: number): Validator =>
  about(isObject, (value, found) => {
    if (Object.keys(value).length < limit) {
      found.add('minProperties', `must NOT have fewer than ${limit} properties`, { limit });
    }
  });

export const maxProperties = (limit: number): Validator =>
  about(isObject, (value, found) => {
    if (Object.keys(value).length > limit) {
      found.add('maxProperties', `must NOT have more than ${limit} properties`, { limit });
    }
  });

export const required = (...names: readonly string[]): Validator =>
  about(isObject, (value, found) => {
    for (const name of names) {
      if (value[name] === undefined) {
        found.add('required', `must have required property '${name}'`, { missingProperty: name });
      }
    }
  });

export const properties = (members: Readonly<Record<string, Validator>>): Validator => {
  const entries = Object.entries(members);
  return about(isObject, (value, found) => {
    for (const [name, member] of entries) {
      if (value[name] !== undefined) found.within(name, member, value[name]);
    }
  });
};

/** Properties, and no others than these. */
export const closed = (members: Readonly<Record<string, Validator>>): Validator => {
  const known = new Set(Object.keys(members));
  const noOthers = about(isObject, (value, found) => {
    for (const name of Object.keys(value)) {
      if (found.isFull) return;
      if (!known.has(name)) {
        found.add('additionalProperties', 'must NOT have additional properties', { additionalProperty: name });
      }
    }
  });
  return schema(noOthers, properties(members));
};

/** Other properties than these have values of one kind. */
export const additionalProperties = (names: readonly string[], member: Validator): Validator => {
  const known = new Set(names);
  return about(isObject, (value, found) => {
    for (const [name, one] of Object.entries(value)) {
      if (found.isFull) return;
      if (!known.has(name)) found.within(name, member, one);
    }
  });
};

export const propertyNames = (rule: Validator): Validator =>
  about(isObject, (value, found) => {
    for (const propertyName of Object.keys(value)) {
      if (found.isFull) return;
      if (keeps(rule, propertyName)) continue;
      found.add('propertyNames', 'property name must be valid', { propertyName });
    }
  });

export const not =
  (rule: Validator): Validator =>
  (value, found) => {
    if (keeps(rule, value)) found.add('not', 'must NOT be valid');
  };

export const anyOf =
  (...branches: readonly Validator[]): Validator =>
  (value, found) => {
    const problems = branches.map((branch) => found.aside(branch, value));
    if (problems.some((of) => of.length === 0)) return;
    found.addAll(problems.flat());
    found.add('anyOf', 'must match a schema in anyOf');
  };

/** By a condition, what else holds. */
export const when =
  (condition: Validator, then: Validator, otherwise: Validator): Validator =>
  (value, found) => {
    (keeps(condition, value) ? then : otherwise)(value, found);
  };
