import type { CataloguedError } from '@vpcep/openapi/documents';
import type { Language } from '../site/languages.js';
import { renderSitePage } from '../site/site-page.js';
import { textsOf } from '../site/texts.js';
import { categoryName } from './category-name.js';
import { otherSpellings } from './other-spellings.js';

/** Renders the error catalogue: every code has an address of its own, such as `errors/#EndPoint.3044`. */
export function renderErrorsPage(errors: readonly CataloguedError[], language: Language, documentHash: string): string {
  const texts = textsOf[language];
  return renderSitePage({
    language,
    path: 'errors/',
    title: texts.errors,
    description: texts.errorsDescription,
    documentHash,
    styles: ['errors.css'],
    content: <ErrorCatalogue errors={errors} language={language} />,
  });
}

/** The catalogue itself, for a page of its own or within another. */
export function ErrorCatalogue({ errors, language }: { errors: readonly CataloguedError[]; language: Language }) {
  const texts = textsOf[language];
  const names = [...new Set(errors.map((error) => categoryName(error, language)))];
  return (
    <article className="errors">
      <h1>{texts.errors}</h1>
      <p>{texts.errorsIntroduction}</p>
      {names.map((name) => (
        <section key={name}>
          <h2>{name}</h2>
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
              {errors
                .filter((error) => categoryName(error, language) === name)
                .map((error) => (
                  <Row key={error.code} error={error} language={language} />
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </article>
  );
}

function Row({ error, language }: { error: CataloguedError; language: Language }) {
  const { code, status, otherStatuses = [], message, fields = [], remedy, since } = error;
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
          <span key={spelling} className="error-spelling">
            {texts.errorSpelling} {spelling}
          </span>
        ))}
      </th>
      <td>{[status, ...otherStatuses].join(', ')}</td>
      <td lang="en">
        {message}
        {since !== undefined && <span lang={language}> ({texts.since(since)})</span>}
      </td>
      <td>{remedy[language]}</td>
    </tr>
  );
}
