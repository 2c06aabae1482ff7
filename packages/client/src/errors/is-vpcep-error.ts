import { VpcepAbortError, VpcepCallError, VpcepConnectionError, VpcepTimeoutError } from './call-errors.js';
import {
  VpcepAuthenticationError,
  VpcepHttpError,
  VpcepNotFoundError,
  VpcepPermissionError,
  VpcepServerError,
  VpcepThrottlingError,
} from './http-errors.js';
import { VpcepError, VpcepValidationError } from './vpcep-error.js';
import { VpcepWaiterError } from './waiter-error.js';

/** {@link VpcepError} has it. */
const mark = Symbol.for('vpcep');

const classes = {
  VpcepError,
  VpcepValidationError,
  VpcepCallError,
  VpcepConnectionError,
  VpcepTimeoutError,
  VpcepAbortError,
  VpcepHttpError,
  VpcepAuthenticationError,
  VpcepPermissionError,
  VpcepNotFoundError,
  VpcepThrottlingError,
  VpcepServerError,
  VpcepWaiterError,
};

/** The name of a class of errors, such as `VpcepHttpError`. */
export type VpcepErrorName = keyof typeof classes;

/** The class of errors that has the name. */
export type VpcepErrorNamed<Name extends VpcepErrorName> = InstanceType<(typeof classes)[Name]>;

/**
 * Whether something that was thrown is an error of this client. Where `instanceof` knows the classes of one copy of the
 * package alone, this knows the errors of every copy: of one that was installed twice, and of the one that `require()`
 * loads beside `import`. Of the classes that an application derives, it knows those of its own copy; others count as
 * `VpcepError` alone.
 *
 * @param name The class that it has to be of, or of a class below it.
 *
 * @default 'VpcepError'
 *
 * @example
 * if (isVpcepError(error, 'VpcepHttpError')) console.error(error.status, error.code);
 */
export function isVpcepError<Name extends VpcepErrorName = 'VpcepError'>(
  error: unknown,
  name?: Name,
): error is VpcepErrorNamed<Name>;
export function isVpcepError(error: unknown, name: VpcepErrorName = 'VpcepError'): boolean {
  if (!isMarked(error)) return false;
  const wanted = classNamed(name);
  if (wanted === undefined) return false;
  // Another copy has other classes, of the same names.
  const own = classNamed(error.name) ?? classNamed(error[mark]()) ?? VpcepError;
  return error instanceof wanted || own === wanted || own.prototype instanceof wanted;
}

function isMarked(error: unknown): error is { name: unknown; [mark]: () => unknown } {
  return typeof error === 'object' && error !== null && mark in error && typeof error[mark] === 'function';
}

function classNamed(name: unknown): (abstract new (...args: never[]) => VpcepError) | undefined {
  return Object.entries(classes).find(([known]) => known === name)?.[1];
}
