import { documents, documentsAsOf, errors, laterStates } from '@vpcep/openapi/documents';
import { type Document, operationsOf, resolve, type Schema } from '@vpcep/openapi/reader';
import { describe, expect, test } from 'vitest';
import { addLaterRules } from '../src/later/add-later-rules.js';
import { laterRulesOf } from '../src/later/later-rule.js';
import { folderOf, languages } from '../src/site/languages.js';
import { textsOf } from '../src/site/texts.js';
import { fieldNameOf, htmlOf, operationIn } from './dist.js';

/** The fields of a body or parameter in two states of a document, with what they are held to in each. */
function* pairs(
  [first, later]: readonly [Document, Document],
  [one, other]: readonly [Schema, Schema],
  name: string,
): Generator<{ name: string; one: Schema; other: Schema }> {
  const [before, after] = [resolve(first, one), resolve(later, other)];
  if (name !== '') yield { name, one: before, other: after };
  for (const [property, schema] of Object.entries(before.properties ?? {})) {
    yield* pairs([first, later], [schema, after.properties?.[property] ?? {}], property);
  }
  const items = [before.items, after.items] as const;
  if (items[0] !== undefined && items[1] !== undefined) {
    for (const { name: inner, ...pair } of pairs([first, later], [items[0], items[1]], ''))
      yield { name: inner, ...pair };
  }
}

/** What a reader has to be told of a field that differs: numbers, values and words of the later state. */
function newsOf(one: Schema, other: Schema): string[] {
  const rules = (schema: Schema) =>
    (schema['x-rules'] ?? []).flatMap((rule) => ('notWithin' in rule ? rule.notWithin : []));
  const changed = (given: Schema, was: Schema) => [
    ...[given.maxLength, given.maxItems].filter(
      (limit) => limit !== undefined && ![was.maxLength, was.maxItems].includes(limit),
    ),
    ...(given.enum ?? []).filter((value) => was.enum?.includes(value) === false),
    ...(given['x-message'] === was['x-message'] ? [] : [given['x-message']]),
    ...rules(given).filter((range) => !rules(was).includes(range)),
  ];
  return changed(other, one).map(String);
}

