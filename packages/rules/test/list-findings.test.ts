import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding, Rule } from '../src/index.js';
import { fieldName, listFindings, maxFindings } from '../src/index.js';

type Place = Finding['path'];
const missing = (...path: Place): Finding => ({
  path,
  rule: 'required',
  params: { missingProperty: String(path.at(-1)) },
  code: 'G',
});
const tooLong = (...path: Place): Finding => ({ path, rule: 'maxItems', params: { maxItems: 1 }, code: 'G' });
const told = (findings: readonly Finding[]) => findings.map(({ path, rule }) => `${fieldName(path)} ${rule}`);

const uniqueKeys = (base: string): Rule => ({ code: 'R', base, word: 'uniqueBy', members: [{ name: 'key' }] });
const needsKey = (base: string): Rule => ({ code: 'R', base, word: 'requires', members: ['key'] });
const equalTags = [{ key: 'a' }, { key: 'a' }];

test('what schemas do not allow comes first, then what the rules do not', () => {
  const findings = listFindings([missing('body', 'id')], [uniqueKeys('body.tags')], { body: { tags: equalTags } });
  expect(told(findings)).toEqual(['body.id required', 'body.tags[1] uniqueBy']);
});

test('each value is told of once, and by what says more', () => {
  const equal: Finding = { path: ['body', 'tags', 1], rule: 'uniqueItems', params: { index: 1, first: 0 }, code: 'G' };
  const rules = [uniqueKeys('body.tags'), uniqueKeys('body.tags')];
  expect(told(listFindings([equal], rules, { body: { tags: equalTags } }))).toEqual(['body.tags[1] uniqueBy']);
  expect(told(listFindings([equal, missing('body', 'tags', 1)], [], {}))).toEqual(['body.tags[1] uniqueItems']);
});

test('nothing comes from inside of a list that is too long', () => {
  const rules = ['tags', 'tagsets'].flatMap((name) => [uniqueKeys(`body.${name}`), needsKey(`body.${name}[]`)]);
  const tags = [...equalTags, {}];
  const body = { tags, tagsets: tags };
  const bySchema = [
    tooLong('body', 'tags'),
    missing('body', 'tags', 2, 'value'),
    missing('body', 'tagsets', 2, 'value'),
  ];
  expect(told(listFindings(bySchema, rules, { body }))).toEqual([
    'body.tags maxItems',
    'body.tagsets[2].value required',
    'body.tagsets[1] uniqueBy',
    'body.tagsets[2].key requires',
  ]);
});

test('of the lists within a list, those alone are left out that are too long', () => {
  const values: Rule = { code: 'R', base: 'body', at: 'tags[].values', word: 'uniqueBy', members: [] };
  const body = { tags: [{ values: ['a', 'a'] }, { values: ['a', 'a'] }] };
  expect(told(listFindings([tooLong('body', 'tags', 0, 'values')], [values], { body }))).toEqual([
    'body.tags[0].values maxItems',
    'body.tags[1].values[1] uniqueBy',
  ]);
});

test('what rules say of other fields is told beside a list that is too long', () => {
  const body = { tags: equalTags };
  expect(told(listFindings([tooLong('body', 'tags')], [needsKey('body')], { body }))).toEqual([
    'body.tags maxItems',
    'body.key requires',
  ]);
});

/** A list whose items cannot be looked at. */
const untouchable = (length: number): unknown[] =>
  Array.from({ length }, () => ({
    get key(): string {
      throw new Error('looked at');
    },
  }));

test('the items of a list that is too long are not looked at', () => {
  const rules = [uniqueKeys('body.tags'), needsKey('body.tags[]')];
  const args = { body: { tags: untouchable(3) } };
  expect(() => listFindings([], rules, args)).toThrow('looked at');
  expect(told(listFindings([tooLong('body', 'tags')], rules, args))).toEqual(['body.tags maxItems']);
});

test('the list ends, and nothing is looked at after its end', () => {
  const items = [...Array.from({ length: maxFindings + 1 }, () => ({ key: 'a' })), ...untouchable(1)];
  expect(listFindings([], [uniqueKeys('body')], { body: items })).toHaveLength(maxFindings);
  const many = Array.from({ length: 1000 }, (_, index) => missing('body', `field${index}`));
  expect(listFindings(many, [uniqueKeys('body')], { body: items })).toHaveLength(maxFindings);
});

test('a list of findings never names a value twice, whatever breaks it', () => {
  const path = fc.array(fc.constantFrom<string | number>('a', 'b', 0, 1), { minLength: 1, maxLength: 3 });
  const key = fc.record({ key: fc.constantFrom('x', 'y') }, { requiredKeys: [] });
  const base = fc.constantFrom('a', 'b', 'a[]', 'b[]');
  const rules = fc.array(fc.oneof(base.map(uniqueKeys), base.map(needsKey)));
  const args = fc.record({ a: fc.array(key), b: key });
  fc.assert(
    fc.property(fc.array(path), rules, args, (places, documentRules, values) => {
      const list = listFindings(
        places.map((place) => missing(...place)),
        documentRules,
        values,
      );
      const names = list.map((finding) => fieldName(finding.path));
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});
