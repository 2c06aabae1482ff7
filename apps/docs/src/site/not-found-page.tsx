import { languages, type Language } from './languages.js';
import { renderSitePage } from './site-page.js';
import { siteAddress } from './site-address.js';
import { textsOf } from './texts.js';

/** Renders what hosts show in the place of a page that is not there: in all languages, as the address tells none. */
export function renderNotFoundPage(documentHash: string): string {
  const { notFound } = textsOf.en;
  return renderSitePage({
    language: 'en',
    path: '404.html',
    title: notFound.title,
    description: notFound.text,
    documentHash,
    notFound: true,
    styles: ['text.css'],
    scripts: ['not-found.js'],
    content: (
      <article className="text">
        {languages.map((language) => (
          <NotFound key={language} language={language} />
        ))}
      </article>
    ),
  });
}

function NotFound({ language }: { language: Language }) {
  const texts = textsOf[language];
  const start = new URL(language === 'en' ? '' : `${language}/`, siteAddress).pathname;
  return (
    <section lang={language}>
      {language === 'en' ? <h1>{texts.notFound.title}</h1> : <h2>{texts.notFound.title}</h2>}
      <p>{texts.notFound.text}</p>
      <ul>
        {/* A script knows what was looked for. */}
        <li hidden>
          <a className="search-instead" href={start} data-text={texts.notFound.search}>
            {texts.search}
          </a>
        </li>
        <li>
          <a href={start}>{texts.reference}</a>
        </li>
        <li>
          <a href={`${start}guides/`}>{texts.guides}</a>
        </li>
        <li>
          <a href={`${start}errors/`}>{texts.errors}</a>
        </li>
      </ul>
    </section>
  );
}
