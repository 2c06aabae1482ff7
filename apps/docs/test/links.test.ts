import { existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { documents } from '@vpcep/openapi/documents';
import { operationAddress, operationsOf } from '@vpcep/openapi/reader';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { folderOf, languages } from '../src/site/languages.js';
import { siteAddress } from '../src/site/site-address.js';
import { addressOf, dist, htmlOf, pageFiles as pages } from './dist.js';
import { entriesOf } from './search-entries.js';

/** Where the site is on its host. */
const { pathname: root } = new URL(siteAddress);

const isSingleFile = (page: string) => page.startsWith('download');

/** What the elements of a page have in an attribute. */
const values = (page: string, attribute: string, within = '') =>
  [...htmlOf(addressOf(page)).querySelectorAll(`${within} [${attribute}]`)].map(
    (element) => element.getAttribute(attribute) ?? '',
  );

const ids = new Map<string, Set<string>>();
function idsOf(page: string): Set<string> {
  const known = ids.get(page) ?? new Set(values(page, 'id'));
  ids.set(page, known);
  return known;
}

const inChinese = (page: string) => (isSingleFile(page) ? page.replace('.en.', '.zh-CN.') : `zh-CN/${page}`);

test('there is a page of every kind, in both languages', () => {
  expect(pages).toEqual(
    expect.arrayContaining(
      [
        '',
        'operations/',
        'operations/createEndpoint/',
        'tags/quotas/',
        'all/',
        'errors/',
        'guides/',
        'guides/publish/',
      ].flatMap((path) => [`${path}index.html`, `zh-CN/${path}index.html`]),
    ),
  );
});

test.each(pages)('every address within %s leads somewhere, and every anchor', (page) => {
  const here = join(dist, page);
  const addresses = [...values(page, 'href'), ...values(page, 'src')];
  expect(addresses.length).toBeGreaterThan(5);
  // Who has the single file has no other.
  const within = isSingleFile(page) ? here : dist;
  const broken = addresses.filter((address) => {
    if (/^(https?|data|mailto):/.test(address)) return false;
    // The page for those that are not there is shown at any address, and says where the site is on its host.
    const local = page === '404.html' ? address.replace(root, './') : address;
    const url = new URL(local, pathToFileURL(here));
    let file = fileURLToPath(new URL(url.pathname, 'file://'));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (relative(within, file).startsWith('..') || !existsSync(file)) return true;
    const known = () => idsOf(relative(dist, file).replaceAll('\\', '/'));
    return url.hash !== '' && file.endsWith('.html') && !known().has(decodeURIComponent(url.hash.slice(1)));
  });
  expect(broken).toEqual([]);
});

test.each(pages)('no two elements of %s have the same id', (page) => {
  const all = values(page, 'id');
  expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
});

test('the single file holds the pages of the site, each guide with its headings', () => {
  const guides = pages.filter((page) => /^guides.*index\.html$/.test(page));
  expect(guides.length).toBeGreaterThan(5);
  const anchors = guides.flatMap((page) => {
    const guide = page.replace('/index.html', '');
    return [guide, ...values(page, 'id', 'article').map((id) => `${guide}/${id}`)];
  });
  for (const file of pages.filter(isSingleFile)) {
    const known = idsOf(file);
    expect([...anchors, 'errors', 'regions', 'later', 'changelog'].filter((anchor) => !known.has(anchor))).toEqual([]);
  }
});

test('a page has the same anchors in both languages, so that the language can change in place', () => {
  for (const page of pages.filter((name) => !name.includes('zh-CN') && name !== '404.html')) {
    expect([...idsOf(inChinese(page))], page).toEqual([...idsOf(page)]);
  }
});

describe.each(languages)('in %s', (language) => {
  const operations = operationsOf(documents[language]);
  const ids = new Set<string>(operations.map(({ operationId }) => operationId));
  /** What texts name of the calls by what only readers of an SDK know. */
  const idsIn = (text: string) => text.split(/[^\w]+/).filter((word) => ids.has(word));

  test('texts name calls by what they do, but where they are about SDKs', () => {
    // What was decided is told as it was found, SDKs and all; the changelog is about packages, too.
    const told = pages
      .map(addressOf)
      .filter((address) => address.startsWith('zh-CN/') === (language === 'zh-CN'))
      .filter((address) => !/(^|\/)(all|download|decisions|changelog)\//.test(address));
    expect(told.length).toBeGreaterThan(60);
    for (const address of told) {
      const page = parseHTML(htmlOf(address).documentElement.outerHTML).document;
      for (const element of page.querySelectorAll('pre, script, dialog')) element.remove();
      // A line of a program calls the client.
      for (const code of page.querySelectorAll('code')) if (!ids.has(code.textContent)) code.remove();
      expect(idsIn(page.body.textContent), address).toEqual([]);
    }
    for (const { kind, title, text, trail } of entriesOf(language)) {
      // Guides have programs in them.
      if (kind !== 'decision' && kind !== 'guide') expect(idsIn([title, text, ...trail].join(' ')), title).toEqual([]);
    }
  });

  test('a link to a call within a sentence leads to what its title names', () => {
    const links = [...htmlOf(`${folderOf(language)}operations/createEndpoint/`).querySelectorAll('main a[title]')];
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      const called = operations.find(({ operationId }) => operationId === link.getAttribute('title'));
      expect(link.textContent).toBe(called?.operation.summary);
      expect(link.getAttribute('href')).toBe(`../../${operationAddress(called?.operationId ?? '')}`);
      // Chinese has no blank before or after quotation marks.
      if (language === 'zh-CN') expect(link.parentElement?.textContent).not.toMatch(/ “|” /);
    }
  });
});
