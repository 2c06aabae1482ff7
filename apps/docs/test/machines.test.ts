import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readChangelog } from '../src/changelog/changelog.js';
import { versionsOf } from '../src/changelog/changelog-page.js';
import { folderOf, languages } from '../src/site/languages.js';
import { textsOf } from '../src/site/texts.js';
import { siteAddress } from '../src/site/site-address.js';
import { dist, htmlOf, pageFiles, readDist } from './dist.js';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => name === 'entry',
});

function readXml(file: string): unknown {
  const text = readDist(file);
  // It throws where something is wrong.
  SyntaxValidator.validate(text);
  return parser.parse(text);
}

/** The file that is served at an address of the published site. */
const fileAt = (address: string) => {
  expect(address.startsWith(siteAddress), address).toBe(true);
  const { pathname } = new URL(address.slice(siteAddress.length), 'https://site.test/');
  return join(dist, decodeURIComponent(pathname).replace(/\/$/, '/index.html'));
};

/** The head of a page: some pages are too long to be parsed as a whole for it. */
function headOf(path: string): HTMLHeadElement {
  const html = readDist(`${path}index.html`);
  return parseHTML(html.slice(0, html.indexOf('<body'))).document.head;
}

/** All pages but the one for those that are not there, as the published site has them. */
const pages = pageFiles
  .filter((file) => file.endsWith('index.html'))
  .map((file) => siteAddress + file.replace(/index\.html$/, ''))
  .sort();

interface Url {
  loc: string;
  'xhtml:link': { '@rel': string; '@hreflang': string; '@href': string }[];
}

describe('the list of all pages', () => {
  const { urlset } = readXml('sitemap.xml') as { urlset: { url: Url[] } };

  test('has each page of both languages once, and no dates that nobody knows', () => {
    expect(pages.length).toBeGreaterThan(150);
    expect(urlset.url.map(({ loc }) => loc).sort()).toEqual(pages);
    expect(urlset.url.filter((url) => 'lastmod' in url)).toEqual([]);
  });

  test('says of each page where it is in each language, as the page itself does', () => {
    for (const { loc, 'xhtml:link': links } of urlset.url) {
      const head = headOf(loc.slice(siteAddress.length));
      // The parser keeps names as they are written, and React writes this one so.
      const languageLinks = [...head.querySelectorAll('link[rel=alternate]')].filter((link) =>
        link.hasAttribute('hrefLang'),
      );
      const alternates = languageLinks.map((link) => ({
        '@rel': 'alternate',
        '@hreflang': link.getAttribute('hrefLang'),
        '@href': link.getAttribute('href'),
      }));
      expect(links, loc).toEqual(alternates);
      expect(links.map((link) => link['@hreflang'])).toEqual([...languages, 'x-default']);
      for (const { '@href': href } of links) expect(existsSync(fileAt(href)), href).toBe(true);
      expect(head.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(loc);
    }
  });

  test('is named to all programs', () => {
    const address = /^Sitemap: (.+)$/m.exec(readDist('robots.txt'))?.[1] ?? '';
    expect(readFileSync(fileAt(address), 'utf8')).toBe(readDist('sitemap.xml'));
  });
});

test('whoever shows a link to a page is told its title, what it is about, and a picture of the size that is usual', () => {
  for (const address of pages) {
    const head = headOf(address.slice(siteAddress.length));
    const told = (property: string) =>
      head.querySelector(`meta[property="${property}"]`)?.getAttribute('content') ?? '';
    expect(head.querySelector('title')?.textContent.startsWith(told('og:title')), address).toBe(true);
    expect(told('og:description')).toBe(head.querySelector('meta[name=description]')?.getAttribute('content'));
    expect(told('og:url')).toBe(address);
    const picture = readFileSync(fileAt(told('og:image')));
    // Beginning and size of a PNG.
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect([told('og:image:width'), told('og:image:height')]).toEqual(['1200', '630']);
  }
});

/** Markdown without code, in which everything may stand. */
const wordsIn = (markdown: string) => markdown.replaceAll(/\[(.+?)\]\(\S+\)/g, '$1').replaceAll(/[\s\\`*_~]+/g, '');
const withoutFences = (markdown: string) => markdown.replaceAll(/^( *)(`{3,})[^]*?^\1\2$/gm, '');
const withoutCode = (markdown: string) => withoutFences(markdown).replaceAll(/(`+)[^`][^]*?\1/g, '');
const linksIn = (markdown: string) =>
  [...withoutCode(markdown).matchAll(/\]\((\S+?)(?: "\w+")?\)/g)].map(([, target = '']) => target);

