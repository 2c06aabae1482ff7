import type { Document } from '@vpcep/openapi/reader';
import { addressOfOperation } from '../operations/address-of-operation.js';
import type { Language } from '../site/languages.js';
import { anchorsOf, renderMarkdown, titleOf } from '../site/markdown.js';
import { textsOf } from '../site/texts.js';
import { type GuideName, guideNames, readGuide } from './guides.js';

/** What a guide is made from. */
export interface GuideSources {
  name: GuideName;
  language: Language;
  document: Document;
  /** Where something is, seen from the guide, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
}

/** A guide, for a page of its own or within another. */
export function Guide({ name, language, document, addressOf }: GuideSources) {
  const idOf = (anchor: string) => {
    const [, id = ''] = addressOf(`guides/${name}/#${anchor}`).split('#');
    return id;
  };
  const { title, html } = renderMarkdown(
    readGuide(name, language),
    language,
    anchorsOf(readGuide(name, 'en')).map(idOf),
    (target) => addressOf(targetOf(target, document)),
    idOf,
  );
  const next = guideNames[guideNames.indexOf(name) + 1];
  return (
    <article className="text">
      <h1>{title}</h1>
      <div dangerouslySetInnerHTML={{ __html: html }} />
      {next !== undefined && (
        <p className="next">
          {textsOf[language].nextGuide} <a href={addressOf(`guides/${next}/`)}>{titleOf(readGuide(next, language))}</a>
        </p>
      )}
    </article>
  );
}

/** Links in guides name an operation (`#operation/createEndpoint`), an error code (`#EndPoint.3044`), or a guide's file. */
function targetOf(link: string, document: Document): string {
  const [, operationId] = /^#operation\/(.+)$/.exec(link) ?? [];
  if (operationId !== undefined) return addressOfOperation(operationId, document);
  if (/^#\w+\.\d+$/.test(link)) return `errors/${link}`;
  const guide = guideNames.find((name) => link === `${name}.md`);
  if (guide !== undefined) return `guides/${guide}/`;
  throw new Error(`a guide links to ${link}: link to #operation/…, to an error code, or to another guide`);
}
