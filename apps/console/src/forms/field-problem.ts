import { checkArguments, type OperationWithBody } from '@vpcep/client/checks';
import type { Language } from '../language/languages.js';

/** The way to a field in a body: names of members, and positions in lists. */
export type FieldPath = (string | number)[];

/** What is wrong with a field, as is said beside it. */
export interface FieldProblem {
  readonly path: FieldPath;
  readonly message: string;
}

/** What the client's checks find wrong with a body, before it is sent. */
export function problemsOf(operation: OperationWithBody, args: unknown, language: Language): FieldProblem[] {
  return checkArguments(operation, args)
    .filter(({ path: [part] }) => part === 'body')
    .map(({ path, message }) => ({ path: path.slice(1), message: message[language] }));
}

/** Whether a field is at a place, or in what is there, such as in a row. */
export const isWithin = (field: FieldPath, place: FieldPath): boolean =>
  place.every((segment, index) => segment === field[index]);

export const isSamePath = (a: FieldPath, b: FieldPath): boolean =>
  a.length === b.length && a.every((segment, index) => segment === b[index]);
