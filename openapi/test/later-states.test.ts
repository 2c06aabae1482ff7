import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { overlays } from '../build/bundle/files.js';
import { document, documentsAsOf, laterStates, latestDocument } from '../src/documents.js';
import { operationsOf, type Schema } from '../src/reader.js';
import { ajv } from './schema-validator.js';

const later = documentsAsOf['2026-08'].en;

/** Whether a value is valid by a schema of a document. */
function isValid(from: typeof later, name: string, value: unknown): boolean {
  const $id = `state:${from === later ? '2026-08' : 'tables'}`;
  if (ajv.getSchema($id) === undefined) ajv.addSchema({ $id, components: from.components });
  return ajv.validate({ $ref: `${$id}#/components/schemas/${name}` }, value);
}
ajv.addVocabulary(['components']);

/** Both verdicts about a value: by tables 1 to 7, and as of August 2026. */
const verdicts = (name: string, value: unknown) => [isValid(document, name, value), isValid(later, name, value)];

test.each([
  ['a key of 36 characters', 'ResourceTag', { key: 'k'.repeat(36) }, [true, true]],
  ['a key of 60 characters', 'ResourceTag', { key: 'k'.repeat(60) }, [false, true]],
  ['a key of 128 characters', 'TagChange', { key: '钥'.repeat(128) }, [false, true]],
  ['a key of 129 characters', 'TagChange', { key: 'k'.repeat(129) }, [false, false]],
  ['a key with = and @', 'ResourceTag', { key: 'team=infra@north' }, [false, true]],
  ['a key with a colon', 'ResourceTag', { key: 'team:infra' }, [true, true]],
  ['a key with /', 'ResourceTag', { key: 'team/infra' }, [false, false]],
  ['a key with #', 'ResourceTag', { key: 'team#infra' }, [true, false]],
  ['a key that begins with a space', 'ResourceTag', { key: ' team' }, [false, false]],
  ['a key of the system', 'ResourceTag', { key: '_sys_team' }, [true, false]],
  ['a key that holds the mark of the system elsewhere', 'ResourceTag', { key: 'a_sys_' }, [true, true]],
  ['an empty key', 'ResourceTag', { key: '' }, [false, false]],
  ['a value with / and =', 'ResourceTag', { key: 'k', value: 'a/b=c@d' }, [false, true]],
  ['a value of 255 characters', 'ResourceTag', { key: 'k', value: 'v'.repeat(255) }, [false, true]],
  ['a value of 256 characters', 'TagChange', { key: 'k', value: 'v'.repeat(256) }, [false, false]],
  ['an empty value', 'TagChange', { key: 'k', value: '' }, [true, true]],
  ['11 tags', 'ResourceTags', tags(11), [false, true]],
  ['20 tags', 'ResourceTags', tags(20), [false, true]],
  ['21 tags', 'ResourceTags', tags(21), [false, false]],
  [
    'a change of 20 tags',
    'BatchAddOrRemoveResourceInstanceRequest',
    { action: 'create', tags: tags(20) },
    [false, true],
  ],
  ['proxy_vni', 'TcpProxy', 'proxy_vni', [false, true]],
  ['a search for a key of 128 characters', 'TagFilter', { key: 'k'.repeat(128), values: [] }, [false, true]],
])('%s', (_, name, value, expected) => {
  expect(verdicts(name, value)).toEqual(expected);
});

function tags(count: number) {
  return Array.from({ length: count }, (_, index) => ({ key: `key${index}`, value: '' }));
}

test('the later state has the same operations, and the same fields', () => {
  const shape = (each: typeof later) =>
    JSON.stringify([operationsOf(each).map(({ operationId }) => operationId), fields(each.components.schemas)]);
  expect(shape(later)).toBe(shape(document));
});

const fields = (schemas: Readonly<Record<string, Schema>>) =>
  Object.entries(schemas).map(([name, { properties = {}, required = [] }]) => [
    name,
    Object.keys(properties),
    required,
  ]);

test('the latest document is that of the last state', () => {
  expect(latestDocument.info).toHaveProperty('x-as-of', laterStates.at(-1));
});

test('each bundle says of which state it is', () => {
  expect(document.info).not.toHaveProperty('x-as-of');
  for (const state of laterStates) {
    for (const edition of Object.values(documentsAsOf[state])) expect(edition.info).toHaveProperty('x-as-of', state);
  }
});

test.each(laterStates)('every action of the overlay %s names its source, and changes something', (state) => {
  const { actions } = parse(readFileSync(overlays(state).en, 'utf8')) as { actions: { description?: string }[] };
  for (const action of actions) expect(action.description, JSON.stringify(action)).toMatch(/\w{3,}/);
});
