import type { TextTable } from '../../src/redoc/text-table.js';
import { rewriteTexts, type Sources } from './rewrite-texts.js';

/**
 * Says in another language what Redoc's modules say in English: each string, text between tags and part of a template
 * that is what the table has, whole, and what a style shows as its `content`.
 *
 * @returns the modules that the table changes.
 * @throws Error when the table has words that are said nowhere.
 */
export const translate = (sources: Sources, words: TextTable): Map<string, string> =>
  rewriteTexts(sources, words, ({ kind, text }, from, to) => {
    if (text === from) return to;
    return kind === 'template' ? text.replaceAll(`content: '${raw(from)}'`, `content: '${raw(to)}'`) : text;
  });

/** A text as it is written within a template. */
const raw = (text: string) => text.replaceAll('\\', '\\\\');
