import { ControlError } from './control-error.js';

/**
 * A copy of what was given from code, as it would have arrived over HTTP: what is undefined is left out, and nothing that
 * happens to the original later matters.
 *
 * @throws ControlError when JSON cannot say it.
 */
export const plainCopy = <T extends object>(value: T): T => JSON.parse(plainText(value)) as T;

/**
 * What was given from code, as it is sent over HTTP.
 *
 * @throws ControlError when JSON cannot say it.
 */
export function plainText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : [String(error)];
    throw new ControlError(`body must be something that JSON can say: ${reason}.`);
  }
}
