import { STATUS_CODES } from 'node:http';
import type { CataloguedError } from '@vpcep/openapi/documents';
import type { Document } from '@vpcep/openapi/reader';
import { statusAnchor } from '../errors/anchors.js';
import { categoryName } from '../errors/category-name.js';
import { versionsOf } from '../changelog/changelog-page.js';
import { readChangelog } from '../changelog/changelog.js';
import { commonResponses } from '../errors/common-responses.js';
import { otherSpellings } from '../errors/other-spellings.js';
import { decisionsIn, readDecision, readDecisionList } from '../decisions/decisions.js';
import { guideText } from '../guides/guide-text.js';
import { guideNames, readGuide } from '../guides/guides.js';
import { deprecationsOf, releasesOf } from '../later/releases.js';
import { callNames, wordsOfParts } from '../calls/call-names.js';
import { regionsOf, regionVariablesOf } from '../regions/regions.js';
import { type Language, languages } from '../site/languages.js';
import { anchorsOf, titleOf, wordsOf } from '../site/markdown.js';
import { textsOf } from '../site/texts.js';
import { workflowPages } from '../workflows/workflow-page.js';
import { workflowTexts } from '../workflows/workflow-texts.js';
import { plainText, sectionsOf } from './plain-text.js';
import { referenceEntries } from './reference-entries.js';
import type { SearchEntry } from './search-entry.js';
import { termsOf } from './words.js';

/** What the entries of a language are made from. */
export interface SearchSources {
  document: Document;
  /** The document in another language. */
  translation: Document;
  errors: readonly CataloguedError[];
  /** The reference page, which says where the headings of its introduction are. */
  referencePage: string;
  /** What holds all of the reference: pages, in short and in full, and files. */
  wholes: readonly Pick<SearchEntry, 'title' | 'names' | 'text' | 'words' | 'address'>[];
}

/** What the pages in the other languages are called: a reader may know one by that. */
const titlesElsewhere = (language: Language, titleIn: (other: Language) => string): string[] =>
  languages.filter((other) => other !== language).map(titleIn);

/** A page that stands by itself in the header, or begins a group of them. */
const pageEntry = (
  language: Language,
  titleIn: (each: Language) => string,
  text: string,
  address: string,
): SearchEntry => ({
  kind: 'page',
  title: titleIn(language),
  names: titlesElsewhere(language, titleIn),
  trail: [],
  text,
  address,
});

/** Everything that the search of a language can lead to. */
export function searchEntries(language: Language, sources: SearchSources): SearchEntry[] {
  const { document, translation, errors, referencePage, wholes } = sources;
  const anchors = [...referencePage.matchAll(/ id="(section\/[^"]+)"/g)].map(([, anchor = '']) => anchor);
  return [
    ...wholes.map((whole): SearchEntry => ({ kind: 'page', trail: [textsOf[language].reference], ...whole })),
    ...referenceEntries(document, translation, anchors, textsOf[language]),
    ...errorEntries(document, errors, language),
    ...guideEntries(language, document),
    ...decisionEntries(language),
    ...workflowEntries(document, language),
    ...regionEntries(document, language),
    ...laterEntries(document, errors, language),
    ...changelogEntries(language),
  ];
}

function errorEntries(document: Document, errors: readonly CataloguedError[], language: Language): SearchEntry[] {
  const texts = textsOf[language];
  const names = callNames(document);
  return [
    pageEntry(language, (each) => textsOf[each].errors, texts.errorsIntroduction, 'errors/'),
    ...commonResponses(document).map(({ status, response }): SearchEntry => ({
      kind: 'section',
      title: [status, STATUS_CODES[status]].join(' '),
      trail: [texts.errors, texts.statuses],
      text: plainText(response.description),
      address: `errors/#${statusAnchor(status)}`,
    })),
    ...errors.map((error): SearchEntry => {
      const { code, status, otherStatuses = [], message, remedy, fields = [], kind = '' } = error;
      return {
        kind: 'error',
        title: code,
        names: [message, ...otherSpellings(code), ...[status, ...otherStatuses].map(String)],
        trail: [texts.errors, categoryName(error, language)],
        text: `${status} · ${message} ${wordsOfParts(names.partsOf(remedy[language]))}`,
        words: [kind, ...fields].join(' '),
        address: `errors/#${code}`,
      };
    }),
  ];
}

