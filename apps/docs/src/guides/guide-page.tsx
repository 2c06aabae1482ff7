import type { Document } from '@vpcep/openapi/reader';
import type { Language } from '../site/languages.js';
import { firstSentenceOf, titleOf } from '../site/markdown.js';
import { renderSitePage } from '../site/site-page.js';
import { textsOf } from '../site/texts.js';
import { Guide } from './guide.js';
import { GuideList } from './guide-list.js';
import { type GuideName, readGuide } from './guides.js';

/** Renders a guide. */
export function renderGuidePage(name: GuideName, language: Language, document: Document, documentHash: string): string {
  const guide = readGuide(name, language);
  const addressOf = (address: string) => `../../${address}`;
  return renderSitePage({
    language,
    path: `guides/${name}/`,
    title: titleOf(guide),
    description: firstSentenceOf(guide),
    documentHash,
    styles: ['text.css'],
    content: <Guide name={name} language={language} document={document} addressOf={addressOf} />,
  });
}

/** Renders the list of all guides. */
export function renderGuidesPage(language: Language, documentHash: string): string {
  const texts = textsOf[language];
  return renderSitePage({
    language,
    path: 'guides/',
    title: texts.guides,
    description: texts.guidesDescription,
    documentHash,
    styles: ['text.css'],
    content: <GuideList language={language} addressOf={(address) => `../${address}`} />,
  });
}
