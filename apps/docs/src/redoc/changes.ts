import { fileURLToPath } from 'node:url';
import type { Language } from '../site/languages.js';
import { chineseWords } from './chinese-words.js';
import type { TextTable } from './text-table.js';

/** What is changed of Redoc beside its patches and colours. */
export interface Changes {
  /** What it says in English, in the language of the pages. */
  words: TextTable;
  /** Files of ours that stand in for modules of Redoc, or for packages that it uses. */
  replacements: Readonly<Record<string, string>>;
}

const ours = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What the pages change of Redoc: each file says why. */
const replacements = {
  'heading-anchors': ours('heading-anchors.ts'),
  'later-rules': ours('later-rules.tsx'),
  'common-elements/linkify': ours('no-share-links.ts'),
  polished: ours('colour-mix.ts'),
  'components/Fields/Extensions': ours('extensions.tsx'),
  'components/Fields/Field': ours('field.tsx'),
  'components/Fields/Pattern': ours('pattern.tsx'),
  'utils/highlight': ours('highlight.ts'),
  'utils/loadAndBundleSpec': ours('load-nothing.ts'),
};

export const changesFor = (language: Language): Changes => ({
  words: language === 'en' ? {} : chineseWords,
  replacements,
});
