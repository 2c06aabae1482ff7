import { VpcepValidationError } from '../errors/vpcep-error.js';

/**
 * A body as JSON.
 *
 * @throws VpcepValidationError when JSON cannot say it, such as a function, a BigInt, or what holds itself.
 */
export function toJson(body: unknown): string {
  let cause: unknown;
  try {
    // Undefined for what JSON leaves out, whatever the type says.
    const text = JSON.stringify(body) as string | undefined;
    if (text !== undefined) return text;
  } catch (error) {
    cause = error;
  }
  throw new VpcepValidationError('body', 'must be something that JSON can say', { cause });
}
