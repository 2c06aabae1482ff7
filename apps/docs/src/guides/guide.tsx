import type { Document } from '@vpcep/openapi/reader';
import { addressOfFile } from '../decisions/decisions.js';
import { addressOfOperation } from '../operations/address-of-operation.js';
import { anchorsOf, renderMarkdown, titleOf } from '../site/markdown.js';
import { beforeText, textsOf } from '../site/texts.js';
import { guideText } from './guide-text.js';
import { guideNames, type GuideText, readGuide } from './guides.js';

/** What a guide is made from. */
export interface GuideSources extends GuideText {
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
    guideText({ name, language, document }),
    language,
    anchorsOf(readGuide(name, 'en')).map(idOf),
    (target) => (/^https?:/.test(target) ? target : addressOf(targetOf(target, document))),
    idOf,
  );
  const next = guideNames[guideNames.indexOf(name) + 1];
  return (
    <article className="text">
      <h1>{title}</h1>
      <div dangerouslySetInnerHTML={{ __html: html }} />
      {next !== undefined && (
        <p className="next">
          {beforeText(textsOf[language].nextGuide)}
          <a href={addressOf(`guides/${next}/`)}>{titleOf(readGuide(next, language))}</a>
        </p>
      )}
    </article>
  );
}

/**
 * Where the site has what a link in a guide names: an operation (`#operation/createEndpoint`), one of its fields or parts
 * (`#operation/createEndpoint/body.vpc_id`), an error code (`#EndPoint.3044`), a page (`#page/regions/`), or the file of a
 * guide or a decision.
 */
function targetOf(link: string, document: Document): string {
  const [, operationId, place] = /^#operation\/(\w+)(?:\/(.+))?$/.exec(link) ?? [];
  if (operationId !== undefined) {
    const operation = addressOfOperation(operationId, document);
    return place === undefined ? operation : `${operation}#${place}`;
  }
  if (/^#\w+\.\d+$/.test(link)) return `errors/${link}`;
  const [, page] = /^#page\/(.+)$/.exec(link) ?? [];
  if (page !== undefined) return page;
  const [, guide, anchor = ''] = /^(\w+)\.md(#.*)?$/.exec(link) ?? [];
  if (guide !== undefined && guideNames.some((name) => name === guide)) return `guides/${guide}/${anchor}`;
  const decision = addressOfFile(link.split('/').at(-1) ?? '');
  if (decision !== undefined) return decision;
  throw new Error(`a guide links to ${link}, which is none of the places that a guide can link to`);
}
