import { VpcepError, VpcepValidationError } from '../errors/vpcep-error.js';

/** What is thrown for something that threw while it was read, such as the error of a getter or of a conversion. */
export function unreadable(field: string, cause: unknown): VpcepError {
  return cause instanceof VpcepError ? cause : new VpcepValidationError(field, 'cannot be read', { cause });
}
