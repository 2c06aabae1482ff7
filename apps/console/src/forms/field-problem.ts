import type { OperationId } from '@vpcep/client';
import { checkArguments, type LaterState } from '@vpcep/client/checks';
import type { Language } from '../language/languages.js';

/** The way to a field in a body: names of members, and positions in lists. */
export type FieldPath = (string | number)[];

/** What is wrong with a field, as is said beside it. */
export interface FieldProblem {
  readonly path: FieldPath;
  readonly message: string;
}

/** What the client's checks find wrong with a body by a state of the API, before it is sent. */
export function problemsOf(
  operation: OperationId,
  args: unknown,
  asOf: LaterState | undefined,
  language: Language,
): FieldProblem[] {
  return checkArguments(operation, args, { asOf })
    .filter(({ path: [part] }) => part === 'body')
    .map(({ path, message }) => ({ path: path.slice(1), message: message[language] }));
}

/**
 * A problem as it is said at a field that holds the place of it. The message names that place by its last member: where a
 * field holds what is deeper, such as a policy, it is said which of several.
 */
export function placedAt({ path, message }: FieldProblem, field: FieldPath): FieldProblem {
  const named = path.findLastIndex((segment) => typeof segment === 'string');
  const way = isWithin(path, field) ? path.slice(field.length, named) : [];
  const [first = '', ...rest] = way.map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${segment}`));
  return {
    path: field,
    message: way.length === 0 ? message : `${first.replace(/^\./, '') + rest.join('')}: ${message}`,
  };
}

/** Whether a field is at a place, or in what is there, such as in a row. */
export const isWithin = (field: FieldPath, place: FieldPath): boolean =>
  place.every((segment, index) => segment === field[index]);

export const isSamePath = (a: FieldPath, b: FieldPath): boolean =>
  a.length === b.length && a.every((segment, index) => segment === b[index]);
