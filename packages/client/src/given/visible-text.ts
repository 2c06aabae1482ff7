import { VpcepValidationError } from '../errors/vpcep-error.js';

/**
 * A text that can stand in a header and means the same there: a line break would be refused, a blank at an end lost.
 *
 * @throws VpcepValidationError, which does not repeat the value, when it is none.
 */
export function visibleText(field: string, value: unknown): string {
  if (typeof value === 'string' && /^[!-~]+$/.test(value)) return value;
  throw new VpcepValidationError(field, 'must be a non-empty string of visible ASCII characters');
}
