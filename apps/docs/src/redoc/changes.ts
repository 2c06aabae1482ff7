import { fileURLToPath } from 'node:url';
import type { Language } from '../site/languages.js';
import { chineseWords } from './chinese-words.js';
import type { Changes } from './patch.js';
import { patches } from './patches.js';

const ours = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What the pages change of Redoc: each file says why. */
const replacements = {
  'heading-anchors': ours('heading-anchors.ts'),
  'operation-additions': ours('operation-additions.ts'),
  'reference-in-sight': ours('reference-in-sight.ts'),
  settle: ours('settle.ts'),
  'tag-operations': ours('tag-operations.tsx'),
  'openapi-sampler': ours('no-sampler.ts'),
  polished: ours('colour-mix.ts'),
  'components/Fields/Extensions': ours('extensions.tsx'),
  'components/Fields/Pattern': ours('pattern.tsx'),
  'common-elements/perfect-scrollbar': ours('no-scrollbars.ts'),
  'components/SideMenu/MenuItem': ours('menu-item.tsx'),
  'services/MarkerService': ours('no-search.ts'),
  'services/SearchStore': ours('no-search.ts'),
  'utils/highlight': ours('highlight.ts'),
  'utils/loadAndBundleSpec': ours('load-nothing.ts'),
};

export const changesFor = (language: Language): Changes => ({
  patches,
  words: language === 'en' ? {} : chineseWords,
  replacements,
});
