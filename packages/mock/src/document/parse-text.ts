import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { DocumentProblem } from './origins.js';

/** How deep the objects and lists of a file may stand in each other. */
export const maxDepth = 200;

/** The encoding of a text, by its mark or, without one, by where its first characters have zeros. */
function encodingOf([first, second]: Buffer): string {
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be';
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return 'utf-8';
}

/** The reader knows one more option than its types do. */
const options = { schema: CORE_SCHEMA, maxDepth };

function decode(content: Buffer, name: string): string {
  try {
    return new TextDecoder(encodingOf(content), { fatal: true }).decode(content);
  } catch (error) {
    throw new DocumentProblem(`${name}: is no text in UTF-8 or UTF-16; save it as UTF-8`, { cause: error });
  }
}

/**
 * Parses a file of a document, in JSON or YAML, with any ends of lines. Dates and other words of YAML stay texts.
 *
 * @throws DocumentProblem when it is neither, with the line and column.
 */
export function parseText(content: Buffer, name: string): unknown {
  const text = decode(content, name);
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // It may be YAML, which can begin like this; if not, the reader of YAML says where it is wrong.
    }
  }
  try {
    return load(text, options);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error as { reason: string; mark?: { line: number; column: number } };
    const rule = reason.startsWith('nesting exceeded') ? `is nested more than ${maxDepth} deep` : reason;
    const place = mark === undefined ? '' : ` at line ${mark.line + 1}, column ${mark.column + 1}`;
    throw new DocumentProblem(`${name}: ${rule}${place}`, { cause: error });
  }
}
