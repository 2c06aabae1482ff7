import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Document, operationAddress, operationsOf, required, tagAddress } from '@vpcep/openapi/reader';
import { addressFrom, renderReferencePage } from '../src/reference/reference-page.js';
import { referenceTextsOf } from '../src/reference/reference-texts.js';
import type { ReferenceRenderer } from '../src/reference/render.js';
import { DownloadLinks } from '../src/reference/download-links.js';
import { firstSentences } from '../src/search/plain-text.js';
import { folderOf, type Language } from '../src/site/languages.js';
import { textsOf } from '../src/site/texts.js';

/** What the pages of the reference are made from, in a language. */
export interface ReferenceSources {
  language: Language;
  documentHash: string;
  document: Document;
  /** Later states of the API, by their months. */
  states: readonly string[];
  /** The script of the first page itself. */
  startScript: string;
  /** Renders what is seen from where all is on one page. */
  inOneFile: ReferenceRenderer;
  seenFrom: (addressOf: (address: string) => string) => ReferenceRenderer;
  /** What follows the reference where all is on one page. */
  appendix: ReactNode;
}

/** The pages of the reference, by their addresses below the folder of the language, and what the single file holds of it. */
export function renderReferencePages(sources: ReferenceSources): { site: Map<string, string>; inOneFile: string } {
  const { language, documentHash, document, states, startScript, inOneFile, seenFrom, appendix } = sources;
  const texts = textsOf[language];
  const own = referenceTextsOf[language];
  const common = { language, documentHash, document };
  const atStart = seenFrom(addressFrom(''));
  const oneBelow = seenFrom(addressFrom('operations/'));
  const twoBelow = seenFrom(addressFrom('operations/x/'));
  const tags = document.tags ?? [];

  const pages = new Map<string, string>();
  const add = (page: Omit<Parameters<typeof renderReferencePage>[0], keyof typeof common>) => {
    pages.set(page.path, renderReferencePage({ ...common, ...page }));
  };

  add({
    path: '',
    title: texts.siteName,
    description: texts.siteDescription,
    html: atStart.introduction(
      <DownloadLinks language={language} root={addressFrom(folderOf(language))('')} states={states} />,
    ),
    tryIt: false,
    startScript,
  });
  add({
    path: 'operations/',
    title: own.allOperations,
    description: own.allOperationsDescription,
    html:
      renderToStaticMarkup(<h1>{own.allOperations}</h1>) + tags.map(({ name }) => oneBelow.tag(name, 'h2')).join(''),
    tryIt: false,
  });
  for (const tag of tags) {
    add({
      path: tagAddress(tag.name),
      title: tag['x-displayName'] ?? tag.name,
      description: firstSentences(tag.description ?? ''),
      html: twoBelow.tag(tag.name, 'h1'),
      tryIt: false,
    });
  }
  for (const described of operationsOf(document)) {
    const { operationId, operation } = described;
    add({
      path: operationAddress(operationId),
      title: required(operation.summary, described, 'summary'),
      description: firstSentences(required(operation.description, described, 'description')),
      html: twoBelow.operation(operationId),
      tryIt: true,
    });
  }
  add({
    path: 'all/',
    title: own.onePage,
    description: own.onePageDescription,
    html: inOneFile.everything({ unfolded: true }),
    tryIt: true,
    below: appendix,
  });
  return { site: pages, inOneFile: inOneFile.everything({ unfolded: false }) };
}
