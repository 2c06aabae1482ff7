import type { Explained, Paragraph } from '../src/document/document-texts.js';

/** The decisions are for readers of the document. */
const decisions = /\s*(See decisions? \d+(?:(?:, | and )\d+)*\.|见说明 ?\d+(?:[、和 ]+\d+)*。)/g;
/** The first sentence, up to what ends or explains it; what is in brackets, or inside of a number or name, ends nothing. */
const firstSentence = /^(?:\([^)]*\)|（[^）]*）|.)+?(?:[.:;](?=\s|$)|[。：；]|$)/su;

/** The paragraphs and the items of lists of a description, each on one line. Nothing of it is set in bold. */
export const paragraphsOf = (description: string): Paragraph[] =>
  description
    .replace(decisions, '')
    .replaceAll('**', '')
    .trim()
    .split(/\n{2,}|\n(?=- )/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, joint).trim())
    .filter((paragraph) => paragraph !== '');

/** Takes a description apart: its first sentence, the values that it explains one by one, and what comes before and after these. */
export function explain(description: string) {
  const paragraphs = paragraphsOf(description);
  const [opening = '', ...rest] = paragraphs;
  const [sentence = ''] = firstSentence.exec(opening) ?? [];
  const others = [opening.slice(sentence.length).trim(), ...rest].filter((paragraph) => paragraph !== '');
  const explained: Explained[] = [];
  const before: Paragraph[] = [];
  const after: Paragraph[] = [];
  for (const paragraph of others) {
    const [, value, text = ''] = /^- `([^`]+)`[:：]\s*(.+)$/su.exec(paragraph) ?? [];
    if (value !== undefined) explained.push({ value, text: capitalised(text) });
    else (explained.length === 0 ? before : after).push(capitalised(paragraph.replace(/^- /, '')));
  }
  return { sentence: capitalised(sentence), before, explained, after };
}

/** Lines are joined by a space, but not where both sides are Chinese. */
function joint(line: string, offset: number, whole: string): string {
  const around = [whole.charAt(offset - 1), whole.charAt(offset + line.length)];
  return around.every((character) => /[\p{Script=Han}，。：；、（）]/u.test(character)) ? '' : ' ';
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
