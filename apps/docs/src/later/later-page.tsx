import type { CataloguedError } from '@vpcep/openapi/documents';
import type { DescribedOperation, Document } from '@vpcep/openapi/reader';
import type { ReactNode } from 'react';
import { namedCall } from '../calls/call-names.js';
import { OperationLink } from '../calls/operation-link.js';
import type { Language } from '../site/languages.js';
import { renderSentences } from '../site/markdown.js';
import { renderSitePage } from '../site/site-page.js';
import { beforeText, textsOf } from '../site/texts.js';
import { deprecationsOf, type PlacedField, releasesOf } from './releases.js';

/** What the list is made from. */
export interface LaterSources {
  language: Language;
  /** As the pages have it, its links as they are seen from the list. */
  document: Document;
  errors: readonly CataloguedError[];
  /** Where something is, seen from the list, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
}

/** Renders all that came later: each month has an address of its own, such as `later/#2022-11`. */
export function renderLaterPage(sources: LaterSources, documentHash: string): string {
  const { language } = sources;
  const texts = textsOf[language];
  return renderSitePage({
    language,
    path: 'later/',
    title: texts.later,
    description: texts.laterDescription,
    documentHash,
    styles: ['text.css'],
    content: <LaterReleases {...sources} />,
  });
}

/** The list itself, for a page of its own or within another. */
export function LaterReleases({ language, document, errors, addressOf }: LaterSources) {
  const texts = textsOf[language];
  const link = (described: DescribedOperation) => (
    <OperationLink key={described.operationId} call={namedCall(described)} addressOf={addressOf} />
  );
  const calls = (operations: DescribedOperation[]) => (
    <Part title={texts.laterCalls} items={operations}>
      <ul>
        {operations.map((described) => (
          <li key={described.operationId}>
            {link(described)}{' '}
            <code>
              {described.method.toUpperCase()} {described.path}
            </code>
          </li>
        ))}
      </ul>
    </Part>
  );
  const fields = <Placed extends PlacedField>(
    title: string,
    placed: Placed[],
    more: (field: Placed) => ReactNode = () => null,
  ) => (
    <Part title={title} items={placed}>
      <dl>
        {placed.map((field, index) => (
          <div key={index}>
            <dt>
              <code>{field.path}</code>
            </dt>
            <dd>
              {more(field)}
              {field.sentTo.length > 0 && (
                <p className="places">
                  {beforeText(texts.sentTo)}
                  {field.sentTo.map(link)}
                </p>
              )}
              {field.answeredBy.length > 0 && (
                <p className="places">
                  {beforeText(texts.answeredBy)}
                  {field.answeredBy.map(link)}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
  const deprecations = deprecationsOf(document);
  return (
    <article className="text">
      <h1>{texts.later}</h1>
      <p>{texts.laterIntroduction}</p>
      {releasesOf(document, errors).map((release) => (
        <Section key={release.month} id={release.month} title={release.month}>
          {calls(release.operations)}
          {fields(texts.laterRules, release.rules, ({ rule: { sentences, description = '' } }) => (
            <>
              {sentences.length > 0 && <p>{sentences.join(texts.betweenSentences)}</p>}
              {description !== '' && <div dangerouslySetInnerHTML={{ __html: renderSentences(description) }} />}
            </>
          ))}
          {fields(texts.laterFields, release.fields)}
          <Part title={texts.errors} items={release.errors}>
            <p className="places">
              {release.errors.map(({ code }) => (
                <a key={code} href={addressOf(`errors/#${code}`)}>
                  {code}
                </a>
              ))}
            </p>
          </Part>
        </Section>
      ))}
      <Section id="deprecated" title={texts.deprecated}>
        {calls(deprecations.operations)}
        {fields(texts.laterFields, deprecations.fields)}
      </Section>
    </article>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section>
      <h2 id={id}>
        <a href={`#${id}`}>{title}</a>
      </h2>
      {children}
    </section>
  );
}

/** A part of a section, unless there is nothing in it. */
function Part({ title, items, children }: { title: string; items: readonly unknown[]; children: ReactNode }) {
  return (
    items.length > 0 && (
      <>
        <h3>{title}</h3>
        {children}
      </>
    )
  );
}
