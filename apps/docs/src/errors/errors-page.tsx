import type { Language } from '../site/languages.js';
import { renderSitePage } from '../site/site-page.js';
import { type Texts, textsOf } from '../site/texts.js';

/** An entry of the document's error catalogue. */
export interface CataloguedError {
  code: string;
  status: number;
  message: string;
  category: keyof Texts['errorCategories'];
  remedy: Readonly<Record<Language, string>>;
  since?: string;
}

/** Renders the error catalogue: every code has an address of its own, such as `errors/#EndPoint.3044`. */
export function renderErrorsPage(errors: CataloguedError[], language: Language, documentHash: string): string {
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
export function ErrorCatalogue({ errors, language }: { errors: CataloguedError[]; language: Language }) {
  const texts = textsOf[language];
  const names = [...new Set(errors.map(({ category }) => category))];
  return (
    <article className="errors">
      <h1>{texts.errors}</h1>
      <p>{texts.errorsIntroduction}</p>
      {names.map((name) => (
        <section key={name}>
          <h2>{texts.errorCategories[name]}</h2>
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
                .filter(({ category }) => category === name)
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
  const { code, status, message, remedy, since } = error;
  return (
    <tr id={code}>
      <th scope="row">
        <a href={`#${code}`}>{code}</a>
      </th>
      <td>{status}</td>
      <td lang="en">
        {message}
        {since !== undefined && <span lang={language}> ({textsOf[language].since(since)})</span>}
      </td>
      <td>{remedy[language]}</td>
    </tr>
  );
}
