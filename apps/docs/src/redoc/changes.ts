import { fileURLToPath } from 'node:url';
import type { Language } from '../site/languages.js';
import { chineseWords } from './chinese-words.js';
import type { Changes } from './patch.js';
import { patches } from './patches.js';

const ours = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What the pages change of Redoc: each file says why. */
const replacements = {
  'heading-anchors': ours('heading-anchors.ts'),
  'common-elements/linkify': ours('no-share-links.ts'),
  polished: ours('colour-mix.ts'),
  'components/Fields/Extensions': ours('extensions.tsx'),
  'components/Fields/Field': ours('field.tsx'),
  'components/Fields/Pattern': ours('pattern.tsx'),
  'utils/highlight': ours('highlight.ts'),
  'utils/loadAndBundleSpec': ours('load-nothing.ts'),
};

export const changesFor = (language: Language): Changes => ({
  patches,
  words: language === 'en' ? {} : chineseWords,
  replacements,
});
