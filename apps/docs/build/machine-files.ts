import { mkdir, writeFile } from 'node:fs/promises';
import type { CataloguedError } from '@vpcep/openapi/documents';
import { type Document, operationAddress, operationsOf } from '@vpcep/openapi/reader';
import { changesFeed } from '../src/machines/changes-feed.js';
import { allOnOnePage, llmsFullTxt, llmsTxt, type MarkdownPage } from '../src/machines/llms.js';
import { labelled, machineTextsOf } from '../src/machines/machine-texts.js';
import { markdownAddress, markdownFile } from '../src/machines/markdown-address.js';
import { openSearch } from '../src/machines/open-search.js';
import { operationInMarkdown } from '../src/machines/operation-in-markdown.js';
import { headOf, pageInMarkdown } from '../src/machines/page-in-markdown.js';
import { robots, siteMap } from '../src/machines/site-map.js';
import { callNames } from '../src/calls/call-names.js';
import { folderOf, languages, type Language } from '../src/site/languages.js';
import { absoluteAddress } from '../src/site/site-address.js';

/** A page that has been written. */
export interface WrittenPage {
  language: Language;
  /** Its address below the folder of its language. */
  path: string;
  html: string;
}

/** What the pages are made from. */
interface Sources {
  /** The document as the pages show it, with links as they are seen from somewhere. */
  documentIn: (language: Language, addressOf: (address: string) => string) => Document;
  errors: readonly CataloguedError[];
}

/** Writes what programs read: each page as Markdown beside it, lists of the pages, and a feed of changes. */
export async function writeMachineFiles(out: URL, pages: readonly WrittenPage[], sources: Sources): Promise<void> {
  for (const language of languages) {
    const written = pages.filter((page) => page.language === language);
    const own = new URL(folderOf(language), out);
    const texts = markdownPages(language, written, sources);
    for (const { path, markdown } of texts) await writeFile(new URL(path + markdownFile, own), markdown);
    await writeFile(new URL('llms.txt', own), llmsTxt(language, texts));
    await writeFile(new URL('llms-full.txt', own), llmsFullTxt(texts));
    await writeFile(new URL('opensearch.xml', own), openSearch(language));
    await mkdir(new URL('changelog/', own), { recursive: true });
    await writeFile(new URL('changelog/feed.xml', own), changesFeed(language));
  }
  const paths = pages.filter(({ language }) => language === 'en').map(({ path }) => path);
  await writeFile(new URL('sitemap.xml', out), siteMap(paths));
  await writeFile(new URL('robots.txt', out), robots());
}

function markdownPages(language: Language, pages: readonly WrittenPage[], sources: Sources): MarkdownPage[] {
  const document = sources.documentIn(language, (address) => markdownAddress(language, address));
  const sourcesOfOperations = { document, language, errors: sources.errors, callNames: callNames(document) };
  const operations = operationsOf(document);
  const contentOf = ({ path, html }: WrittenPage, title: string) => {
    const operation = operations.find(({ operationId }) => operationAddress(operationId) === path);
    if (operation !== undefined) return operationInMarkdown(sourcesOfOperations, operation, 1);
    if (path !== allOnOnePage) return pageInMarkdown(html, absoluteAddress(language, path));
    return [`# ${title}`, ...operations.map((each) => operationInMarkdown(sourcesOfOperations, each, 2))].join('\n\n');
  };
  return pages.map((page) => {
    const { title, description } = headOf(page.html, language);
    const address = labelled(machineTextsOf[language].page, absoluteAddress(language, page.path));
    const text = contentOf(page, title);
    if (!/^# /m.test(text)) throw new Error(`the page ${page.path} has no title`);
    const markdown = text.replace(/^# .*$/m, (heading) => `${heading}\n\n${address}`);
    return { path: page.path, title, description, markdown: `${markdown.trim()}\n` };
  });
}
