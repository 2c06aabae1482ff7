import { vocabulary } from '../generated/vocabulary.js';
import { breachesOf, shapeCheck, shortened } from './breaches.js';

/** Finds what is wrong with the words that the project adds to OpenAPI, in an operation or a schema that has some. */
export function checkWords(
  holder: Readonly<Record<string, unknown>>,
  fail: (path: readonly string[], rule: string) => void,
): void {
  for (const [word, shape] of Object.entries(vocabulary)) {
    if (!(word in holder)) continue;
    const holds = shapeCheck(shape);
    if (holds(holder[word])) continue;
    for (const { path, rule, value } of breachesOf(holds.errors, holder[word])) {
      fail([word, ...path], `${rule}, not ${shortened(value)}`);
    }
  }
}
