import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { childPath, humanTexts } from '../build/translations/human-texts.js';
import { chineseEdition, laterState } from '../build/translations/edition.js';
import { readTranslations, skeleton, withActions } from '../build/translations/overlay.js';
import {
  findings,
  fingerprint,
  type Translation,
  untranslated,
  withAdded,
} from '../build/translations/translations.js';
import { type LaterState, laterStates } from '../src/documents.js';
import { bundleFile, readBundle } from '../build/bundle/files.js';

const document = {
  info: { title: 'Shop', license: { name: 'MIT' } },
  tags: [{ name: 'Orders', description: 'What is bought.' }],
  paths: {
    '/orders/{id}': {
      get: {
        summary: 'Show an order',
        'x-note': { description: 'not shown' },
        responses: {
          '200': { content: { 'application/json': { examples: { one: { value: { title: 'a title' } } } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Order: {
        default: { summary: 'a value' },
        examples: [{ description: 'a value' }],
        properties: { description: { type: 'string', description: 'What is bought.' } },
      },
    },
  },
};

const complete: Translation[] = [
  { target: '$.info', update: { title: '商店' }, 'x-english': { title: fingerprint('Shop') } },
  {
    target: '$.tags[0]',
    update: { description: '购买的内容。', 'x-displayName': '订单' },
    'x-english': { description: fingerprint('What is bought.'), 'x-displayName': fingerprint('Orders') },
  },
  {
    target: "$.paths['/orders/{id}'].get",
    update: { summary: '查询订单' },
    'x-english': { summary: fingerprint('Show an order') },
  },
  {
    target: '$.components.schemas.Order.properties.description',
    update: { description: '购买的内容。' },
    'x-english': { description: fingerprint('What is bought.') },
  },
];
const [info, tag, operation, property] = complete as [Translation, Translation, Translation, Translation];

test('texts are what people read: no names, no values, no extensions', () => {
  expect(humanTexts(document).map(({ place, english }) => [place, english])).toEqual([
    ['$.info.title', 'Shop'],
    ['$.tags[0].description', 'What is bought.'],
    ["$.paths['/orders/{id}'].get.summary", 'Show an order'],
    ['$.components.schemas.Order.properties.description.description', 'What is bought.'],
    ["$.tags[0]['x-displayName']", 'Orders'],
  ]);
});

test('what leads from one state to another is a text of the document, though it stands in a word of its own', () => {
  const summary = 'It is ready';
  const status = { enum: ['new', 'ready'], 'x-transitions': [{ from: 'new', to: 'ready', by: 'finish', summary }] };
  expect(humanTexts({ components: { schemas: { Status: status } } })).toEqual([
    {
      target: "$.components.schemas.Status['x-transitions'][0]",
      field: 'summary',
      place: "$.components.schemas.Status['x-transitions'][0].summary",
      english: summary,
    },
  ]);
});

test('what a way to authenticate is called is a text', () => {
  const securitySchemes = { signature: { type: 'apiKey', name: 'Authorization', 'x-displayName': 'AK/SK signature' } };
  const target = '$.components.securitySchemes.signature';
  expect(humanTexts({ components: { securitySchemes } })).toEqual([
    { target, field: 'x-displayName', place: `${target}['x-displayName']`, english: 'AK/SK signature' },
  ]);
});

test('whom to ask is a text, though it is a name', () => {
  const info = {
    title: 'Shop',
    license: { name: 'MIT' },
    contact: { name: 'Help desk', url: 'https://shop.example/' },
  };
  expect(humanTexts({ info }).map(({ place, english }) => [place, english])).toEqual([
    ['$.info.title', 'Shop'],
    ['$.info.contact.name', 'Help desk'],
  ]);
});

describe('a made-up document', () => {
  test('is without findings when everything is translated', () => {
    expect(findings(humanTexts(document), complete)).toEqual([]);
    expect(untranslated(humanTexts(document), complete)).toEqual([]);
  });
  test('a text without a translation is found, and one that was left in English', () => {
    expect(findings(humanTexts(document), [tag, operation, property])).toEqual(['$.info.title has no translation']);
    expect(findings(humanTexts(document), [{ ...info, update: { title: 'Shop' } }, tag, operation, property])).toEqual([
      '$.info.title has no translation',
    ]);
  });
  test('a target that matches nothing is found, a text that is not there, and an action without texts', () => {
    const astray = [
      { target: '$.paths.nowhere', update: { summary: '无' }, 'x-english': {} },
      { target: '$.info', update: { summary: '无' }, 'x-english': {} },
      { target: '$.servers', update: {}, 'x-english': {} },
    ];
    expect(findings(humanTexts(document), [...complete, ...astray])).toEqual([
      '$.paths.nowhere.summary is translated, but the document has no such text',
      '$.info.summary is translated, but the document has no such text',
      '$.servers is the target of an action that translates nothing',
    ]);
  });
  test('a text that has changed since is found, and a translation that does not say of what it is one', () => {
    const changed = ['$.info.title has changed since it was translated'];
    expect(findings(humanTexts({ ...document, info: { title: 'Store' } }), complete)).toEqual(changed);
    expect(findings(humanTexts(document), [{ ...info, 'x-english': {} }, tag, operation, property])).toEqual(changed);
  });
  test('a text that is translated twice is found', () => {
    expect(findings(humanTexts(document), [...complete, info])).toEqual(['$.info.title is translated more than once']);
  });
});

describe('adding translations', () => {
  test('the skeleton has the English text, or the translation of the same text elsewhere', () => {
    expect(parse(skeleton(untranslated(humanTexts(document), [info, tag])))).toEqual({
      actions: [{ ...operation, update: { summary: 'Show an order' } }, property],
    });
  });
  test('the skeleton shows how a changed text was translated so far', () => {
    const text = skeleton(untranslated(humanTexts({ ...document, info: { title: 'Store' } }), complete));
    expect(text).toContain('# until now:\n      # 商店\n      title: Store\n');
  });
  test('a skeleton of nothing is empty', () => {
    expect(parse(skeleton([]))).toEqual({ actions: [] });
  });
  test('translations go to their place, replace older ones, and drop those without a text', () => {
    const stale = { target: '$.gone', update: { title: '无' }, 'x-english': {} };
    const older = { ...tag, update: { ...tag.update, 'x-displayName': '旧' } };
    expect(withAdded(humanTexts(document), [property, older, stale], [operation, tag, info])).toEqual(complete);
  });
  test('what was left in English replaces nothing', () => {
    expect(withAdded(humanTexts(document), complete, [{ ...info, update: { title: 'Shop' } }])).toEqual(complete);
  });
  test('the overlay keeps its comments, and lines are not folded', () => {
    const long = { ...info, update: { title: '很长的文字，'.repeat(50) } };
    const text = withActions('# Why.\noverlay: 1.0.0\nactions: []\n', [long]);
    expect(text).toContain('# Why.\noverlay: 1.0.0\n');
    expect(parse(text)).toEqual({ overlay: '1.0.0', actions: [long] });
    expect(text).toContain(long.update.title);
  });
});

const states: (LaterState | undefined)[] = [undefined, ...laterStates];

describe.each(states)('the Chinese edition, as of %s', (asOf) => {
  const bundle = readBundle(asOf);
  const chinese = JSON.parse(readFileSync(bundleFile(asOf, 'zh-CN'), 'utf8')) as object;
  const english = new Map(humanTexts(bundle).map((text) => [text.place, text.english]));
  const texts = humanTexts(chinese)
    .filter(({ field }) => field !== 'x-displayName')
    .map(({ place, english: text }) => ({ place, text, original: english.get(place) ?? '' }));

  test('is complete', () => {
    const edition = chineseEdition(asOf);
    expect(findings(edition.texts, readTranslations(edition.overlay))).toEqual([]);
  });
  test('differs from the English one in its texts, and in nothing else', () => {
    expect(differences(bundle, chinese).sort()).toEqual([...english.keys()].sort());
  });
  test('has no text left in English, the names of tags included', () => {
    expect(texts.filter(({ text }) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    for (const tag of (chinese as { tags: object[] }).tags) {
      expect(tag).toMatchObject({ 'x-displayName': expect.stringMatching(/\p{Script=Han}/u) as string });
    }
  });
  test('names the same fields and values', () => {
    for (const { place, text, original } of texts) expect(inCode(text), place).toEqual(inCode(original));
  });
  test('has bold text where bold is meant: after a full stop, Markdown does not close it before a Chinese character', () => {
    for (const { place, text } of texts) expect(text, place).not.toMatch(/\p{P}(?<!\*)\*\*\p{Script=Han}/u);
  });
});

test('a state that there is not is named, with those that there are', () => {
  expect(laterState(undefined)).toBeUndefined();
  expect(laterState('2026-08')).toBe('2026-08');
  expect(() => laterState('2027-01')).toThrow('--as-of 2027-01: there is no such state; there is 2026-08');
});

/** Where two values differ, by JSONPath. */
function differences(one: unknown, other: unknown, place = '$'): string[] {
  if (!isObject(one) || !isObject(other)) return one === other ? [] : [place];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name) =>
    differences(one[name], other[name], Array.isArray(one) ? `${place}[${name}]` : childPath(place, name)),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What a text sets in code, each once, in alphabetical order. */
function inCode(text: string): string[] {
  return [...new Set(text.match(/`[^`]+`/g))].sort();
}
