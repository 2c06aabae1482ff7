import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Document } from '@vpcep/openapi/reader';
import { addressInSingleFile } from '../site/address-in-single-file.js';
import { contentSecurityPolicy } from '../site/content-security-policy.js';
import type { Language } from '../site/languages.js';
import { MainNavigation } from '../site/main-navigation.js';
import { SearchButton, SearchDialog } from '../site/search-dialog.js';
import { textsOf } from '../site/texts.js';
import { chosenThemeScript, ThemeSwitch } from '../site/theme-switch.js';
import { TryItDialog } from '../try-it/try-it-dialog.js';
import { ReferenceMenu } from './menu.js';

export const singleFileName = (language: Language): string => `vpc-endpoint-api.${language}.html`;

/** What the single file holds. */
export interface SingleFile {
  language: Language;
  document: Document;
  documentHash: string;
  /** The reference, as it has been rendered. */
  html: string;
  styles: string[];
  scripts: string[];
  /** Scripts that run when they are first wanted, by the IDs of the elements that hold them. */
  lateScripts: Record<string, string>;
  /** What follows the reference. */
  appendix: ReactNode;
}

/** Renders the reference as one file that needs no other, with the rest of the site below it: for reading without the internet. */
export function renderSingleFile(file: SingleFile): string {
  const { language, document, documentHash, html, styles, scripts, lateScripts, appendix } = file;
  const texts = textsOf[language];
  const allScripts = [chosenThemeScript, ...scripts, ...Object.values(lateScripts)];
  const policy = contentSecurityPolicy({ scripts: allScripts, styles }, '');
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{texts.siteName}</title>
        <meta name="description" content={texts.siteDescription} />
        <meta name="vpcep-document-sha256" content={documentHash} />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <script dangerouslySetInnerHTML={{ __html: chosenThemeScript }} />
        {styles.map((css) => (
          <style key={css} dangerouslySetInnerHTML={{ __html: css }} />
        ))}
      </head>
      <body>
        <header className="site-header">
          <a className="skip-link" href="#content">
            {texts.skipToContent}
          </a>
          <a className="site-name" href="#">
            {texts.siteName}
          </a>
          <MainNavigation language={language} addressOf={addressInSingleFile} />
          <SearchButton language={language} />
          <ThemeSwitch language={language} />
        </header>
        <div className="beside-menu">
          <ReferenceMenu language={language} document={document} addressOf={addressInSingleFile} />
          <main id="content" tabIndex={-1}>
            <div className="reference" dangerouslySetInnerHTML={{ __html: html }} />
            {appendix}
            <TryItDialog
              language={language}
              scripts={Object.keys(lateScripts).map((id) => `#${id}`)}
              styles={[]}
              catalogue=""
              install={addressInSingleFile('guides/install/')}
            />
          </main>
        </div>
        <SearchDialog language={language} start="" scripts={[]} styles={[]} />
        {Object.entries(lateScripts).map(([id, script]) => (
          // Of this type, it is text.
          <script key={id} id={id} type="text/plain" dangerouslySetInnerHTML={{ __html: script }} />
        ))}
        {scripts.map((script) => (
          <script key={script} dangerouslySetInnerHTML={{ __html: script }} />
        ))}
      </body>
    </html>,
  )}\n`;
}
