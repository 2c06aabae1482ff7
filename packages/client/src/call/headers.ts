import { VpcepValidationError } from '../errors/vpcep-error.js';

/** Headers as an object, as `Headers`, or as pairs of name and value. What is undefined or null is left out. */
export type HeadersLike =
  | Readonly<Record<string, string | null | undefined>>
  | Iterable<readonly [name: string, value: string | null | undefined]>;

/**
 * Headers by their names in lower case, with others put over them.
 *
 * @throws VpcepValidationError when a name or a value is none.
 */
export function mergeHeaders(base: Record<string, string>, own: HeadersLike): Record<string, string> {
  const headers = new Headers(base);
  let field = 'headers';
  try {
    for (const [name, value] of Symbol.iterator in own ? own : Object.entries(own)) {
      field = `headers.${name}`;
      if (value !== undefined && value !== null) headers.set(name, value);
    }
  } catch {
    // The error of the platform repeats the value, which may be secret.
    throw new VpcepValidationError(field, 'must be names and values that HTTP allows');
  }
  return Object.fromEntries(headers);
}