function guideEntries(language: Language, document: Document): SearchEntry[] {
  const { guides, guidesDescription } = textsOf[language];
  return [
    pageEntry(language, (each) => textsOf[each].guides, guidesDescription, 'guides/'),
    ...guideNames.flatMap((name) => {
      const [, first, ...sections] = sectionsOf(guideText({ name, language, document }));
      if (first === undefined) throw new Error(`the guide ${name} has no title`);
      const { title: guide, text } = first;
      // Every heading below the title has the anchor of the English one.
      const anchors = anchorsOf(readGuide(name, 'en'));
      return [
        {
          kind: 'guide' as const,
          title: guide,
          names: titlesElsewhere(language, (other) => titleOf(readGuide(name, other))),
          trail: [guides],
          text,
          weight: 1.3,
          address: `guides/${name}/`,
        },
        ...sections.map((section, index): SearchEntry => ({
          kind: 'guide',
          title: section.title,
          trail: [guides, guide],
          text: section.text,
          address: `guides/${name}/#${anchors[index] ?? ''}`,
        })),
      ];
    }),
  ];
}

/** The page of each decision, which is in English alone, below a title and a choice that are in every language. */
function decisionEntries(language: Language): SearchEntry[] {
  const { decision: titleOfPage, decisionsDescription } = textsOf[language];
  const list = titleOf(readDecisionList(language));
  return [
    pageEntry(language, (each) => titleOf(readDecisionList(each)), decisionsDescription, 'decisions/'),
    ...decisionsIn(language).map((decision): SearchEntry => {
      const { number, title, choice } = decision;
      const full = language === 'en' ? sectionsOf(readDecision(decision)).map(({ text }) => text) : [];
      return {
        kind: 'decision',
        title: titleOfPage(number, wordsOf(title)),
        trail: [list],
        text: plainText(choice),
        words: [...new Set(full.flatMap(termsOf))].join(' '),
        address: `decisions/${number}/`,
      };
    }),
  ];
}

function workflowEntries(document: Document, language: Language): SearchEntry[] {
  const { workflows } = textsOf[language];
  const names = callNames(document);
  return [
    pageEntry(language, (each) => textsOf[each].workflows, workflowTexts[language].description, 'workflows/'),
    ...workflowPages(language).map(({ workflowId, title, text, address }): SearchEntry => ({
      kind: 'workflow',
      title,
      names: titlesElsewhere(
        language,
        (other) => workflowPages(other).find((page) => page.workflowId === workflowId)?.title ?? title,
      ),
      trail: [workflows],
      text: wordsOfParts(names.partsOf(text)),
      address,
    })),
  ];
}

/** The page of changes, and each version on it. */
function changelogEntries(language: Language): SearchEntry[] {
  const { changelog, changelogDescription } = textsOf[language];
  const text = readChangelog(language);
  const anchors = versionsOf(text);
  return [
    pageEntry(language, (each) => textsOf[each].changelog, changelogDescription, 'changelog/'),
    ...sectionsOf(text)
      .filter(({ depth }) => depth > 1)
      .map((section, index): SearchEntry => ({
        kind: 'section',
        title: section.title,
        trail: [changelog],
        text: section.text,
        address: `changelog/#${anchors[index] ?? ''}`,
      })),
  ];
}

function regionEntries(document: Document, language: Language): SearchEntry[] {
  const { regions, regionsIntroduction, betweenSentences } = textsOf[language];
  return [
    pageEntry(
      language,
      (each) => textsOf[each].regions,
      [regionsIntroduction, ...regionVariablesOf(document).map(({ description }) => plainText(description))].join(
        betweenSentences,
      ),
      'regions/',
    ),
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
    pageEntry(language, (each) => textsOf[each].later, laterIntroduction, 'later/'),
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
