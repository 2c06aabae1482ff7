import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operationAddress } from '@vpcep/openapi/reader';
import { parseHTML } from 'linkedom';
import { folderOf, type Language } from '../src/site/languages.js';

/** The folder of the pages. */
export const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** All pages, by their files. */
export const pageFiles = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replaceAll('\\', '/'));

/** The address of a page, from the first one on, such as `''` or `zh-CN/errors/`. */
export const addressOf = (file: string): string => file.replace(/(?<=^|\/)index\.html$/, '');

export const readDist = (file: string): string => readFileSync(join(dist, file), 'utf8');

const parsed = new Map<string, Document>();

/** What a page is before any script has run. Each page is parsed once in a test file. */
export function htmlOf(address: string): Document {
  const known = parsed.get(address) ?? parseHTML(readDist(address.replace(/(?<=^|\/)$/, 'index.html'))).document;
  parsed.set(address, known);
  return known;
}

/** The page of an operation. */
export function operationIn(language: Language, operationId: string): Element {
  const article = htmlOf(folderOf(language) + operationAddress(operationId)).querySelector('article');
  if (article === null) throw new Error(`there is no ${operationId}`);
  return article;
}

/** The name of the field in whose row an element stands. */
export const fieldNameOf = (element: Element): string | undefined =>
  element.closest('tr')?.querySelector('.property-name')?.textContent;
