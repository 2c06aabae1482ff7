import type { CataloguedError } from '@vpcep/openapi/documents';
import type { Document } from '@vpcep/openapi/reader';
import { categoryName } from '../errors/category-name.js';
import { otherSpellings } from '../errors/other-spellings.js';
import { guideNames, readGuide } from '../guides/guides.js';
import { deprecationsOf, releasesOf } from '../later/releases.js';
import { regionsOf } from '../regions/regions.js';
import { type Language, languages } from '../site/languages.js';
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
    ...referenceEntries(document, translation, anchors, textsOf[language]),
    ...errorEntries(errors, language),
    ...guideEntries(language),
    ...regionEntries(document, language),
    ...laterEntries(document, errors, language),
  ];
}

function errorEntries(errors: readonly CataloguedError[], language: Language): SearchEntry[] {
  const texts = textsOf[language];
  return errors.map((error) => ({
    kind: 'error',
    title: error.code,
    names: otherSpellings(error.code),
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

function regionEntries(document: Document, language: Language): SearchEntry[] {
  const { regions, regionsIntroduction } = textsOf[language];
  return [
    { kind: 'section', title: regions, trail: [], text: regionsIntroduction, address: 'regions/' },
    ...regionsOf(document).map(({ id, names, host }): SearchEntry => ({
      kind: 'section',
      title: names[language],
      trail: [regions],
      names: [id, ...languages.map((each) => names[each])],
      text: `${id} · ${host}`,
      address: `regions/#${id}`,
    })),
  ];
}

function laterEntries(document: Document, errors: readonly CataloguedError[], language: Language): SearchEntry[] {
  const { later, laterIntroduction, deprecated } = textsOf[language];
  const { operations, fields } = deprecationsOf(document);
  const sections = [
    ...releasesOf(document, errors).map((release) => ({
      id: release.month,
      title: release.month,
      operations: release.operations,
      fields: [...release.fields, ...release.rules],
    })),
    { id: 'deprecated', title: deprecated, operations, fields },
  ];
  return [
    { kind: 'section', title: later, trail: [], text: laterIntroduction, address: 'later/' },
    ...sections.map(({ id, title, operations: calls, fields: placed }): SearchEntry => ({
      kind: 'section',
      title,
      trail: [later],
      text: [...calls.map(({ operation }) => operation.summary), ...new Set(placed.map(({ path }) => path))].join(
        ' · ',
      ),
      address: `later/#${id}`,
    })),
  ];
}
