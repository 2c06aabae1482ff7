import { type CataloguedError, isOfGateway } from '@vpcep/openapi/documents';
import { type DescribedOperation, type DescribedResponse, type Document, operationsOf } from '@vpcep/openapi/reader';
import type { ReactNode } from 'react';
import { callNames, namedCall } from '../calls/call-names.js';
import { OperationLink } from '../calls/operation-link.js';
import type { Language } from '../site/languages.js';
import { renderSitePage } from '../site/site-page.js';
import { beforeText, textsOf } from '../site/texts.js';
import { categoryAnchor, statusesAnchor } from './anchors.js';
import { categoryName } from './category-name.js';
import { commonErrorCodes } from './operation-error-codes.js';
import { otherSpellings } from './other-spellings.js';
import { Remedy } from './remedy.js';
import { Statuses } from './statuses.js';

/** What the catalogue is made from. */
export interface CatalogueSources {
  language: Language;
  errors: readonly CataloguedError[];
  /** As the pages have it, its links as they are seen from the catalogue. */
  document: Document;
  /** The responses that every call can end with. */
  responses: readonly DescribedResponse[];
  /** Where something is, seen from the catalogue, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
}

/** Renders the error catalogue: every code has an address of its own, such as `errors/#EndPoint.3044`. */
export function renderErrorsPage(sources: CatalogueSources, documentHash: string): string {
  const { language } = sources;
  const texts = textsOf[language];
  return renderSitePage({
    language,
    path: 'errors/',
    title: texts.errors,
    description: texts.errorsDescription,
    documentHash,
    styles: ['errors.css'],
    scripts: ['errors.js'],
    content: <ErrorCatalogue {...sources} />,
  });
}

/** The catalogue itself, for a page of its own or within another. */
export function ErrorCatalogue({ language, errors, document, responses, addressOf }: CatalogueSources) {
  const texts = textsOf[language];
  const categories = [...new Set(errors.map(({ category }) => category))];
  const operations = operationsOf(document);
  const names = callNames(document);
  const ofEveryCall = commonErrorCodes(document);
  const callsOf = (error: CataloguedError) => {
    if (ofEveryCall.includes(error.code) || isOfGateway(error)) return texts.errorOfEveryCall;
    const calls = operations.filter(({ operation }) => operation['x-error-codes']?.includes(error.code));
    return <Calls calls={calls} language={language} addressOf={addressOf} />;
  };
  const remedyFor = ({ remedy }: CataloguedError) => (
    <Remedy parts={names.partsOf(remedy[language])} addressOf={addressOf} />
  );
  return (
    <article className="errors">
      <h1>{texts.errors}</h1>
      {/* Shown where the address names a code that is not here. */}
      <p className="unknown-code" role="alert" data-text={texts.errorUnknown} hidden />
      <p>
        {beforeText(texts.errorsIntroduction)}
        <a href={`#${statusesAnchor}`}>{texts.statuses}</a>
      </p>
      {categories.map((category) => {
        const own = errors.filter((error) => error.category === category);
        return (
          <section key={category}>
            <h2 id={categoryAnchor(category)}>{own.slice(0, 1).map((error) => categoryName(error, language))}</h2>
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.errorCode}</th>
                  <th scope="col">{texts.errorStatus}</th>
                  <th scope="col">{texts.errorMessage}</th>
                  <th scope="col">{texts.errorRemedy}</th>
                </tr>
              </thead>
              <tbody>
                {own.map((error) => (
                  <Row key={error.code} error={error} language={language} remedy={remedyFor(error)}>
                    {callsOf(error)}
                  </Row>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
      <Statuses language={language} document={document} responses={responses} />
    </article>
  );
}

function Row(props: {
  error: CataloguedError;
  language: Language;
  remedy: ReactNode;
  /** The calls that give it. */
  children: ReactNode;
}) {
  const { error, language, remedy, children } = props;
  const { code, status, otherStatuses = [], message, fields = [], since } = error;
  const texts = textsOf[language];
  return (
    <tr id={code}>
      <th scope="row">
        <a href={`#${code}`}>{code}</a>
        {fields.length > 0 && (
          <span className="error-fields">
            {texts.errorFields}
            {fields.map((field) => (
              <code key={field}>{field}</code>
            ))}
          </span>
        )}
        {otherSpellings(code).map((spelling) => (
          <span key={spelling} id={spelling} className="error-spelling">
            {texts.errorSpelling} {spelling}
          </span>
        ))}
      </th>
      <td>{[status, ...otherStatuses].join(', ')}</td>
      <td lang="en">
        {message}
        {since !== undefined && <span lang={language}> ({texts.since(since)})</span>}
      </td>
      <td>
        {remedy}
        <div className="error-calls">{children}</div>
      </td>
    </tr>
  );
}

/** How many calls are named at a glance: more are folded. */
const atAGlance = 4;

/** The calls that give a code, as far as that is known. */
function Calls(props: { calls: DescribedOperation[]; language: Language; addressOf: (address: string) => string }) {
  const { calls, language, addressOf } = props;
  const texts = textsOf[language];
  const links = calls.map((described) => (
    <OperationLink key={described.operationId} call={namedCall(described)} addressOf={addressOf} />
  ));
  if (links.length <= atAGlance) return links;
  return (
    <details>
      <summary>{texts.manyCalls(links.length)}</summary>
      {links}
    </details>
  );
}
