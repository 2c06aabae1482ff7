import { VpcepValidationError } from '../errors/vpcep-error.js';

/**
 * What may be given, by name: `function`, or the kind that an object says it is, such as `Object`, `Boolean` or
 * `AbortSignal`. Empty where who uses the value checks it.
 */
export type Kinds = Readonly<Record<string, string>>;

/**
 * Holds options or arguments to the names that are known, and to their kinds. What is undefined counts as left out. An
 * instance of a class may have members besides, and those that are known in its prototype.
 *
 * @param prefix Stands before the names in errors, such as `hooks.`.
 * @param remedy What else to say of a name that is unknown, with a semicolon and a blank at its end.
 * @throws VpcepValidationError, which does not repeat the value.
 */
export function checkKnown(given: object, kinds: Kinds, prefix = '', remedy = (_name: string) => ''): void {
  for (const name of Object.keys(given.constructor === Object ? given : kinds)) {
    const value: unknown = Reflect.get(given, name);
    const field = prefix + name;
    if (!Object.hasOwn(kinds, name)) {
      throw new VpcepValidationError(field, `is unknown; ${remedy(name)}known are ${Object.keys(kinds).join(', ')}`);
    }
    if (value !== undefined && kinds[name]) checkKind(field, value, kinds[name]);
  }
}

/** @throws VpcepValidationError, which does not repeat the value, when it is of another kind. */
export function checkKind(field: string, value: unknown, kind: string): asserts value is object {
  if (typeof value !== kind && Object.prototype.toString.call(value) !== `[object ${kind}]`) {
    throw new VpcepValidationError(field, `must be of type ${kind}`);
  }
}
