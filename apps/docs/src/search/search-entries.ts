import type { CataloguedError } from '@vpcep/openapi/documents';
import type { Document } from '@vpcep/openapi/reader';
import { categoryName } from '../errors/category-name.js';
import { guideNames, readGuide } from '../guides/guides.js';
import type { Language } from '../site/languages.js';
import { anchorsOf } from '../site/markdown.js';
import { textsOf } from '../site/texts.js';
import { sectionsOf } from './plain-text.js';
import { referenceEntries } from './reference-entries.js';
import type { SearchEntry } from './search-entry.js';

/** What the entries of a language are made from. */
export interface SearchSources {
  document: Document;
  /** The document in another language. */
  translation: Document;
  errors: readonly CataloguedError[];
  /** The reference page, which says where the headings of its introduction are. */
  referencePage: string;
}

/** Everything that the search of a language can lead to. */
export function searchEntries(language: Language, sources: SearchSources): SearchEntry[] {
  const { document, translation, errors, referencePage } = sources;
  const anchors = [...referencePage.matchAll(/ id="(section\/[^"]+)"/g)].map(([, anchor = '']) => anchor);
  return [
    ...referenceEntries(document, translation, anchors),
    ...errorEntries(errors, language),
    ...guideEntries(language),
  ];
}

function errorEntries(errors: readonly CataloguedError[], language: Language): SearchEntry[] {
  const texts = textsOf[language];
  return errors.map((error) => ({
    kind: 'error',
    title: error.code,
    trail: [texts.errors, categoryName(error, language)],
    text: `${error.status} · ${error.message} ${error.remedy[language]}`,
    address: `errors/#${error.code}`,
  }));
}

function guideEntries(language: Language): SearchEntry[] {
  return guideNames.flatMap((name) => {
    const [, first, ...sections] = sectionsOf(readGuide(name, language));
    if (first === undefined) throw new Error(`the guide ${name} has no title`);
    const { title: guide, text } = first;
    // Every heading below the title has the anchor of the English one.
    const anchors = anchorsOf(readGuide(name, 'en'));
    const trail = [textsOf[language].guides];
    return [
      { kind: 'guide', title: guide, trail, text, address: `guides/${name}/` },
      ...sections.map((section, index): SearchEntry => ({
        kind: 'guide',
        title: section.title,
        trail: [...trail, guide],
        text: section.text,
        address: `guides/${name}/#${anchors[index] ?? ''}`,
      })),
    ];
  });
}
