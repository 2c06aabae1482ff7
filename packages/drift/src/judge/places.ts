import { isWord, maskText } from '../mask.js';

/** What stands in a place for an item of a list, whichever. */
export const item = '[]';

/** What stands in a place for a member of any name. */
export const anyName = '*';

/** A place in an answer, from the names of members, {@link item} and {@link anyName}. */
export const placeText = (steps: readonly string[]): string => ['body', ...steps.map(stepText)].join('');

function stepText(step: string): string {
  if (step === item) return item;
  return `.${step === anyName || isWord(step) ? step : maskText(step)}`;
}

/** The place that a JSON pointer leads to in a value, of names that are known. */
export function placeOf(value: unknown, pointer: string, isKnown: (name: string) => boolean): string {
  const steps: string[] = [];
  let at = value;
  for (const name of namesOf(pointer)) {
    steps.push(Array.isArray(at) ? item : isKnown(name) ? name : anyName);
    at = isRecord(at) ? at[name] : undefined;
  }
  return placeText(steps);
}

/** What a JSON pointer leads to in a value. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  namesOf(pointer).reduce((at, name) => (isRecord(at) ? at[name] : undefined), value);

const namesOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));

/** An object or a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