describe('each page as Markdown', () => {
  test.each(pages)('%s', (address) => {
    const path = address.slice(siteAddress.length);
    expect(headOf(path).querySelector('link[type="text/markdown"]')?.getAttribute('href')).toBe('index.md');
    const markdown = readDist(`${path}index.md`);
    const text = withoutCode(markdown);
    expect(text).toMatch(/^# \S/m);
    expect(text).toContain(address);
    // What a browser would take for an element, or an entity.
    expect(text.match(/(?<!\\)<\/?[a-z][^<>]*>|&(?!amp)#?\w+;/gi) ?? []).toEqual([]);
    const within = linksIn(markdown).filter((target) => target.startsWith(siteAddress));
    expect(within.filter((target) => !existsSync(fileAt(target)))).toEqual([]);
    expect(linksIn(markdown).filter((target) => !/^https?:/.test(target))).toEqual([]);
    expect(markdown.length).toBeGreaterThan(200);
    if (!path.endsWith('all/')) expect(markdown.length).toBeLessThan(80_000);
    if (/(^|\/)(all|operations\/\w+)\/$/.test(path)) return;
    const headings = [...htmlOf(path).querySelectorAll('main :is(h1, h2, h3)')].map(({ textContent }) => textContent);
    expect(headings.length).toBeGreaterThan(0);
    const told = [...withoutFences(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => wordsIn(heading));
    expect(told).toEqual(expect.arrayContaining(headings.map(wordsIn)));
  });

  test('an operation has its request, its responses with examples, its samples and its codes with remedies', () => {
    const markdown = readDist('operations/createEndpointService/index.md');
    const headings = [...withoutCode(markdown).matchAll(/^#+ .+$/gm)].map(([heading]) => heading);
    expect(headings).toEqual(
      expect.arrayContaining([
        '# Create an endpoint service',
        '## Request',
        '### Path parameters',
        '### Body (application/json, required)',
        '## Responses',
        '### 200',
        '### 404',
        '### Python',
        '## Samples',
        '### curl',
        '### TypeScript',
        '## Error codes',
      ]),
    );
    expect(markdown).toContain('`POST /v1/{project_id}/vpc-endpoint-services`');
    expect(markdown).toMatch(/^- `ports` \(list of object, required\)$/m);
    expect(markdown).toMatch(
      /^ {2}- `client_port` \(integer\)\n\n {4}\S.*\n\n {4}Must be between 1 and 65535\. Example: `8080`\.$/m,
    );
    expect(markdown).toMatch(/^- `EndPoint\.3044` \(400\) \S.+\. \S.+\.$/m);
    const examples = [...markdown.matchAll(/^```json\n([^]*?)\n```$/gm)].map(
      ([, json = '']) => JSON.parse(json) as unknown,
    );
    expect(examples.length).toBeGreaterThan(5);
  });

  test.each(languages)('in %s, what is said of a field or a part stands there once', (language) => {
    const twice: string[] = [];
    for (const { operationId } of operationsOf(documents[language])) {
      const markdown = readDist(`${folderOf(language)}operations/${operationId}/index.md`);
      const eachItem = textsOf[language].eachItem('');
      // A field begins with its name, and a part with a heading.
      for (const part of withoutFences(markdown).split(/^(?: *- `|#)/m)) {
        const paragraphs = part.split(/\n{2,}/).map((text) => text.trim().replace(eachItem, ''));
        for (const [index, text] of paragraphs.entries())
          if (text.length > 20 && paragraphs.indexOf(text) < index) twice.push(`${operationId}: ${text}`);
      }
    }
    expect(twice).toEqual([]);
  });

  test('an example has the title that it has on the page', () => {
    const markdown = readDist('operations/createEndpointService/index.md');
    expect(markdown).toMatch(/^Example: Two ports of a cloud server$/m);
  });

  test.each(languages)('in %s, a list of operations has each with its method in capitals, and its path', (language) => {
    const lines = readDist(`${folderOf(language)}operations/index.md`).split('\n');
    const listed = lines.flatMap((line) => /^- \[(.+)\]\((\S+)\)$/.exec(line)?.[1] ?? []);
    const told = operationsOf(documents[language]).map(({ method, path, operation }) =>
      [
        method.toUpperCase(),
        operation.deprecated ? `~~${operation.summary ?? ''}~~` : operation.summary,
        `\`${path}\``,
      ].join(' '),
    );
    expect(listed.sort()).toEqual(told.sort());
  });
});

describe.each(languages)('what language models are told in %s', (language) => {
  const folder = folderOf(language);
  const list = readDist(`${folder}llms.txt`);

  test('has the form that llmstxt.org asks for, and leads to the Markdown of each page', () => {
    const [title = '', , summary = '', , section = ''] = list.split('\n');
    expect(title).toMatch(/^# \S/);
    expect(summary).toMatch(/^> \S/);
    expect(section).toMatch(/^## \S/);
    const rest = list.split('\n').slice(4);
    expect(rest.filter((line) => line !== '' && !/^(## \S.*|- \[.+\]\(\S+\): \S.*)$/.test(line))).toEqual([]);
    const links = linksIn(list);
    expect(links.filter((target) => !existsSync(fileAt(target)))).toEqual([]);
    const expected = pages
      .filter((address) => address.startsWith(`${siteAddress}zh-CN/`) === (language === 'zh-CN'))
      .filter((address) => !address.endsWith('/all/'))
      .map((address) => `${address}index.md`);
    expect(links.filter((target) => target.endsWith('.md')).sort()).toEqual(expected.sort());
  });

  test('is one file, too', () => {
    const full = readDist(`${folder}llms-full.txt`);
    const files = linksIn(list).filter((target) => target.endsWith('.md'));
    for (const file of files) expect(full).toContain(readFileSync(fileAt(file), 'utf8').trim());
    expect(statSync(join(dist, folder, 'llms-full.txt')).size).toBeLessThan(1_500_000);
  });
});

describe.each(languages)('in %s', (language) => {
  const folder = folderOf(language);
  const headLink = (path: string, type: string) =>
    headOf(folder + path)
      .querySelector(`link[type="${type}"]`)
      ?.getAttribute('href') ?? '';

  test('browsers are told how the site is searched', () => {
    const type = 'application/opensearchdescription+xml';
    expect(new URL(headLink('errors/', type), `${siteAddress}${folder}errors/`).href).toBe(
      `${siteAddress}${folder}opensearch.xml`,
    );
    const { OpenSearchDescription: told } = readXml(`${folder}opensearch.xml`) as {
      OpenSearchDescription: { ShortName: string; Url: { '@template': string } };
    };
    expect(told.Url['@template']).toBe(`${siteAddress}${folder}?q={searchTerms}`);
    expect(told.ShortName.length).toBeLessThanOrEqual(16);
  });

  test('the changes are a feed: each version with its day, its text, and an address that is there', () => {
    const feedAddress = new URL(headLink('errors/', 'application/atom+xml'), `${siteAddress}${folder}errors/`).href;
    expect(feedAddress).toBe(`${siteAddress}${folder}changelog/feed.xml`);
    const { feed } = readXml(`${folder}changelog/feed.xml`) as {
      feed: {
        '@xmlns': string;
        id: string;
        updated: string;
        author: { name: string };
        entry: {
          id: string;
          updated: string;
          link: { '@href': string };
          content: { '@type': string; '#text': string };
        }[];
      };
    };
    expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom');
    expect(feed.author.name).not.toBe('');
    expect(feed.updated).toBe(feed.entry[0]?.updated);
    const versions = versionsOf(readChangelog(language)).filter((id) => /^v[\d.]+$/.test(id));
    expect(versions.length).toBeGreaterThan(0);
    expect(feed.entry.map(({ link }) => link['@href'])).toEqual(
      versions.map((version) => `${siteAddress}${folder}changelog/#${version}`),
    );
    for (const { updated, content, id } of feed.entry) {
      expect(updated).toMatch(/^20\d\d-[01]\d-[0-3]\dT00:00:00Z$/);
      expect(content['@type']).toBe('html');
      expect(content['#text']).toContain('<li>');
      expect(htmlOf(`${folder}changelog/`).getElementById(id.split('#')[1] ?? '')).not.toBeNull();
    }
  });
});
