import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import redoc from 'redoc';
import { ServerStyleSheet } from 'styled-components';
import type { Language } from '../site/languages.js';
import { renderSitePage } from '../site/site-page.js';
import { textsOf } from '../site/texts.js';
import { redocOptions } from './redoc-options.js';

/** Renders the reference: all of its text is in the HTML, and the scripts take over from there. */
export async function renderReferencePage(document: object, language: Language, documentHash: string): Promise<string> {
  const store = await redoc.createStore(document, undefined, redocOptions);
  const styles = new ServerStyleSheet();
  const content = renderToString(styles.collectStyles(createElement(redoc.Redoc, { store })));
  // "<" could end the script element from within a description.
  const state = JSON.stringify(await store.toJS()).replaceAll('<', '\\u003c');
  const texts = textsOf[language];
  return renderSitePage({
    language,
    path: '',
    title: texts.siteName,
    description: texts.siteDescription,
    documentHash,
    scripts: ['redoc.js', 'reference.js'],
    content: (
      <>
        <div dangerouslySetInnerHTML={{ __html: styles.getStyleTags() }} />
        <div id="redoc" dangerouslySetInnerHTML={{ __html: content }} />
        <script type="application/json" id="redoc-state" dangerouslySetInnerHTML={{ __html: state }} />
      </>
    ),
  });
}