describe.each(languages)('in %s', (language) => {
  const folder = folderOf(language);
  const texts = textsOf[language];
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').toLowerCase();

  test.each(laterStates)(
    'each rule that %s has changed stands at the field of a request, and nowhere else',
    (state) => {
      const both = [documents[language], documentsAsOf[state][language]] as const;
      const later = new Map(operationsOf(both[1]).map((described) => [described.operationId, described]));
      let told = 0;
      for (const { operationId, requestBody, parameters } of operationsOf(both[0])) {
        const body = [
          requestBody?.json?.schema ?? {},
          later.get(operationId)?.requestBody?.json?.schema ?? {},
        ] as const;
        const fields = [
          ...pairs(both, body, ''),
          ...parameters.flatMap(({ name, schema }, index) => [
            ...pairs(both, [schema, later.get(operationId)?.parameters[index]?.schema ?? {}], name),
          ]),
        ]
          .map(({ name, one, other }) => ({ name, news: newsOf(one, other) }))
          .filter(({ news }) => news.length > 0);
        const request = operationIn(language, operationId).querySelector('section:has(> #request)');
        const said = [...(request?.querySelectorAll('.later') ?? [])].map((element) => ({
          name: fieldNameOf(element),
          text: plain(element.querySelector('.pattern')?.textContent ?? ''),
          month: element.querySelector('b')?.textContent,
        }));
        // A list may have changed, and what is said of its items.
        expect(new Set(said.map(({ name }) => name)), operationId).toEqual(new Set(fields.map(({ name }) => name)));
        // First what the field is, and then what is asked of it later.
        for (const { previousElementSibling: before } of request?.querySelectorAll('.later:not(.later + .later)') ?? [])
          expect(before?.textContent.trim()).toMatch(/[.。]$/);
        for (const { name, news } of fields) {
          const ofField = said.filter((each) => each.name === name);
          expect(ofField.map(({ month }) => month)).toEqual(ofField.map(() => texts.asOf(state)));
          for (const each of news) {
            expect(
              ofField.some(({ text }) => text.includes(plain(each))),
              `${operationId} ${name}: ${each}`,
            ).toBe(true);
            told += 1;
          }
        }
      }
      expect(told).toBeGreaterThan(10);
    },
  );

  const monthOf = (id: string) => {
    const heading = htmlOf(`${folder}later/`).getElementById(id);
    const section = heading?.closest('section');
    if (section === null || section === undefined) throw new Error(`there is no ${id}`);
    return section;
  };
  const pathsIn = (id: string) => [...monthOf(id).querySelectorAll('dt')].map(({ textContent }) => textContent);
  const leadsTo = (id: string, operationId: string) =>
    monthOf(id).querySelector(`a[href$="operations/${operationId}/"]`) !== null;

  test('each call, field and code that came later is listed below its month', () => {
    const operations = operationsOf(documents[language]);
    for (const { operationId, operation } of operations) {
      const since = operation['x-since'];
      if (since !== undefined) expect(leadsTo(since, operationId), operationId).toBe(true);
    }
    for (const { code, since } of errors) {
      if (since !== undefined) expect(monthOf(since).querySelector(`a[href$="#${code}"]`), code).not.toBeNull();
    }
    const sinces = Object.values(documents[language].components.schemas).flatMap(({ properties = {} }) =>
      Object.entries(properties).flatMap(([name, { 'x-since': since }]) =>
        since === undefined ? [] : [[name, since] as const],
      ),
    );
    expect(sinces.length).toBeGreaterThan(40);
    for (const [name, since] of sinces) {
      expect(
        pathsIn(since).some((path) => path.split('.').at(-1) === name),
        `${name} ${since}`,
      ).toBe(true);
    }
    const months = [...htmlOf(`${folder}later/`).querySelectorAll('h2')].map(({ id }) => id).slice(0, -1);
    expect(months).toEqual([...months].sort().reverse());
  });

  test('what a later state asks in another way is listed with what it asks, and with the calls', () => {
    const [state] = laterStates;
    const rows = [...monthOf(state).querySelectorAll('dl > div')];
    const key = rows.find(
      (row) => row.querySelector('dt')?.textContent === 'tags.key' && row.textContent.includes('128'),
    );
    expect(key?.querySelector('a[href$="operations/createEndpointService/"]')).not.toBeNull();
    const proxy = rows.find((row) => row.querySelector('dt')?.textContent === 'tcp_proxy');
    expect(proxy?.textContent).toContain('proxy_vni');
  });

  test('what is deprecated is listed, and struck through in the menu', () => {
    const deprecated = operationsOf(documents[language]).filter(({ operation }) => operation.deprecated);
    expect(deprecated.map(({ operationId }) => operationId)).toContain('deleteEndpointPolicy');
    expect(pathsIn('deprecated')).toContain('vip_port_id');
    for (const { operationId, operation } of deprecated) {
      expect(leadsTo('deprecated', operationId)).toBe(true);
      const item = htmlOf(folder).querySelector(`.menu a[href$="operations/${operationId}/"] s`);
      expect(item?.textContent).toBe(operation.summary);
    }
  });
});

