import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { asciiHtml } from './ascii.js';
import { contentSecurityPolicy } from './content-security-policy.js';
import { HeadForMachines } from './head-for-machines.js';
import { LanguageName } from './language-name.js';
import { folderOf, languages, type Language } from './languages.js';
import { MainNavigation } from './main-navigation.js';
import { PageFoot } from './page-foot.js';
import { sourceOf } from './page-source.js';
import { SearchButton, SearchDialog } from './search-dialog.js';
import { siteAddress } from './site-address.js';
import { textsOf } from './texts.js';
import { chosenThemeScript, ThemeSwitch } from './theme-switch.js';

/** A page of the site. */
export interface SitePage {
  language: Language;
  /** Its address below the folder of its language, such as `''` or `errors/`; the same in all languages. */
  path: string;
  title: string;
  description: string;
  documentHash: string;
  /** The file of the repository that it is written in; without, it is known from its address. */
  source?: string;
  /** Whether it is shown in the place of a page that is not there, at any address: its own are from the root of the host on. */
  notFound?: boolean;
  /** What comes between the header and the end of the page. */
  content: ReactNode;
  /** Style sheets and scripts in `assets/` that only this page needs. */
  styles?: string[];
  scripts?: string[];
  /** What stands beside the content, before it. */
  menu?: ReactNode;
  /** A script that runs before the content is there, and after the header can be shown. */
  startScript?: string;
}

/** Renders a page with the header of the site. All addresses are relative, so that the site works below any path. */
export function renderSitePage(page: SitePage): string {
  const { language, path, title, description, documentHash, content, menu, startScript, notFound = false } = page;
  const texts = textsOf[language];
  const depth = `${folderOf(language)}${path}`.split('/').length - 1;
  const root = notFound ? new URL(siteAddress).pathname : '../'.repeat(depth) || './';
  const start = root + folderOf(language);
  const inline = [chosenThemeScript, ...(startScript === undefined ? [] : [startScript])];
  const policy = contentSecurityPolicy({ scripts: inline }, "'self'");

  const html = renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{path === '' ? title : `${title} - ${texts.siteName}`}</title>
        <meta name="description" content={description} />
        <meta name="vpcep-document-sha256" content={documentHash} />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href={`${root}assets/favicon.svg`} type="image/svg+xml" />
        {notFound ? (
          <meta name="robots" content="noindex" />
        ) : (
          <HeadForMachines language={language} path={path} title={title} description={description} start={start} />
        )}
        <script dangerouslySetInnerHTML={{ __html: chosenThemeScript }} />
        {['site.css', ...(page.styles ?? [])].map((name) => (
          <link key={name} rel="stylesheet" href={`${root}assets/${name}`} />
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
          <MainNavigation language={language} addressOf={(address) => start + address} path={path}>
            {/* Shown where the site's config.json says that there is a console. */}
            <a id="console-link" data-config={`${root}config.json`} hidden>
              {texts.console}
            </a>
          </MainNavigation>
          <SearchButton language={language} />
          <ThemeSwitch language={language} />
          {languages
            .filter((other) => other !== language)
            .map((other) => (
              <a
                key={other}
                className="language-switch"
                href={root + folderOf(other) + (notFound ? '' : path)}
                hrefLang={other}
                lang={other}
              >
                <LanguageName language={other} />
              </a>
            ))}
        </header>
        {startScript !== undefined && <script dangerouslySetInnerHTML={{ __html: startScript }} />}
        <div className={menu === undefined ? undefined : 'beside-menu'}>
          {menu}
          <main id="content" tabIndex={-1}>
            {content}
          </main>
        </div>
        {!notFound && (
          <PageFoot language={language} path={path} title={title} source={page.source ?? sourceOf(path, language)} />
        )}
        <SearchDialog
          language={language}
          start={path === '' ? '' : start}
          scripts={[`${root}assets/search.js`, `${start}assets/search-entries.js`]}
          styles={[`${root}assets/search.css`]}
          {...languages
            .filter((other) => other !== language)
            .map((other) => {
              const begin = root + folderOf(other);
              return { other: { language: other, start: begin, script: `${begin}assets/search-entries.js` } };
            })
            .at(0)}
        />
        {/* In the head, they would have the browser paint an empty page first: to ask for them takes time. */}
        {['site.js', 'search-dialog.js', ...(page.scripts ?? [])].map((name) => (
          <script key={name} src={`${root}assets/${name}`} defer />
        ))}
      </body>
    </html>,
  );
  return `<!doctype html>${language === 'en' ? asciiHtml(html) : html}\n`;
}
