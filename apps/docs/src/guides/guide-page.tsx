import type { Language } from '../site/languages.js';
import { type DocumentOfOperations, operationAnchor } from '../reference/operation-anchor.js';
import { anchorsOf, renderMarkdown, titleOf } from '../site/markdown.js';
import { renderSitePage } from '../site/site-page.js';
import { textsOf } from '../site/texts.js';
import { type GuideName, guideNames, readGuide } from './guides.js';

/** Renders a guide. */
export function renderGuidePage(
  name: GuideName,
  language: Language,
  document: DocumentOfOperations,
  documentHash: string,
): string {
  const { title, html } = renderGuide(name, language, document);
  const texts = textsOf[language];
  const next = guideNames[guideNames.indexOf(name) + 1];
  return renderSitePage({
    language,
    path: `guides/${name}/`,
    title,
    description: title,
    documentHash,
    styles: ['text.css'],
    content: (
      <article className="text">
        <h1>{title}</h1>
        <div dangerouslySetInnerHTML={{ __html: html }} />
        {next !== undefined && (
          <p className="next">
            {texts.nextGuide} <a href={`../${next}/`}>{titleOf(readGuide(next, language))}</a>
          </p>
        )}
      </article>
    ),
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
    content: (
      <article className="text">
        <h1>{texts.guides}</h1>
        <p>{texts.guidesDescription}</p>
        <ol className="guides">
          {guideNames.map((name) => (
            <li key={name}>
              <a href={`${name}/`}>{titleOf(readGuide(name, language))}</a>
            </li>
          ))}
        </ol>
      </article>
    ),
  });
}

function renderGuide(name: GuideName, language: Language, document: DocumentOfOperations) {
  const anchors = anchorsOf(readGuide(name, 'en'));
  return renderMarkdown(readGuide(name, language), language, anchors, (target) => address(target, document));
}

/** Links in guides name an operation (`#operation/createEndpoint`) or an error code (`#EndPoint.3044`). */
function address(target: string, document: DocumentOfOperations): string {
  const [, operationId] = /^#operation\/(.+)$/.exec(target) ?? [];
  if (operationId !== undefined) return `../../#${operationAnchor(operationId, document)}`;
  if (/^#\w+\.\d+$/.test(target)) return `../../errors/${target}`;
  throw new Error(`a guide links to ${target}: link to #operation/… or to an error code`);
}
