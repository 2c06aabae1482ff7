import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
const isSingleFile = (page: string) => page.startsWith('download');

const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
const values = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(`<[^>]+? ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => decode(value));

const texts = new Map<string, string>();
function htmlOf(file: string): string {
  // The scripts in a single file write HTML of their own.
  const known = texts.get(file) ?? readFileSync(file, 'utf8').replaceAll(/(?<=<script>).*?(?=<\/script>)/gs, '');
  texts.set(file, known);
  return known;
}
const idsOf = (file: string) => new Set(values(htmlOf(file), 'id'));

const inChinese = (page: string) => (isSingleFile(page) ? page.replace('.en.', '.zh-CN.') : `zh-CN/${page}`);

test('there is a page of every kind, in both languages', () => {
  expect(pages).toEqual(
    expect.arrayContaining(
      ['', 'errors/', 'guides/', 'guides/publish/', 'changelog/'].flatMap((path) => [
        `${path}index.html`,
        `zh-CN/${path}index.html`,
      ]),
    ),
  );
});

test.each(pages)('every address within %s leads somewhere, and every anchor', (page) => {
  const here = join(dist, page);
  const addresses = [...values(htmlOf(here), 'href'), ...values(htmlOf(here), 'src')];
  expect(addresses.length).toBeGreaterThan(5);
  // Who has the single file has no other.
  const within = isSingleFile(page) ? here : dist;
  const broken = addresses.filter((address) => {
    if (/^(https?|data|mailto):/.test(address)) return false;
    const url = new URL(address, `file://${here}`);
    let file = fileURLToPath(new URL(url.pathname, 'file://'));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (relative(within, file).startsWith('..') || !existsSync(file)) return true;
    return url.hash !== '' && file.endsWith('.html') && !idsOf(file).has(decodeURIComponent(url.hash.slice(1)));
  });
  expect(broken).toEqual([]);
});

test.each(pages)('no two elements of %s have the same id', (page) => {
  const ids = values(htmlOf(join(dist, page)), 'id');
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('the single file holds the pages of the site, each guide with its headings', () => {
  const guides = pages.filter((page) => /^guides.*index\.html$/.test(page));
  expect(guides.length).toBeGreaterThan(5);
  const anchors = guides.flatMap((page) => {
    const guide = page.replace('/index.html', '');
    const [content = ''] = /<article.*<\/article>/s.exec(htmlOf(join(dist, page))) ?? [];
    return [guide, ...values(content, 'id').map((id) => `${guide}/${id}`)];
  });
  for (const file of pages.filter(isSingleFile)) {
    const ids = idsOf(join(dist, file));
    expect([...anchors, 'errors', 'changelog'].filter((anchor) => !ids.has(anchor))).toEqual([]);
  }
});

test('a page has the same anchors in both languages, so that the language can change in place', () => {
  for (const page of pages.filter((name) => !name.includes('zh-CN'))) {
    const [english, chinese] = [page, inChinese(page)].map((file) => [...idsOf(join(dist, file))]);
    expect(chinese, page).toEqual(english);
  }
});