describe('a difference', () => {
  const documentOf = (field: Schema, more: object = {}): Document => ({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: {
      '/things': {
        post: {
          operationId: 'createThing',
          requestBody: {
            content: {
              'application/json': {
                schema: { type: 'object', properties: { name: { $ref: '#/components/schemas/Name' } }, ...more },
              },
            },
          },
          responses: { '204': { description: 'Done.' } },
        },
      },
    },
    components: { schemas: { Name: field } },
  });
  const rulesOf = (first: Schema, ...states: Schema[]) => {
    const later = states.map((state, index) => ({ asOf: `203${index}-01`, document: documentOf(state) }));
    return laterRulesOf(addLaterRules(documentOf(first), later, 'en').components.schemas['Name'] ?? {});
  };
  const code = 'E.1';

  test.each<[Schema, Schema, object]>([
    [{ maxLength: 5 }, { maxLength: 9, minLength: 2 }, { sentences: ['Must have between 2 and 9 characters.'] }],
    [{ maxItems: 1 }, { maxItems: 2 }, { sentences: ['Must have at most 2 items.'] }],
    [{ maximum: 1, minimum: 0 }, { maximum: 2, minimum: 0 }, { sentences: ['Must be between 0 and 2.'] }],
    [{ enum: ['a'] }, { enum: ['a', 'b', 'c'] }, { sentences: ['May also be b, c.'] }],
    [
      { pattern: '^a$', 'x-message': 'must be a' },
      { pattern: '^[ab]$', 'x-message': 'must be a or b', not: { const: 'c' } },
      { sentences: ['Must be a or b.'], pattern: '^[ab]$' },
    ],
    [
      { 'x-rules': [{ notWithin: '10.0.0.0/8', code }] },
      { 'x-rules': [{ notWithin: '10.0.0.0/9', code }] },
      { sentences: ['May not be in 10.0.0.0/9.'] },
    ],
    [{ description: 'One.\n- a\n' }, { description: 'One.\n- a\n- b\n' }, { sentences: [], description: '- b' }],
    [{ description: 'One.' }, { description: 'Two.' }, { sentences: [], description: 'Two.' }],
  ])('between %j and %j is put in words', (first, later, rule) => {
    expect(rulesOf(first, later)).toEqual([{ asOf: '2030-01', ...rule }]);
  });

  test('of each state is one from the state before it', () => {
    const rules = rulesOf({ maxLength: 1 }, { maxLength: 2 }, { maxLength: 2 }, { maxLength: 3 });
    expect(rules.map(({ asOf, sentences }) => [asOf, sentences.join()])).toEqual([
      ['2030-01', 'Must have at most 2 characters.'],
      ['2032-01', 'Must have at most 3 characters.'],
    ]);
  });

  test.each<[string, Schema, Schema]>([
    ['default', { default: 1 }, { default: 2 }],
    ['maxLength', { maxLength: 1 }, {}],
    ['enum', { enum: ['a', 'b'] }, { enum: ['a'] }],
    ['x-message', { pattern: 'a', 'x-message': 'is a' }, { pattern: 'b', 'x-message': 'is a' }],
    ['x-rules', { 'x-rules': [{ notWithin: '10.0.0.0/8', code }] }, {}],
  ])('in %s without words stops the build, and its place is named', (keyword, first, later) => {
    expect(() => rulesOf(first, later)).toThrow(new RegExp(`#/components/schemas/Name: has another ${keyword} `));
  });

  test.each<[string, Document]>([
    ['#/paths/~1things/post/summary', withSummary(documentOf({}))],
    ['#/paths/~1others', { ...documentOf({}), paths: { ...documentOf({}).paths, '/others': {} } }],
    ['#/components/schemas/Name/properties/first', documentOf({ properties: { first: {} } })],
    ['application~1json/schema: has another rule in a later state, and is no field', documentOf({}, { maxItems: 2 })],
  ])('at %s stops the build as well', (place, later) => {
    const first = documentOf(
      place.endsWith('first') ? { properties: {} } : {},
      place.startsWith('app') ? { maxItems: 1 } : {},
    );
    expect(() => addLaterRules(first, [{ asOf: '2030-01', document: later }], 'en')).toThrow(place);
  });
});

function withSummary(document: Document): Document {
  const copy = structuredClone(document);
  Object.assign(copy.paths['/things']?.post ?? {}, { summary: 'Another one' });
  return copy;
}
