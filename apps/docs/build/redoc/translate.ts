import type { TextTable } from '../../src/redoc/text-table.js';
import type { Modules } from './modules.js';
import { rewriteTexts } from './rewrite-texts.js';

/**
 * Says in another language what Redoc's modules say in English: each string, text between tags and part of a template
 * that is what the table has, whole, and what a style shows as its `content`.
 *
 * @throws Error when the table has words that are said nowhere.
 */
export const translate = (modules: Modules, words: TextTable): Modules =>
  rewriteTexts(modules, words, ({ kind, text }, from, to) => {
    if (text === from) return to;
    return kind === 'template' ? text.replaceAll(`content: '${raw(from)}'`, `content: '${raw(to)}'`) : text;
  });

/** A text as it is written within a template. */
const raw = (text: string) => text.replaceAll('\\', '\\\\');
