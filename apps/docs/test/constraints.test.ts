import { documents } from '@vpcep/openapi/documents';
import { type DescribedOperation, operationsOf, resolve, type Schema } from '@vpcep/openapi/reader';
import type { Rule } from '@vpcep/rules';
import { readRules, ruledOperation, statementOf } from '@vpcep/rules/document';
import { describe, expect, test } from 'vitest';
import { addConstraints } from '../src/constraints/add-constraints.js';
import { languages } from '../src/site/languages.js';
import { fieldNameOf, operationIn } from './dist.js';

/** The last name of a place such as `body.tags[].values[]`; none for the query or the body as a whole. */
const lastName = (place: string) => /[.\]]\.?(\w+)(\[\])*$/.exec(place)?.[1];

/** The names of the fields that a rule is about. */
const fieldsOf = (rule: Rule) =>
  rule.word === 'uniqueBy' || rule.word === 'notWithin'
    ? [lastName(`${rule.base}.${rule.at ?? ''}`.replace(/\.$/, ''))]
    : [...rule.members];

describe.each(languages)('in %s', (language) => {
  const document = documents[language];
  const operations = operationsOf(document);
  const read = (described: DescribedOperation) =>
    readRules(ruledOperation(described), ($ref) => resolve<Schema>(document, { $ref }));
  const sectionOf = ({ operationId }: DescribedOperation) => operationIn(language, operationId);

  test('each rule stands at the fields that it is about, with a link to its code', () => {
    expect(operations.flatMap((described) => read(described).rules)).not.toEqual([]);
    for (const described of operations) {
      const said = [...sectionOf(described).querySelectorAll('.constraints li')].map((item) => [
        fieldNameOf(item),
        item.textContent,
        item.querySelector('a')?.getAttribute('href'),
      ]);
      for (const rule of read(described).rules) {
        const text = `${statementOf(rule)[language]} ${rule.code}`;
        for (const field of fieldsOf(rule)) {
          expect(said, described.operationId).toContainEqual([field, text, `../../errors/#${rule.code}`]);
        }
      }
    }
  });

  test('each code of a wrong value stands at its field, and nothing is said that the document does not say', () => {
    for (const described of operations) {
      const { rules, codes } = read(described);
      const expected = [
        ...rules.flatMap((rule) => fieldsOf(rule).map((field) => [field, rule.code])),
        ...Object.entries(codes).map(([key, code]) => [lastName(key.replace(/#.*/, '')), code]),
      ];
      const links = [...sectionOf(described).querySelectorAll('.constraints a')];
      const said = links.map((link) => [fieldNameOf(link), link.textContent]);
      expect(said.map(String).sort(), described.operationId).toEqual(expected.map(String).sort());
    }
  });

  test('each pattern and format of a request is said in words, with the expression behind', () => {
    const messagesIn = (given: Schema, name: string): [string, string, string | undefined][] => {
      const { properties = {}, items, pattern, 'x-message': message } = resolve(document, given);
      return [
        ...(message === undefined ? [] : [[name, message, pattern] satisfies [string, string, string | undefined]]),
        ...Object.entries(properties).flatMap(([property, schema]) => messagesIn(schema, property)),
        ...(items === undefined ? [] : messagesIn(items, name)),
      ];
    };
    for (const described of operations) {
      const { parameters, requestBody } = described;
      const said = [...sectionOf(described).querySelectorAll('.pattern')].map((element) => {
        const folded = element.querySelector('details');
        const words = element.textContent.slice(0, -(folded?.textContent.length ?? 0) || undefined);
        return [
          fieldNameOf(element),
          words.replace(/[.。]$/, '').toLowerCase(),
          folded?.querySelector('code')?.textContent,
        ];
      });
      const messages = [
        ...parameters.flatMap(({ name, schema }) => messagesIn(schema, name)),
        ...(requestBody?.json === undefined ? [] : messagesIn(requestBody.json.schema, '')),
      ];
      for (const [name, message, pattern] of messages) {
        expect(said, described.operationId).toContainEqual([name, message.toLowerCase(), pattern]);
      }
    }
  });
});

test('what one operation demands of a schema is not said where another has the same schema', () => {
  const schema = { $ref: '#/components/schemas/Tags' };
  const request = (rules: object) => ({
    operationId: 'createThing',
    requestBody: {
      content: {
        'application/json': { schema: { type: 'object', properties: { tags: schema }, ...rules } },
      },
    },
    responses: { '200': { description: 'The tags.', content: { 'application/json': { schema } } } },
  });
  const tags: Schema = { type: 'array', items: { $ref: '#/components/schemas/Tag' }, description: 'Tags.' };
  const given = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: {
      '/a': { post: request({ 'x-rules': [{ requires: ['key'], at: ['tags[]'], code: 'E.1' }] }) },
      '/b': { post: request({}) },
    },
    components: {
      schemas: { Tags: tags, Tag: { type: 'object', properties: { key: { type: 'string' } } } satisfies Schema },
    },
  };
  const before = structuredClone(given);
  const added = addConstraints(given, 'en');
  expect(given).toEqual(before);
  expect(added.components).toEqual(given.components);
  expect(added.paths['/b']).toEqual(given.paths['/b']);
  const { post } = added.paths['/a'] ?? {};
  expect(post?.responses).toEqual(given.paths['/a'].post.responses);
  const body = post?.requestBody;
  if (body === undefined || !('content' in body)) throw new Error('the operation has lost its body');
  expect(body.content['application/json']?.schema?.properties?.['tags']).toEqual({
    ...tags,
    title: 'Tags',
    items: {
      type: 'object',
      title: 'Tag',
      properties: { key: { type: 'string', 'x-constraints': [{ text: 'key must be given.', code: 'E.1' }] } },
    },
  });
});

test('a rule about a field that a request does not have stops the build, and names the operation and its place', () => {
  const given = structuredClone(documents.en);
  const [described] = operationsOf(given);
  if (described === undefined) throw new Error('the document has no operation');
  described.operation['x-rules'] = [{ requires: ['nowhere'], code: 'EndPoint.0002' }];
  expect(() => addConstraints(given, 'en')).toThrow(
    new RegExp(`${described.operationId}.*query\\.nowhere|query\\.nowhere.*${described.operationId}`),
  );
});
