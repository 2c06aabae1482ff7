import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { addressOf, htmlOf, pageFiles } from './dist.js';

const folder = dirname(fileURLToPath(import.meta.resolve('@vpcep/openapi/decisions/README.md')));
const numbers = readdirSync(folder).flatMap((file) => /^0*(\d+)-/.exec(file)?.[1] ?? []);
const textOf = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

test('every decision has a page of its own in both languages, and no other has', () => {
  const paths = ['', 'zh-CN/'].flatMap((language) =>
    ['', ...numbers.map((number) => `${number}/`)].map((path) => `${language}decisions/${path}`),
  );
  expect(
    pageFiles
      .map(addressOf)
      .filter((page) => /(^|\/)decisions\//.test(page) && !page.includes('guides/'))
      .sort(),
  ).toEqual(paths.sort());
});

test.each(['', 'zh-CN/'])(
  'the list of /%sdecisions/ leads to each decision by its title, and says what was chosen',
  (path) => {
    const rows = [...htmlOf(`${path}decisions/`).querySelectorAll('tbody tr')];
    expect(rows.map((row) => textOf(row.querySelector('td')))).toEqual(numbers);
    for (const [index, number] of numbers.entries()) {
      const [, about, choice] = rows[index]?.querySelectorAll('td') ?? [];
      const link = about?.querySelector('a');
      expect(link?.getAttribute('href')).toBe(`../decisions/${number}/`);
      expect(textOf(htmlOf(`${path}decisions/${number}/`).querySelector('h1'))).toContain(textOf(link));
      expect(textOf(choice)).not.toBe('');
    }
  },
);

test('a page has the decision in full, with its source and its reason', () => {
  const article = htmlOf('decisions/15/').querySelector('article');
  expect(textOf(article?.querySelector('h1'))).toBe('Decision 15: Paging and sorting');
  for (const words of ['Source.', 'Document.', 'Why.', 'a later release adds a minimum of 1']) {
    expect(textOf(article)).toContain(words);
  }
});

test('a decision leads to another one by its page', () => {
  const links = [...htmlOf('decisions/6/').querySelectorAll('article a')].map((link) => link.getAttribute('href'));
  expect(links).toContain('../../decisions/24/');
});

test('the Chinese page says in Chinese what was chosen, and marks the text in full as English', () => {
  const article = htmlOf('zh-CN/decisions/15/').querySelector('article');
  expect(textOf(article?.querySelector('h1'))).toBe('说明 15：分页与排序');
  expect(textOf(article)).toContain('以表格为准，从 0 开始');
  expect(textOf(article?.querySelector('[lang=en]'))).toContain('a later release adds a minimum of 1');
});

test.each(['', 'zh-CN/'])('in the guide of /%s, a number keeps its place, and leads to the decision', (path) => {
  for (const number of numbers) {
    const row = htmlOf(`${path}guides/decisions/`).getElementById(number);
    expect(row?.querySelector('a')?.getAttribute('href')).toBe(`../../decisions/${number}/`);
  }
});

test.each([
  ['', 'decision 11: The length of IDs'],
  ['zh-CN/', '11：ID 的长度'],
])('what a text of the reference says of a decision is a link to it by its title, below /%s', (path, words) => {
  const link = [...htmlOf(`${path}operations/createEndpointService/`).querySelectorAll('a')].find((candidate) =>
    textOf(candidate).endsWith(words),
  );
  expect(link?.getAttribute('href')).toMatch(/(^|\/)decisions\/11\/$/);
});
