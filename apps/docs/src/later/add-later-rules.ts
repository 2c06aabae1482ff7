import { type Document, DocumentError, operationsOf, type Schema, valueAt } from '@vpcep/openapi/reader';
import { fieldsOf } from '../operations/operation-fields.js';
import type { Language } from '../site/languages.js';
import { differencesOf } from './differences.js';
import { type LaterRule, laterRulesOf, type LaterSchema } from './later-rule.js';
import { ruleInWords } from './rule-in-words.js';

/** A state of the API that came after the one that the pages are about. */
export interface State {
  /** Its month. */
  asOf: string;
  document: Document;
}

/**
 * Says at each schema what later states ask of it in another way, as `x-later`.
 *
 * @param states the later ones, the earliest first, in the language of the document.
 * @returns a copy of the document.
 * @throws DocumentError when a state differs in what there are no words for, or where no field would show it.
 */
export function addLaterRules(document: Document, states: readonly State[], language: Language): Document {
  const copy = structuredClone(document);
  const places = new Map<LaterRule, string>();
  let before = document;
  for (const { asOf, document: later } of states) {
    for (const difference of differencesOf(before, later)) {
      const rule = ruleInWords(difference, later, language, asOf);
      places.set(rule, difference.pointer);
      // The differences are between schemas.
      const schema = valueAt(copy, difference.pointer) as Schema;
      Object.assign(schema, { 'x-later': [...laterRulesOf(schema), rule] } satisfies LaterSchema);
    }
    before = later;
  }
  const shown = new Set(
    operationsOf(copy)
      .map((described) => fieldsOf(copy, described))
      .flatMap(({ sent, received }) => [...sent, ...received])
      .flatMap(({ schema, items }) => [...laterRulesOf(schema), ...laterRulesOf(items)]),
  );
  for (const [rule, pointer] of places) {
    if (!shown.has(rule)) throw new DocumentError({ pointer }, 'has another rule in a later state, and is no field');
  }
  return copy;
}
