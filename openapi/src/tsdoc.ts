import type { Translated } from './catalogued-error.js';
import { DocumentError, type Place } from './document-error.js';
import { referencePage } from './reference-page.js';

export { referencePage } from './reference-page.js';

/** A text of the document, and whether what it is about is deprecated. */
export interface DocumentText {
  description: string;
  deprecated?: boolean | undefined;
}

/** A decision as descriptions name it, and its number. */
export const namedDecision = /(?:decision|(?<=[见和])说明) (\d+)/g;

/** What the reference is called in its languages. */
const reference: Readonly<Record<keyof Translated, string>> = { en: 'the reference', 'zh-CN': 'API 参考' };

/**
 * A tag that leads to a place in the reference.
 *
 * @param address as seen from the folder of the language, such as `operations/createEndpoint/`
 */
export const seeReference = (address: string, language: keyof Translated): string =>
  `@see {@link ${referencePage(address, language)} | ${reference[language]}}`;

/** The first sentence of a text, and what follows it. */
const sentences = /^(.+?(?:\.(?=\s)|。))\s*(.+)$/s;

/**
 * What TSDoc says of something in the document, in Markdown: decisions are links to their pages of the reference, and what
 * is deprecated says why at its tag, where editors show it. The reason is all that follows the first sentence.
 *
 * @throws DocumentError when something is deprecated and its text does not say why.
 */
export function tsdocText({ description, deprecated }: DocumentText, language: keyof Translated, place: Place): string {
  const linked = linkDecisions(description.trim(), language);
  if (deprecated !== true) return linked;
  const [, first, reason] = sentences.exec(linked) ?? [];
  if (first === undefined || reason === undefined)
    throw new DocumentError(place, 'is deprecated, and does not say why');
  return `${first}\n\n@deprecated ${reason}`;
}

/** Makes links of the decisions that a text names. */
export function linkDecisions(text: string, language: keyof Translated): string {
  return text.replace(namedDecision, (name, number: string) => {
    return `[${name}](${referencePage(`decisions/${number}/`, language)})`;
  });
}

/** A comment in TSDoc, with the line break after it. */
export function tsdocComment(text: string, indentation = ''): string {
  const lines = text.replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `${indentation}/** ${text.replaceAll('*/', '*\\/')} */\n`;
  const starred = lines.map((line) => `${indentation} * ${line}`.trimEnd());
  return `${indentation}/**\n${starred.join('\n')}\n${indentation} */\n`;
}
