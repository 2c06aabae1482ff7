import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { renderToStaticMarkup } from 'react-dom/server';
import { cardPicture, cardSize } from '../src/site/head-for-machines.js';
import { languages, type Language } from '../src/site/languages.js';
import { textsOf } from '../src/site/texts.js';
import { readStyleSheets } from './style-sheets.js';

const look = `
  body { display: grid; align-content: center; box-sizing: border-box; height: 100vh; padding: 0 6rem; background: var(--page) }
  body::before { content: ''; position: fixed; inset: 0 auto 0 0; width: 1.5rem; background: var(--accent) }
  h1 { margin: 0 0 1.5rem; font-size: 5.5rem; line-height: 1.15 }
  p { margin: 0; color: var(--muted); font-size: 2.4rem; line-height: 1.45; text-wrap: balance }
`;

/** Takes the picture of the site in each language: its name, and what it is about. */
export async function takeCards(browser: Browser): Promise<void> {
  const { 'site.css': site } = await readStyleSheets();
  const tab = await browser.newPage({ viewport: cardSize, colorScheme: 'light' });
  for (const language of languages) {
    await tab.setContent(cardOf(language, site + look));
    await tab.screenshot({ path: fileURLToPath(new URL(`../src/site/${cardPicture(language)}`, import.meta.url)) });
  }
  await tab.close();
}

function cardOf(language: Language, css: string): string {
  const { siteName, siteDescription } = textsOf[language];
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <h1>{siteName}</h1>
        <p>{siteDescription}</p>
      </body>
    </html>,
  )}`;
}
