import { VpcepValidationError } from '../errors/vpcep-error.js';

/**
 * Writes the query of a URL. The document has no other values than texts and numbers; those that are undefined or null
 * are left out.
 *
 * @throws VpcepValidationError when a value is neither, or is a text that UTF-8 cannot say.
 */
export function serializeQuery(values: Record<string, unknown>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => {
      if (typeof value === 'string' ? !/\p{Cs}/u.test(value) : Number.isFinite(value)) {
        return `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
      }
      throw new VpcepValidationError(`query.${name}`, 'must be a number, or a string without lone surrogates');
    })
    .join('&');
}
