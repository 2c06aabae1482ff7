import { describe, expect, test } from 'vitest';
import { readRules, statementOf } from '../src/document.js';
import { codeAt, commonCode, type Finding, predicateOf } from '../src/index.js';

const repeated = (...path: (string | number)[]): Finding => ({
  path,
  rule: 'uniqueBy',
  params: { index: 1, first: 0, members: ['key'], defaults: {}, trim: false },
  code: 'R',
});

test('a breach has the code of its keyword, that of its place, or the general one', () => {
  const codes = { 'body.list[]': 'PLACE', 'body.list#maxItems': 'KEYWORD' };
  expect(codeAt(codes, ['body', 'list', 3], 'type', 'G')).toBe('PLACE');
  expect(codeAt(codes, ['body', 'list'], 'maxItems', 'G')).toBe('KEYWORD');
  expect(codeAt(codes, ['body', 'list'], 'type', 'G')).toBe('G');
  expect(codeAt(codes, ['body', 'list', 'length'], 'type', 'G')).toBe('G');
});

test('a request is answered with the code that all findings have, or the general one', () => {
  expect(commonCode([{ code: 'A' }, { code: 'A' }], 'G')).toBe('A');
  expect(commonCode([{ code: 'A' }, { code: 'B' }], 'G')).toBe('G');
  expect(commonCode([], 'G')).toBe('G');
});

describe('the words', () => {
  test.each<[Finding, string, string]>([
    [
      repeated('body', 'tags', 1),
      'has the same key as the item at position [0]; remove or change one of the two',
      '与位置 [0] 的项具有相同的 key，请删除或修改其中一个',
    ],
    [
      {
        path: [],
        rule: 'uniqueBy',
        code: 'C',
        params: { index: 2, first: 1, members: ['a', 'b', 'c'], defaults: { c: 'TCP' }, trim: true },
      },
      'has the same a, b and c as the item at position [1]; c left out counts as TCP; spaces at the edges do not count; remove or change one of the two',
      '与位置 [1] 的项具有相同的 a、b 和 c，未填写的 c 视为 TCP，首尾空格不计，请删除或修改其中一个',
    ],
    [
      { path: [], rule: 'requires', code: 'C', params: { when: { action: 'create' } } },
      'must be given when action is create',
      '在 action 为 create 时必须填写',
    ],
    [{ path: [], rule: 'forbids', code: 'C', params: { when: {} } }, 'may not be given; remove it', '不能填写，请删除'],
    [
      {
        path: [],
        rule: 'pattern',
        code: 'C',
        params: { pattern: '^a$', message: { en: 'must be a', 'zh-CN': '必须是 a' } },
      },
      'must be a',
      '必须是 a',
    ],
    [
      { path: [], rule: 'pattern', code: 'C', params: { pattern: '^a$' } },
      'must match the pattern ^a$',
      '必须匹配正则表达式 ^a$',
    ],
    [
      { path: [], rule: 'maximum', code: 'C', params: { minimum: 1, maximum: 2 } },
      'must be between 1 and 2',
      '必须在 1 到 2 之间',
    ],
    [
      { path: [], rule: 'minItems', code: 'C', params: { minItems: 1, maxItems: 1 } },
      'must have exactly 1 item',
      '必须有且只有 1 项',
    ],
  ])('of %j', (finding, en, zh) => {
    expect(predicateOf(finding)).toEqual({ en, 'zh-CN': zh });
  });

  test('state a rule beside its field', () => {
    const statements = readRules(
      {
        query: [],
        body: {
          properties: { port: {}, protocol: {} },
          'x-rules': [
            { uniqueBy: ['port', 'protocol'], at: ['ports'], code: 'C' },
            { requires: ['port'], when: { protocol: 'TCP' }, code: 'C' },
            { exactlyOneOf: ['a', 'b'], code: 'C' },
            { forbids: ['a'], code: 'C' },
            { notWithin: '10.0.0.0/8', at: ['ip'], code: 'C' },
          ],
        },
      },
      () => ({}),
    ).rules.map(statementOf);
    expect(statements).toEqual([
      { en: 'No two items may have the same port and protocol.', 'zh-CN': '各项的 port 和 protocol 不能相同。' },
      { en: 'port must be given when protocol is TCP.', 'zh-CN': 'protocol 为 TCP 时，必须填写 port。' },
      { en: 'Exactly one of a and b must be given.', 'zh-CN': 'a 和 b 必须且只能填写一个。' },
      { en: 'a may not be given.', 'zh-CN': '不能填写 a。' },
      { en: 'May not be in 10.0.0.0/8.', 'zh-CN': '不能位于 10.0.0.0/8 网段内。' },
    ]);
  });
});
