import { ControlError } from './control-error.js';

/**
 * A copy of what was given from code, as it would have arrived over HTTP: what is undefined is left out, and nothing that
 * happens to the original later matters.
 *
 * @throws ControlError when JSON cannot say it.
 */
export function plainCopy(value: unknown): unknown {
  let text: string | undefined;
  try {
    text = toJson(value);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new ControlError(`body must be something that JSON can say: ${reason}.`);
  }
  return text === undefined ? undefined : JSON.parse(text);
}

/** Of what is undefined, or a function, there is no text, whatever the library's types say. */
const toJson: (value: unknown) => string | undefined = JSON.stringify;
