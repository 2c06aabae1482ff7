import { createHash } from 'node:crypto';
import { childPath, type HumanText } from './human-texts.js';

/** An action of an overlay that translates the texts of one object. */
export interface Translation {
  target: string;
  update: Record<string, string>;
  /** For each text, the fingerprint of the English text that was translated. */
  'x-english': Record<string, string>;
}

/** A text whose translation is missing or out of date. */
export interface Untranslated extends HumanText {
  /** The translation of the same English text elsewhere, which may do here too. */
  known?: string;
  /** The translation of what the English text used to be. */
  outdated?: string;
}

interface TranslatedText {
  target: string;
  field: string;
  place: string;
  text: string;
  fingerprint: string | undefined;
}

/** The first 8 hexadecimal digits of the SHA-256 of an English text: enough to notice that it has changed. */
export function fingerprint(english: string): string {
  return createHash('sha256').update(english).digest('hex').slice(0, 8);
}

/** What is wrong with the translations of a document's texts, one line for each text. */
export function findings(texts: readonly HumanText[], translations: Translation[]): string[] {
  const translated = textsOf(translations);
  const places = new Set(texts.map(({ place }) => place));
  return [
    ...untranslated(texts, translations).map(
      ({ place, outdated }) =>
        `${place} ${outdated === undefined ? 'has no translation' : 'has changed since it was translated'}`,
    ),
    ...translated
      .filter(({ place }) => !places.has(place))
      .map(({ place }) => `${place} is translated, but the document has no such text`),
    ...translated
      .filter(({ place }, index) => translated.findIndex((other) => other.place === place) < index)
      .map(({ place }) => `${place} is translated more than once`),
    ...translations
      .filter(({ update }) => Object.keys(update).length === 0)
      .map(({ target }) => `${target} is the target of an action that translates nothing`),
  ];
}

/** The texts that are still to be translated, in the document's order. */
export function untranslated(texts: readonly HumanText[], translations: Translation[]): Untranslated[] {
  const translated = textsOf(translations).filter(isChinese);
  const byPlace = new Map(translated.map((text) => [text.place, text]));
  const byFingerprint = new Map(translated.map(({ fingerprint, text }) => [fingerprint, text]));
  return texts.flatMap((text) => {
    const found = byPlace.get(text.place);
    if (found?.fingerprint === fingerprint(text.english)) return [];
    const known = byFingerprint.get(fingerprint(text.english));
    return [{ ...text, ...(known !== undefined && { known }), ...(found !== undefined && { outdated: found.text }) }];
  });
}

/**
 * Translations with others added to them, in the document's order. What is added replaces what was there, unless it has
 * been left in English. Translations of texts that the document no longer has are dropped.
 */
export function withAdded(
  texts: readonly HumanText[],
  translations: Translation[],
  added: Translation[],
): Translation[] {
  const byPlace = new Map(
    [...textsOf(translations), ...textsOf(added).filter(isChinese)].map((text) => [text.place, text]),
  );
  return groupedByTarget(texts.flatMap(({ place }) => byPlace.get(place) ?? []));
}

/** A copy of what is bundled, with the texts that its translations put in place of others. */
export function translated<Bundle extends object>(bundle: Bundle, translations: readonly Translation[]): Bundle {
  const updates = new Map(translations.map(({ target, update }) => [target, update]));
  const copy = structuredClone(bundle);
  translate(copy, '$', updates);
  return copy;
}

function translate(node: unknown, target: string, updates: ReadonlyMap<string, Translation['update']>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, child] of Object.entries(node)) {
    translate(child, Array.isArray(node) ? `${target}[${name}]` : childPath(target, name), updates);
  }
  Object.assign(node, updates.get(target));
}

/** Actions for texts, one for each object that holds some of them. */
export function groupedByTarget(
  texts: Pick<TranslatedText, 'target' | 'field' | 'text' | 'fingerprint'>[],
): Translation[] {
  const byTarget = new Map<string, Translation>();
  for (const { target, field, text, fingerprint } of texts) {
    const action = byTarget.get(target) ?? { target, update: {}, 'x-english': {} };
    byTarget.set(target, action);
    action.update[field] = text;
    if (fingerprint !== undefined) action['x-english'][field] = fingerprint;
  }
  return [...byTarget.values()];
}

function textsOf(translations: Translation[]): TranslatedText[] {
  return translations.flatMap(({ target, update, 'x-english': fingerprints }) =>
    Object.entries(update).map(([field, text]) => ({
      target,
      field,
      place: childPath(target, field),
      text,
      fingerprint: fingerprints[field],
    })),
  );
}

function isChinese({ text }: { text: string }): boolean {
  return /\p{Script=Han}/u.test(text);
}
