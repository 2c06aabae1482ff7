import { readFileSync } from 'node:fs';
import { MockStartError } from '../mock-start-error.js';
import { checkCredentials, type KnownCredentials } from './credentials.js';

/**
 * Reads known credentials from a file in JSON.
 *
 * @throws MockStartError when it cannot be read or is not valid.
 */
export function readCredentials(file: string): KnownCredentials {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new MockStartError(`cannot read the credentials ${file}: there is no such file, or it may not be read`, {
      cause: error,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message shows a piece of the file, in which there are secrets.
    throw new MockStartError(`cannot use the credentials ${file}: it is not valid JSON`);
  }
  return checkCredentials(value, `cannot use the credentials ${file}`);
}
