import { harmless } from './harmless.js';

const longest = 60;

/** A text as a message shows it: in one line, and cut where it is long. */
export const shownText = (text: string): string =>
  text.length > longest ? `${harmless(text.slice(0, longest))}… (${text.length} characters)` : harmless(text);

/** A value as a message shows it, so that a text is told from a number. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return `'${shownText(value)}'`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
