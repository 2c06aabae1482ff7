import { renderToStaticMarkup } from 'react-dom/server';
import { addressInSingleFile } from '../site/address-in-single-file.js';
import { asciiCss } from '../site/ascii.js';
import { contentSecurityPolicy } from '../site/content-security-policy.js';
import { MainNavigation } from '../site/main-navigation.js';
import { SearchButton, SearchDialog } from '../site/search-dialog.js';
import { renderSitePage } from '../site/site-page.js';
import { type InlineStyle, StyleElement } from '../site/style-element.js';
import type { Language } from '../site/languages.js';
import { textsOf } from '../site/texts.js';
import { TryItDialog } from '../try-it/try-it-dialog.js';
import type { ReactNode } from 'react';

/** The reference as Redoc has rendered it. */
export interface RenderedReference {
  language: Language;
  documentHash: string;
  html: string;
  /** What styled-components has made. */
  style: InlineStyle;
}

/**
 * Renders the page: all of its text is in the HTML, and the scripts take over from there.
 *
 * @param styles the style sheets of the site, and of the reference.
 */
export function renderReferencePage(
  reference: RenderedReference,
  styles: { site: string; reference: string },
  firstVisitScript: string,
): string {
  const { language, documentHash, html, style } = reference;
  const texts = textsOf[language];
  const root = language === 'en' ? '' : '../';
  return renderSitePage({
    language,
    path: '',
    title: texts.siteName,
    description: texts.siteDescription,
    documentHash,
    scripts: ['try-it-buttons.js', 'start-reference.js'],
    inline: {
      style: styles.site,
      // Who comes to the root has not said in which language to read.
      ...(language === 'en' && { script: firstVisitScript }),
      // styled-components moves its own into the head: in front of the other it stands before and after.
      // Those that were minified are of ASCII already.
      contentStyles: [{ ...style, css: asciiCss(style.css) }, { css: styles.reference }],
    },
    content: (
      <>
        <div id="redoc" dangerouslySetInnerHTML={{ __html: html }} />
        <TryItDialog
          language={language}
          scripts={[`${root}assets/try-it.js`, 'assets/try-it-operations.js']}
          styles={[`${root}assets/try-it.css`]}
          catalogue="errors/"
          install="guides/install/"
        />
        <p className="page-end">
          <a href={`${root}download/${singleFileName(language)}`} download>
            {texts.singleFile}
          </a>
        </p>
      </>
    ),
  });
}

export const singleFileName = (language: Language): string => `vpc-endpoint-api.${language}.html`;

/** What a page in a single file holds besides the reference. */
export interface SingleFileParts {
  styles: string[];
  scripts: string[];
  /** What follows the reference. */
  appendix: ReactNode;
}

/** Renders the reference as one file that needs no other, with the rest of the site below it: for reading without the internet. */
export function renderSingleFile(reference: RenderedReference, { styles, scripts, appendix }: SingleFileParts): string {
  const { language, documentHash, html, style } = reference;
  const texts = textsOf[language];
  const policy = contentSecurityPolicy({ scripts, styles: [...styles, style.css] }, '');
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
        {styles.map((css) => (
          <StyleElement key={css} css={css} />
        ))}
        <StyleElement {...style} />
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
        </header>
        <main id="content" tabIndex={-1}>
          <div id="redoc" dangerouslySetInnerHTML={{ __html: html }} />
          {appendix}
          <TryItDialog
            language={language}
            scripts={[]}
            styles={[]}
            catalogue=""
            install={addressInSingleFile('guides/install/')}
          />
        </main>
        <SearchDialog language={language} start="" scripts={[]} styles={[]} />
        {scripts.map((script) => (
          <script key={script} dangerouslySetInnerHTML={{ __html: script }} />
        ))}
      </body>
    </html>,
  )}\n`;
}
