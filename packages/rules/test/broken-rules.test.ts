import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '@vpcep/testing';
import type { DocumentRule } from '@vpcep/openapi/reader';
import { readRules, type RuledSchema } from '../src/document.js';
import { brokenRules } from '../src/broken-rules.js';
import { fieldName } from '../src/index.js';

/** What the rules of a body's schema find in a body: the field, the word and the code of each. */
function found(body: unknown, schema: RuledSchema): string[] {
  const { rules } = readRules({ query: [], body: schema }, () => ({}));
  return [...brokenRules(rules, { body })].map(({ path, rule, code }) => `${fieldName(path)} ${rule} ${code}`);
}
const withRule = (rule: DocumentRule, rest: RuledSchema = {}): RuledSchema => ({ ...rest, 'x-rules': [rule] });

describe('uniqueBy', () => {
  const ports = withRule(
    { uniqueBy: ['port', 'protocol'], code: 'C' },
    { items: { properties: { port: {}, protocol: { default: 'TCP' } } } },
  );

  test.each<[string, unknown, string[]]>([
    [
      'names each item that repeats an earlier one',
      [{ port: 1 }, { port: 2 }, { port: 1 }, { port: 1 }],
      ['body[2]', 'body[3]'],
    ],
    ['counts the default for a member that is left out', [{ port: 1 }, { port: 1, protocol: 'TCP' }], ['body[1]']],
    ['tells other values apart', [{ port: 1 }, { port: 1, protocol: 'UDP' }, { port: '1' }], []],
    ['compares members that neither item has', [{ protocol: 'UDP' }, { protocol: 'UDP' }], ['body[1]']],
    ['leaves alone what is no text, number or flag', [{ port: [1] }, { port: [1] }, null, null, 1, 1], []],
    ['leaves alone what is no list', { port: 1 }, []],
  ])('%s', (_, body, fields) => {
    expect(found(body, ports)).toEqual(fields.map((field) => `${field} uniqueBy C`));
  });

  test('drops spaces at the edges, and no other white space, when it trims', () => {
    const schema = withRule({ uniqueBy: [], trim: true, code: 'C' });
    expect(found(['a', ' a ', 'a\t', ' ', ''], schema)).toEqual(['body[1] uniqueBy C', 'body[4] uniqueBy C']);
  });

  test('finds the same as comparing every item with every other', () => {
    const item = fc.record(
      { port: fc.integer({ min: 1, max: 3 }), protocol: fc.constantFrom('TCP', 'UDP') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        const same = (a: (typeof items)[number], b: (typeof items)[number]) =>
          a.port === b.port && (a.protocol ?? 'TCP') === (b.protocol ?? 'TCP');
        const expected = items.flatMap((one, index) =>
          items.slice(0, index).some((other) => same(one, other)) ? [`body[${index}] uniqueBy C`] : [],
        );
        expect(found(items, ports)).toEqual(expected);
      }),
      { numRuns: scaled(500) },
    );
  });
});

describe('requires and forbids', () => {
  const properties = { action: {}, quiet: { default: false } };

  test.each<[string, DocumentRule, unknown, string[]]>([
    ['a member that is missing', { requires: ['a', 'b'], code: 'C' }, { b: 1 }, ['body.a requires C']],
    ['a member that is null is there', { requires: ['a'], code: 'C' }, { a: null }, []],
    ['a member that may not be there', { forbids: ['a'], code: 'C' }, { a: '' }, ['body.a forbids C']],
    [
      'only when another has the value',
      { forbids: ['a'], when: { action: 'x' }, code: 'C' },
      { a: 1, action: 'y' },
      [],
    ],
    [
      'when another has the value',
      { requires: ['a'], when: { action: 'x' }, code: 'C' },
      { action: 'x' },
      ['body.a requires C'],
    ],
    [
      'when another is left out, by its default',
      { requires: ['a'], when: { quiet: false }, code: 'C' },
      {},
      ['body.a requires C'],
    ],
    [
      'in each item of a list',
      { requires: ['a'], at: ['list[]'], code: 'C' },
      { list: [{ a: 1 }, {}] },
      ['body.list[1].a requires C'],
    ],
    ['not in what is no object', { requires: ['a'], code: 'C' }, 'text', []],
    [
      'a member that every object inherits is not there',
      { requires: ['toString'], code: 'C' },
      {},
      ['body.toString requires C'],
    ],
  ])('%s', (_, rule, body, expected) => {
    expect(found(body, withRule(rule, { properties }))).toEqual(expected);
  });
});

describe('exactlyOneOf', () => {
  test.each([
    [{}, ['query exactlyOneOf C']],
    [{ a: '1' }, []],
    [{ a: '1', b: '' }, ['query exactlyOneOf C']],
    [undefined, ['query exactlyOneOf C']],
  ])('holds for the query of an operation: %j', (query, expected) => {
    const { rules } = readRules({ 'x-rules': [{ exactlyOneOf: ['a', 'b'], code: 'C' }], query: [] }, () => ({}));
    const findings = [...brokenRules(rules, { query })];
    expect(findings.map(({ path, rule, code }) => `${fieldName(path)} ${rule} ${code}`)).toEqual(expected);
  });
});

describe('notWithin', () => {
  const schema = withRule({ notWithin: '198.19.128.0/20', code: 'C' });

  test.each(['198.19.128.0', '198.19.135.7', '198.19.143.255'])('refuses %s', (address) => {
    expect(found(address, schema)).toEqual(['body notWithin C']);
  });
  test.each(['198.19.127.255', '198.19.144.0', '10.0.0.1', '198.19.128', '198.19.128.256', 'x', 7])(
    'leaves %s alone',
    (address) => {
      expect(found(address, schema)).toEqual([]);
    },
  );
});

test('a rule beside a reference and one of what it refers to both hold, and a schema that holds itself is no trap', () => {
  const tree: RuledSchema = {
    properties: { child: { $ref: '#/tree' } },
    'x-rules': [{ requires: ['name'], code: 'C' }],
  };
  const beside = withRule({ forbids: ['old'], code: 'D' }, { $ref: '#/tree' });
  const { rules } = readRules({ query: [], body: beside }, () => tree);
  const findings = [...brokenRules(rules, { body: { old: 1, child: {} } })];
  expect(findings.map(({ path }) => fieldName(path)).sort()).toEqual(['body.child.name', 'body.name', 'body.old']);
});

test('takes time linear in the size of a list', () => {
  const schema = withRule({ uniqueBy: ['key'], code: 'C' });
  const items = Array.from({ length: 100_000 }, (_, index) => ({ key: String(index % 50_000) }));
  expect(found(items, schema)).toHaveLength(50_000);
});
