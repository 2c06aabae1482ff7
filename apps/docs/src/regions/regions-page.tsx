import type { Document } from '@vpcep/openapi/reader';
import { namedCall } from '../calls/call-names.js';
import { OperationLink } from '../calls/operation-link.js';
import type { Language } from '../site/languages.js';
import { renderWords } from '../site/markdown.js';
import { renderSitePage } from '../site/site-page.js';
import { textsOf } from '../site/texts.js';
import { regionsOf, regionVariablesOf } from './regions.js';

/** Renders the list of regions: each has an address of its own, such as `regions/#cn-north-4`. */
export function renderRegionsPage(language: Language, document: Document, documentHash: string): string {
  const texts = textsOf[language];
  return renderSitePage({
    language,
    path: 'regions/',
    title: texts.regions,
    description: texts.regionsDescription,
    documentHash,
    styles: ['text.css'],
    content: <Regions language={language} document={document} addressOf={(address) => `../${address}`} />,
  });
}

/** The list itself, for a page of its own or within another. */
export function Regions(props: {
  language: Language;
  document: Document;
  /** Where something is, seen from the list, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
}) {
  const { language, document, addressOf } = props;
  const texts = textsOf[language];
  return (
    <article className="text">
      <h1>{texts.regions}</h1>
      <p>{texts.regionsIntroduction}</p>
      {regionVariablesOf(document).map(({ url, name, description }) => (
        <p key={url}>
          <code>{url}</code>
          <br />
          <code>{name}</code>: <span dangerouslySetInnerHTML={{ __html: renderWords(description) }} />
        </p>
      ))}
      <div className="scroll" tabIndex={0}>
        <table className="regions">
          <thead>
            <tr>
              <th scope="col">{texts.regionName}</th>
              <th scope="col">{texts.regionId}</th>
              <th scope="col">{texts.regionHost}</th>
              <th scope="col">{texts.regionCalls}</th>
            </tr>
          </thead>
          <tbody>
            {regionsOf(document).map(({ id, names, host, operations }) => (
              <tr key={id} id={id}>
                <td>{names[language]}</td>
                <td>
                  <code>{id}</code>
                </td>
                <td>
                  <code>{host}</code>
                </td>
                <td>
                  {operations.map((described) => (
                    <OperationLink key={described.operationId} call={namedCall(described)} addressOf={addressOf} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}
