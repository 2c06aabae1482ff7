import { readDist } from './dist.js';

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
  collect(JSON.parse(readDist('zh-CN/openapi.json')));
  return words;
}

const names = new Set([...wordsOfTheDocument(), 'curl', 'TypeScript', 'Vitest', 'Playwright', 'Insomnia']);

interface Text {
  text: string;
  where: string;
}

/**
 * What a reader is shown or told within an element, besides code and what is said to be English.
 *
 * It refers to nothing around it, so that a browser can run it too.
 */
export function textsIn(part: Element): Text[] {
  const texts: Text[] = [];
  const code = 'code, pre, script, style, [lang=en], .property-name, .http-verb, .method, .tabs > label';
  const skipped = new Set(part.querySelectorAll(code));
  const collect = (element: Element, around: string) => {
    if (skipped.has(element)) return;
    const where = element.id || around;
    for (const node of element.childNodes) {
      if (node.nodeType === node.TEXT_NODE) texts.push({ text: node.textContent ?? '', where });
    }
    for (const child of element.children) collect(child, where);
  };
  collect(part, '');
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    for (const element of part.querySelectorAll(`[${name}]`)) {
      texts.push({ text: element.getAttribute(name) ?? '', where: element.closest('[id]')?.id ?? '' });
    }
  }
  return texts;
}

/** English prose among the texts of a page that is in Chinese, each with where it is. */
export function englishProse(texts: Text[]): string[] {
  const prose = texts.flatMap(({ text, where }) => {
    // Two English words in a row are prose, but for names of things, and so is one that stands alone.
    const found: string[] =
      text.replaceAll('Proxy Protocol', '').match(/[A-Za-z][a-z'-]+(?:\s+[A-Za-z][a-z'-]+)+/g) ?? [];
    const [, alone] = /^[\s:()]*([A-Za-z]+)[\s:()]*$/.exec(text) ?? [];
    if (alone !== undefined && !names.has(alone)) found.push(alone);
    return found.map((words) => `${where}: ${words}`);
  });
  return [...new Set(prose)];
}
