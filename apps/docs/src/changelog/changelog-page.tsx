import type { Language } from '../site/languages.js';
import { renderMarkdown } from '../site/markdown.js';
import { renderSitePage } from '../site/site-page.js';
import { textsOf } from '../site/texts.js';
import { readChangelog } from './changelog.js';

/** Renders what changed in the document, from version to version. */
export function renderChangelogPage(language: Language, documentHash: string): string {
  const texts = textsOf[language];
  return renderSitePage({
    language,
    path: 'changelog/',
    title: texts.changelog,
    description: texts.changelogDescription,
    documentHash,
    styles: ['text.css'],
    content: (
      <>
        <Changelog language={language} />
        <p className="page-end">
          <a href="feed.xml">{texts.changelogFeed}</a>
        </p>
      </>
    ),
  });
}

/** The changes themselves, for a page of their own or within another. */
export function Changelog({ language }: { language: Language }) {
  const text = readChangelog(language);
  const { html } = renderMarkdown(text, language, versionsOf(text), (target) => target);
  return (
    <article className="text">
      <h1>{textsOf[language].changelog}</h1>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  );
}

/** The headings below the title: a version each, and in a generated changelog kinds of changes below it. */
export const versionsOf = (text: string): string[] => {
  let version = '';
  return [...text.matchAll(/^(##+) (.+)$/gm)].map(([, level = '', heading = '']) => {
    if (level === '##') version = `v${heading}`;
    return level === '##' ? version : `${version}-${heading.toLowerCase().replaceAll(' ', '-')}`;
  });
};
