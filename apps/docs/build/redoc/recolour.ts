import type { TextTable } from '../../src/redoc/text-table.js';
import type { Modules } from './modules.js';
import { rewriteTexts } from './rewrite-texts.js';

/**
 * Puts variables in the place of colours in the styles of Redoc's modules, and in the strings that these are made from.
 *
 * @throws Error when the table has a colour that no style has.
 */
export const recolour = (modules: Modules, colours: TextTable): Modules =>
  rewriteTexts(modules, colours, ({ kind, text }, from, to) => {
    if (kind === 'jsx') return text;
    const [, property = '', colour = from] = /^([\w-]+: )(.*)$/.exec(from) ?? [];
    return text.replaceAll(new RegExp(`(?<![\\w-])${literally(property + colour)}(?![\\w-])`, 'g'), property + to);
  });

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
