import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { dist } from './site.js';

/** Names and values of the document, which are the same in every language, and words that no language changes. */
function wordsOfTheDocument(): Set<string> {
  const words = new Set(['string', 'integer', 'boolean', 'object', 'English', 'OpenAPI', 'MIT', 'API']);
  const collect = (value: unknown): void => {
    if (typeof value === 'string') words.add(value);
    else if (typeof value === 'boolean') words.add(String(value));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        words.add(name);
        collect(inner);
      }
    }
  };
  collect(JSON.parse(readFileSync(`${dist}/zh-CN/openapi.json`, 'utf8')));
  return words;
}

const names = new Set([...wordsOfTheDocument(), 'curl', 'TypeScript', 'Vitest', 'Playwright']);

interface Text {
  text: string;
  where: string;
}

/** What a reader is shown or told, besides code and what is said to be English. */
const textsOn = (page: Page) =>
  page.evaluate(() => {
    const texts: Text[] = [];
    const where = (element: Element) => element.closest('[id]')?.id ?? '';
    const code = 'code, pre, script, style, [lang=en], .redoc-json, .property-name, .http-verb, .operation-type';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element?.closest(code) !== null) continue;
      texts.push({ text: node.textContent ?? '', where: where(element) });
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name);
        if (text !== null) texts.push({ text, where: where(element) });
      }
    }
    return texts;
  });

/** English prose on a page that is in Chinese, each with where it is. */
export async function englishProseOn(page: Page): Promise<string[]> {
  const prose = (await textsOn(page)).flatMap(({ text, where }) => {
    // Two English words in a row are prose, but for names of things, and so is one that stands alone.
    const found: string[] =
      text.replaceAll('Proxy Protocol', '').match(/[A-Za-z][a-z'-]+(?:\s+[A-Za-z][a-z'-]+)+/g) ?? [];
    const [, alone] = /^[\s:()]*([A-Za-z]+)[\s:()]*$/.exec(text) ?? [];
    if (alone !== undefined && !names.has(alone)) found.push(alone);
    return found.map((words) => `${where}: ${words}`);
  });
  return [...new Set(prose)];
}
