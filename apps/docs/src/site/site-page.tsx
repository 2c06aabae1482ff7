import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SearchButton, SearchDialog } from '../search/search-dialog.js';
import { folderOf, languages, type Language } from './languages.js';
import { textsOf } from './texts.js';

/** A page of the site. */
export interface SitePage {
  language: Language;
  /** Its address below the folder of its language, such as `''` or `errors/`; the same in all languages. */
  path: string;
  title: string;
  description: string;
  documentHash: string;
  /** What comes between the header and the end of the page. */
  content: ReactNode;
  /** Style sheets and scripts in `assets/` that only this page needs. */
  styles?: string[];
  scripts?: string[];
}

const sections = [
  { path: '', text: 'reference' },
  { path: 'guides/', text: 'guides' },
  { path: 'errors/', text: 'errors' },
  { path: 'changelog/', text: 'changelog' },
] as const;

/** Renders a page with the header of the site. All addresses are relative, so that the site works below any path. */
export function renderSitePage(page: SitePage): string {
  const { language, path, title, description, documentHash, content, styles = [], scripts = [] } = page;
  const texts = textsOf[language];
  const depth = `${folderOf(language)}${path}`.split('/').length - 1;
  const root = '../'.repeat(depth) || './';
  const start = root + folderOf(language);
  const elsewhere = languages.filter((other) => other !== language);

  return `<!doctype html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{path === '' ? title : `${title} - ${texts.siteName}`}</title>
        <meta name="description" content={description} />
        <meta name="vpcep-document-sha256" content={documentHash} />
        <link rel="icon" href={`${root}assets/favicon.svg`} type="image/svg+xml" />
        {languages.map((other) => (
          <link key={other} rel="alternate" hrefLang={other} href={root + folderOf(other) + path} />
        ))}
        <link rel="alternate" hrefLang="x-default" href={root + path} />
        {['site.css', 'search.css', ...styles].map((name) => (
          <link key={name} rel="stylesheet" href={`${root}assets/${name}`} />
        ))}
        {['site.js', 'search-dialog.js', ...scripts].map((name) => (
          <script key={name} src={`${root}assets/${name}`} defer />
        ))}
      </head>
      <body>
        <header className="site-header">
          <a className="skip-link" href="#content">
            {texts.skipToContent}
          </a>
          <a className="site-name" href={start}>
            {texts.siteName}
          </a>
          <nav aria-label={texts.mainNavigation}>
            {sections.map((section) => (
              <a
                key={section.path}
                href={start + section.path}
                aria-current={
                  section.path === '' ? path === '' || undefined : path.startsWith(section.path) || undefined
                }
              >
                {texts[section.text]}
              </a>
            ))}
          </nav>
          <SearchButton language={language} />
          {elsewhere.map((other) => (
            <a
              key={other}
              className="language-switch"
              href={root + folderOf(other) + path}
              hrefLang={other}
              lang={other}
            >
              {textsOf[other].languageName}
            </a>
          ))}
        </header>
        <main id="content">{content}</main>
        <SearchDialog
          language={language}
          start={path === '' ? '' : start}
          scripts={[`${root}assets/search.js`, `${start}assets/search-entries.js`]}
        />
      </body>
    </html>,
  )}\n`;
}
