import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linkDecisions, referencePage, tsdocComment, tsdocText } from '../src/tsdoc.js';

const { homepage } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  homepage: string;
};
const place = { pointer: '#/components/schemas/Endpoint/properties/name' };

test('pages of the reference lie below the home page of the package, those in Chinese in a folder of their own', () => {
  expect(referencePage('errors/', 'en')).toBe(`${homepage}errors/`);
  expect(referencePage('errors/', 'zh-CN')).toBe(`${homepage}zh-CN/errors/`);
});

test('each decision that a text names is a link to its page', () => {
  expect(linkDecisions('See decision 2 and decision 15.', 'en')).toBe(
    `See [decision 2](${homepage}decisions/2/) and [decision 15](${homepage}decisions/15/).`,
  );
  const chinese = (number: number) => `[说明 ${number}](${homepage}zh-CN/decisions/${number}/)`;
  expect(linkDecisions('未说明 0 的含义。见说明 2 和说明 15。', 'zh-CN')).toBe(
    `未说明 0 的含义。见${chinese(2)} 和${chinese(15)}。`,
  );
});

test('what is deprecated says why at its tag', () => {
  expect(tsdocText({ description: 'The old name, as in a.b. Gone since\nMay.\n', deprecated: true }, 'en', place)).toBe(
    'The old name, as in a.b.\n\n@deprecated Gone since\nMay.',
  );
  expect(tsdocText({ description: '旧名称。应使用新名称。', deprecated: true }, 'zh-CN', place)).toBe(
    '旧名称。\n\n@deprecated 应使用新名称。',
  );
  expect(() => tsdocText({ description: 'The old name.', deprecated: true }, 'en', place)).toThrow(
    'is deprecated, and does not say why',
  );
});

test('a comment ends where it is meant to end', () => {
  expect(tsdocComment('One line')).toBe('/** One line */\n');
  expect(tsdocComment('From */5\n\nto 7', '  ')).toBe('  /**\n   * From *\\/5\n   *\n   * to 7\n   */\n');
});
