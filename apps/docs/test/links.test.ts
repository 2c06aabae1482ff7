import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('index.html'));

const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
const values = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(`<[^>]+? ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => decode(value));

const texts = new Map<string, string>();
function htmlOf(file: string): string {
  const known = texts.get(file) ?? readFileSync(file, 'utf8');
  texts.set(file, known);
  return known;
}
const idsOf = (file: string) => new Set(values(htmlOf(file), 'id'));

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
  const broken = addresses.filter((address) => {
    if (/^(https?|data|mailto):/.test(address)) return false;
    const url = new URL(address, `file://${here}`);
    let file = fileURLToPath(new URL(url.pathname, 'file://'));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (relative(dist, file).startsWith('..') || !existsSync(file)) return true;
    return url.hash !== '' && file.endsWith('.html') && !idsOf(file).has(decodeURIComponent(url.hash.slice(1)));
  });
  expect(broken).toEqual([]);
});

test('a page has the same anchors in both languages, so that the language can change in place', () => {
  for (const page of pages.filter((name) => !name.startsWith('zh-CN'))) {
    const [english, chinese] = [page, `zh-CN/${page}`].map((file) => [...idsOf(join(dist, file))]);
    expect(chinese, page).toEqual(english);
  }
});
