import { DocumentError } from './document-error.js';
import type { Reference } from './document-types.js';
import { valueAt } from './pointer.js';

/** A part of the document, and the JSON pointer of where it is written. */
export interface Located<Part> {
  readonly pointer: string;
  readonly value: Part;
}

/**
 * What a reference leads to, over as many others as it takes; anything else is itself. What stands beside a reference wins
 * over what it leads to.
 *
 * @throws DocumentError when a reference leads nowhere, or back to itself.
 */
export function resolve<Part extends object>(document: object, part: Part | Reference): Part {
  return locate(document, part, '#').value;
}

/**
 * Like {@link resolve}, and says where the part is written.
 *
 * @param pointer - where the given part stands.
 */
export function locate<Part extends object>(
  document: object,
  part: Part | Reference,
  pointer: string,
  followed: readonly string[] = [],
): Located<Part> {
  if (!isReference(part)) return { pointer, value: part };
  const { $ref, ...beside } = part;
  if (followed.includes($ref)) throw new DocumentError({ pointer: $ref }, 'this refers to itself');
  // A reference leads to what can stand in its place: lint holds the document to that.
  const target = valueAt(document, $ref) as Part | Reference;
  const found = locate(document, target, $ref, [...followed, $ref]);
  return Object.keys(beside).length === 0 ? found : { ...found, value: { ...found.value, ...beside } };
}

const isReference = (part: object): part is Reference => '$ref' in part && typeof part.$ref === 'string';
