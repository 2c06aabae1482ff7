import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { joinChineseLines } from '../src/site/chinese-lines.js';
import { dist, htmlOf, readDist } from './dist.js';

const folders = readdirSync(join(dist, 'zh-CN'), { recursive: true, encoding: 'utf8' })
  .map((file) => `zh-CN/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('index.md') && !file.startsWith('zh-CN/all/'))
  .map((file) => file.replace(/index\.md$/, ''));

const stop = '，。；：、！？（）';
const rules: readonly [string, RegExp][] = [
  ['a blank between Chinese characters', new RegExp(`[\\p{Script=Han}${stop}]\\s+[\\p{Script=Han}${stop}]`, 'gu')],
  ['a blank beside Chinese punctuation', new RegExp(`[${stop}]\\s+\\S|\\S\\s+[${stop}]`, 'gu')],
  ['no blank between Chinese and Latin', /\p{Script=Han}[A-Za-z0-9%`]|[A-Za-z0-9%`]\p{Script=Han}/gu],
];

/** The places of a text that the rules for blanks do not allow. */
const faultsIn = (text: string) =>
  rules.flatMap(([rule, pattern]) =>
    [...text.matchAll(pattern)].map(({ index }) => `${rule}: ${text.slice(Math.max(0, index - 12), index + 14)}`),
  );

test('Chinese pages as Markdown have blanks where Chinese has them, and nowhere else', () => {
  expect(folders.length).toBeGreaterThan(100);
  const faults = folders.flatMap((folder) => {
    const words = readDist(`${folder}index.md`)
      .replaceAll(/(`{3,})[^]*?\1/g, '|')
      // Where links lead is no text, nor are the marks of emphasis. Links beside each other are a list.
      .replaceAll(/\[((?:[^[\]]|\[[^\]]*\])*)\]\(\S+?(?: "\w+")?\)(?= \[)/g, '$1|')
      .replaceAll(/\[((?:[^[\]]|\[[^\]]*\])*)\]\(\S+?(?: "\w+")?\)/g, '$1')
      .replaceAll(/\*\*|\\(?=\W)/g, '');
    // Headings, rows and cells of tables, and entries of lists begin anew.
    const blocks = words.split(/\n\s*\n|\n(?=\s*(?:[-*] |\d+\. |#|\|))|(?<=^#.*)\n|\|/m);
    return blocks
      .flatMap((block) => faultsIn(block.replace(/^\s*(?:[-*]|\d+\.|#+) /, '').trim()))
      .map((fault) => `${folder} ${fault}`);
  });
  expect(faults).toEqual([]);
});

test('paragraphs of Chinese pages have no line break where a browser would show a blank that Chinese does not have', () => {
  const faults = folders.flatMap((folder) =>
    [...htmlOf(folder).querySelectorAll('main :is(p, li, td, dd)')]
      .filter(
        (element) =>
          element.closest('[lang=en], pre, dialog') === null &&
          element.querySelector('p, li, pre, table, details') === null,
      )
      .flatMap(({ textContent }) => faultsIn(textContent.trim()).filter((fault) => fault.includes('\n')))
      .map((fault) => `${folder} ${fault}`),
  );
  expect(faults).toEqual([]);
});

test.each([
  ['自动接受，\n否则', '自动接受，否则'],
  ['负载均衡器\n（`LB`）', '负载均衡器（`LB`）'],
  ['**注意**\n**否则**', '**注意****否则**'],
  ['见[说明](a/b)\n的内容', '见[说明](a/b)的内容'],
  ['- 一，\n  二', '- 一，二'],
  ['取值：\n`a`', '取值：`a`'],
])('%j is joined', (text, joined) => {
  expect(joinChineseLines(text)).toBe(joined);
});

test.each([
  'two\nlines',
  '中文\nLatin',
  '取值：\n- `a`\n- `b`',
  '一。\n\n二。',
  '# 标题\n正文',
  '| 一 | 二 |\n| --- | --- |\n| 三 | 四 |',
  '```text\n一，\n二\n```',
])('%j stays as it is', (text) => {
  expect(joinChineseLines(text)).toBe(text);
});
