import type { TextTable } from '../../src/redoc/text-table.js';
import { rewriteTexts, type Sources } from './rewrite-texts.js';

/**
 * Puts variables in the place of colours in the styles of Redoc's modules, and in the strings that these are made from.
 *
 * @returns the modules that the table changes.
 * @throws Error when the table has a colour that no style has.
 */
export const recolour = (sources: Sources, colours: TextTable): Map<string, string> =>
  rewriteTexts(sources, colours, ({ kind, text }, from, to) => {
    if (kind === 'jsx') return text;
    const [, property = '', colour = from] = /^([\w-]+: )(.*)$/.exec(from) ?? [];
    return text.replaceAll(new RegExp(`(?<![\\w-])${literally(property + colour)}(?![\\w-])`, 'g'), property + to);
  });

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
