import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type SchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = new URL('../vocabulary/', import.meta.url);
const words = readdirSync(folder).flatMap((file) => /^(x-.+)\.yaml$/.exec(file)?.[1] ?? []);
/** Strict, so that a keyword that is misspelt in a word's schema is an error. */
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
const schemaOf = (word: string) => parse(readFileSync(new URL(`${word}.yaml`, folder), 'utf8')) as SchemaObject;

const code = 'EndPoint.0002';
const known: Record<string, { good: unknown[]; bad: unknown[] }> = {
  'x-rules': {
    good: [
      [{ uniqueBy: [], code }],
      [{ uniqueBy: ['key'], trim: true, at: ['tags', 'tags[].values', '[]', '[].values'], code }],
      [{ exactlyOneOf: ['id', 'name'], code }],
      [
        { requires: ['name'], when: { action: 'create', count: 2, dry: false }, code },
        { forbids: ['name'], code },
      ],
      [{ notWithin: '198.19.128.0/20', code }],
    ],
    bad: [
      [],
      { uniqueBy: ['key'], code },
      // No word, a word that nobody knows, two words, a word and another one's addition.
      [{ code }],
      [{ sameAs: ['name'], code }],
      [{ requires: ['name'], sameAs: ['name'], code }],
      [{ requires: ['name'], forbids: ['id'], code }],
      [{ requires: ['name'], trim: true, code }],
      // Without a code, or with several.
      [{ requires: ['name'] }],
      [{ requires: ['name'], code: [code] }],
      [{ uniqueBy: 'key', code }],
      [{ uniqueBy: ['key', 'key'], code }],
      [{ uniqueBy: ['key'], trim: false, code }],
      [{ exactlyOneOf: ['id'], code }],
      [{ requires: [], code }],
      [{ forbids: [], code }],
      [{ notWithin: '198.19.128.0', code }],
      [{ notWithin: '198.19.128.0/33', code }],
      [{ requires: ['name'], at: [], code }],
      [{ requires: ['name'], at: 'tags', code }],
      [{ requires: ['name'], at: ['tags', 'tags'], code }],
      ...['', 'tags.', '.tags', 'tags.[]', 'tags[', 'tags[0]', 'a..b'].map((at) => [
        { requires: ['name'], at: [at], code },
      ]),
      [{ requires: ['name'], when: {}, code }],
      [{ requires: ['name'], when: { action: ['create'] }, code }],
    ],
  },
  'x-error-code': {
    good: [code, { maxItems: code }, { minLength: code, maxLength: 'EndPoint.0003' }],
    bad: [{}, [code], 2, { maxItems: 2 }, null],
  },
  'x-label': {
    good: ['VPC ID', 'Full name of the service', '键', 'VPC 终端节点 ID', '内网 IPv4 地址'],
    bad: ['', 'vpc id', 'The VPC.', '端口映射。', ' Tags', 'Tags ', 'What a description is for, a label is not', 3],
  },
  'x-message': {
    good: ['must be a UUID, such as 35d0f7e2-8882-4871-a3c2-d380272eed83', '必须为UUID'],
    bad: ['Must be a UUID', 'must be a UUID.', '必须为UUID。', '', ['must be a UUID']],
  },
  'x-lifecycle': {
    good: [{ passing: ['creating'], final: ['failed', 'deleting'] }],
    bad: [
      { passing: ['creating'] },
      { final: ['failed'] },
      { passing: ['creating'], final: [] },
      { passing: 'creating', final: ['failed'] },
      { passing: ['creating', 'creating'], final: ['failed'] },
      { passing: ['creating'], final: ['failed'], steady: ['available'] },
    ],
  },
  'x-transitions': {
    good: [
      [
        { to: 'creating', by: 'createThing', summary: 'The owner creates it' },
        { from: 'creating', to: 'ready', summary: '就绪' },
        { from: 'ready', to: 'broken', by: 'changeThing', with: { action: 'break' }, summary: 'Somebody breaks it' },
        { from: 'ready', summary: 'It is deleted' },
      ],
    ],
    bad: [
      [],
      { to: 'creating', summary: 'It is created' },
      // From nowhere to nowhere, without words, with words that are no beginning or a whole sentence.
      [{ summary: 'Nothing happens' }],
      [{ from: 'creating', to: 'ready' }],
      ...['', 'it is ready', 'It is ready.', '就绪。', ' It is ready'].map((summary) => [
        { from: 'creating', summary },
      ]),
      // Values of a body without an operation, or without any.
      [{ from: 'ready', with: { action: 'break' }, summary: 'It breaks' }],
      [{ from: 'ready', by: 'changeThing', with: {}, summary: 'It breaks' }],
      [{ from: 'ready', by: 'changeThing', with: { action: 1 }, summary: 'It breaks' }],
      [{ from: ['ready'], summary: 'It is deleted' }],
      [{ from: 'ready', by: ['changeThing'], summary: 'It breaks' }],
      [{ from: 'ready', after: '2m', summary: 'It is deleted' }],
    ],
  },
  'x-iam-action': {
    good: [
      { name: 'vpcep::listQuotas' },
      { name: 'vpcep:endpoints:updatePolicy', aliases: ['vpcep:endpoints:update', 'vpcep:epRouters:update'] },
    ],
    bad: [
      {},
      { aliases: ['vpcep:endpoints:update'] },
      { name: 'endpoints:update' },
      { name: 'vpcep:endpoints:' },
      { name: 'vpcep:endpoints:*' },
      { name: 'vpcep::listQuotas', aliases: [] },
      { name: 'vpcep::listQuotas', level: 'List' },
      ['vpcep::listQuotas'],
    ],
  },
  'x-regions': {
    good: [['cn-east-4', 'af-north-1']],
    bad: [[], 'cn-east-4', ['cn-east-4', 'cn-east-4'], [4]],
  },
  'x-extensible-enum': {
    good: [['basic', 'profession']],
    bad: [[], 'basic', ['basic', 'basic'], [1]],
  },
  'x-conditional-default': {
    good: ['*', [{ Effect: 'Allow' }], { Version: '5.0' }, 0, false],
    bad: [null],
  },
  'x-names': {
    good: [{ 'cn-north-4': { en: 'CN North-Beijing4', 'zh-CN': '华北-北京四' } }],
    bad: [
      {},
      ['cn-north-4'],
      { 'cn-north-4': 'CN North-Beijing4' },
      { 'cn-north-4': { en: 'CN North-Beijing4' } },
      { 'cn-north-4': { en: '', 'zh-CN': '华北-北京四' } },
      { 'cn-north-4': { en: 'CN North-Beijing4', 'zh-CN': '华北-北京四', de: 'Peking' } },
      { '': { en: 'CN North-Beijing4', 'zh-CN': '华北-北京四' } },
    ],
  },
  'x-from': {
    good: ['infrastructure'],
    bad: ['gateway', '', null, ['infrastructure']],
  },
};

test('what is good and bad is known of every word', () => {
  expect(words.length).toBeGreaterThan(0);
  expect(Object.keys(known).sort()).toEqual(words.sort());
});

describe.each(Object.entries(known))('%s', (word, { good, bad }) => {
  const validate = ajv.compile(schemaOf(word));
  test.each(good.map((value) => [JSON.stringify(value), value]))('may be %s', (_text, value) => {
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });
  test.each(bad.map((value) => [JSON.stringify(value), value]))('may not be %s', (_text, value) => {
    expect(validate(value)).toBe(false);
  });
});
