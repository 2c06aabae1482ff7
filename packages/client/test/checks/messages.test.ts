import { documents } from '@vpcep/openapi/documents';
import { expect, test } from 'vitest';
import { withMessages } from '../../build/validators/messages.js';

const schemaName = 'CreateEndpointServiceRequest';

/** The document in a language, with other texts for a field that has a message. */
function edition(language: keyof typeof documents, texts: Record<string, string | undefined>) {
  const copy = structuredClone(documents[language]);
  const { properties } = copy.components.schemas[schemaName] ?? {};
  if (properties?.['port_id']?.['x-message'] === undefined) throw new Error('port_id has no message any more');
  Object.assign(properties['port_id'], texts);
  return copy;
}

test('messages are in all languages, and all else is that of the English document', () => {
  const merged = withMessages({
    en: edition('en', { description: 'A text.', 'x-message': 'must be so' }),
    'zh-CN': edition('zh-CN', { description: '文本。', 'x-message': '必须如此' }),
  });
  expect(merged.components.schemas[schemaName]?.properties?.['port_id']).toMatchObject({
    description: 'A text.',
    'x-message': { en: 'must be so', 'zh-CN': '必须如此' },
  });

  const english = JSON.stringify(withMessages(documents), (name, value: unknown) =>
    name === 'x-message' && typeof value === 'object' && value !== null && 'en' in value ? value.en : value,
  );
  expect(JSON.parse(english)).toEqual(documents.en);
});

test('a message that is not translated is named by its place', () => {
  const editions = { en: documents.en, 'zh-CN': edition('zh-CN', { 'x-message': undefined }) };
  expect(() => withMessages(editions)).toThrow(
    `openapi.json#/components/schemas/${schemaName}/properties/port_id: has an x-message in English alone`,
  );
});
