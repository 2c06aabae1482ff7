import type { Element, ElementContent, Root, RootContent } from 'hast';
import { parseHTML } from 'linkedom';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Language } from '../site/languages.js';
import { siteAddress } from '../site/site-address.js';
import { textsOf } from '../site/texts.js';
import { markdownFile } from './markdown-address.js';

/** What is on a page for its readers' hands and eyes alone. */
const leftOut = new Set(['script', 'style', 'svg', 'button', 'dialog', 'template', 'nav', 'input', 'select', 'footer']);
const leftOutClasses = new Set(['copy', 'page-end', 'walk']);

/** What a page is called, and what it is about. */
export function headOf(html: string, language: Language): { title: string; description: string } {
  const { head } = parseHTML(html.slice(0, html.indexOf('<body'))).document;
  const title = head.querySelector('title')?.textContent;
  const description = head.querySelector('meta[name=description]')?.getAttribute('content');
  if (!title || !description) throw new Error(`a page lacks a title or a description: ${html.slice(0, 1000)}`);
  return { title: title.replace(` - ${textsOf[language].siteName}`, ''), description };
}

/** The main content of a page, in Markdown. Links within the site lead to the Markdown of other pages. */
export function pageInMarkdown(html: string, address: string): string {
  const main = findMain(unified().use(rehypeParse).parse(html));
  if (main === undefined) throw new Error(`the page ${address} has no main content`);
  const content: Root = { type: 'root', children: kept(main.children, new URL(address)) };
  const processor = unified()
    .use(rehypeRemark)
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, { bullet: '-', fences: true, rule: '-', emphasis: '_', listItemIndent: 'one' });
  return processor.stringify(processor.runSync(content));
}

function findMain(parent: Root | Element): Element | undefined {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === 'main' ? child : findMain(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What is said, with whole addresses. */
function kept<Part extends RootContent | ElementContent>(parts: readonly Part[], address: URL): Part[] {
  return parts.flatMap((part, index): Part[] => {
    if (part.type !== 'element') return part.type === 'comment' ? [] : [part];
    if (isLeftOut(part)) return [];
    // Code is full of elements for its colours.
    const children = part.tagName === 'pre' ? part.children : kept(part.children, address);
    // Elements beside each other look apart.
    const blank = parts[index - 1]?.type === 'element' ? [{ type: 'text', value: ' ' } as Part] : [];
    if (part.tagName !== 'a') return [...blank, { ...part, children }];
    const target = targetOf(part, address);
    // Anchors of the page itself are of no use in another text.
    if (target === undefined) return [...blank, ...(children as Part[])];
    return [...blank, { ...part, properties: { href: target }, children }];
  });
}

function isLeftOut({ tagName, properties }: Element): boolean {
  const { className, hidden, ariaHidden } = properties;
  const classes = Array.isArray(className) ? className.map(String) : [];
  return (
    leftOut.has(tagName) ||
    classes.some((name) => leftOutClasses.has(name)) ||
    (hidden !== undefined && hidden !== false) ||
    ariaHidden === 'true'
  );
}

function targetOf({ properties }: Element, page: URL): string | undefined {
  const { href } = properties;
  if (typeof href !== 'string') return undefined;
  const target = new URL(href, page);
  if (!target.href.startsWith(siteAddress)) return target.href;
  if (target.pathname === page.pathname) return undefined;
  if (target.pathname.endsWith('/')) target.pathname += markdownFile;
  return target.href;
}
