import { documents, documentsAsOf, laterStates } from '@vpcep/openapi/documents';
import {
  type DescribedOperation,
  type Document,
  fieldAnchor,
  type FieldPlace,
  type Header,
  operationAddress,
  operationsOf,
  resolve,
  type Schema,
  valueAt,
} from '@vpcep/openapi/reader';
import { describe, expect, test } from 'vitest';
import { folderOf, languages } from '../src/site/languages.js';
import { addressOf, pageFiles } from './dist.js';
import { bare, blocksOf, textsIn } from './document-texts.js';
import { namedAsInDocument } from './named-calls.js';

/** A field, and all that the document says where it stands: at the field, at what it refers to, and at its items. */
interface Field {
  place: FieldPlace;
  schemas: Schema[];
}

function schemasAt(document: Document, schema: Schema): Schema[] {
  const { $ref, items } = schema;
  const target = $ref === undefined ? [] : schemasAt(document, valueAt(document, $ref) as Schema);
  return [schema, ...target, ...(items === undefined ? [] : schemasAt(document, items))];
}

function* fieldsIn(document: Document, schema: Schema, place: FieldPlace): Generator<Field> {
  for (const { properties = {} } of schemasAt(document, schema)) {
    for (const [name, property] of Object.entries(properties)) {
      const own = { ...place, path: [...place.path, name] };
      yield { place: own, schemas: schemasAt(document, property) };
      yield* fieldsIn(document, property, own);
    }
  }
}

/** The fields of a request, and of the responses that the page of the operation has. */
function* fieldsOf(document: Document, { parameters, requestBody, responses }: DescribedOperation): Generator<Field> {
  for (const { name, in: part, description, schema } of parameters) {
    const place = { in: part as FieldPlace['in'], path: [name] };
    yield { place, schemas: [{ ...(description !== undefined && { description }) }, ...schemasAt(document, schema)] };
  }
  if (requestBody?.json !== undefined) yield* fieldsIn(document, requestBody.json.schema, { in: 'body', path: [] });
  for (const { status, response, json } of responses) {
    for (const [name, given] of Object.entries(response.headers ?? {})) {
      const { description = '', schema = {} } = resolve<Header>(document, given);
      yield {
        place: { status, in: 'header', path: [name] },
        schemas: [{ description }, ...schemasAt(document, schema)],
      };
    }
    if (json !== undefined) yield* fieldsIn(document, json.schema, { status, in: 'body', path: [] });
  }
}

describe.each(languages)('in %s', (language) => {
  const folder = folderOf(language);
  const document = documents[language];
  const operations = operationsOf(document);
  /** A page as the document says it: links to decisions go on with what they decide, and calls have their summaries. */
  const parsed = (address: string) => {
    const page = namedAsInDocument(address, document);
    for (const link of page.querySelectorAll('a[href*="decisions/"]')) {
      link.textContent = link.textContent.replace(/^(\D+ \d+)[:：].*/, '$1');
    }
    return page;
  };
  const pageOf = ({ operationId }: DescribedOperation) => parsed(folder + operationAddress(operationId));
  const elementsOf = new Map<string, Map<string, Element>>();
  /** What has an ID on the page of an operation. */
  const elementsOn = (described: DescribedOperation) => {
    const known = elementsOf.get(described.operationId);
    if (known !== undefined) return known;
    const elements = new Map([...pageOf(described).querySelectorAll('[id]')].map((element) => [element.id, element]));
    elementsOf.set(described.operationId, elements);
    return elements;
  };
  const textOf = (element: Element) => bare(element.textContent);
  /** The fields of an operation that are on its page, each with its row. */
  const rowsOf = (of: Document, described: DescribedOperation) => {
    const own = described.responses.filter(({ status }) => elementsOn(described).has(`status-${status}`));
    // What is a list or a single object has the same field in either.
    const fields = new Map<string, Schema[]>();
    for (const { place, schemas } of fieldsOf(of, { ...described, responses: own })) {
      fields.set(fieldAnchor(place), [...(fields.get(fieldAnchor(place)) ?? []), ...schemas]);
    }
    return [...fields].map(([anchor, schemas]) => {
      const row = elementsOn(described).get(anchor);
      if (row === undefined) throw new Error(`the page of ${described.operationId} has no ${anchor}`);
      return { row, schemas, name: `${described.operationId}: ${anchor}` };
    });
  };

  test('every text of the document is on a page, and every one of its later states', () => {
    const pages = pageFiles
      .map(addressOf)
      .filter(
        (address) => address.startsWith('zh-CN/') === (folder !== '') && !/^(zh-CN\/)?(all|download)\//.test(address),
      )
      .map((address) => textOf(parsed(address).body));
    const isOnPage = (text: string) => pages.some((page) => page.includes(text));
    const missing = [
      ...textsIn(document),
      ...laterStates.flatMap((state) => [...textsIn(documentsAsOf[state][language])]),
    ]
      .flat()
      .filter((text) => !isOnPage(text));
    expect([...new Set(missing)]).toEqual([]);
  });

  test('what is said of a field stands at the field, once: at itself, at its schema and of its items', () => {
    for (const described of operations) {
      for (const { row, schemas, name } of rowsOf(document, described)) {
        const text = textOf(row);
        const said = new Set(schemas.flatMap(({ description = '' }) => description.trim().split(/\n{2,}/)));
        for (const block of new Set([...said].flatMap(blocksOf))) {
          const times = (whole: string) => whole.split(block).length - 1;
          expect(times(text), `${name}: ${block}`).toBe(times([...said].flatMap(blocksOf).join('\n')));
        }
        for (const { 'x-message': words } of schemas)
          if (words !== undefined) expect(text, name).toContain(bare(words));
      }
    }
  });

  test('the values of a field stand at the field, and those to which others may come', () => {
    for (const described of operations) {
      for (const { row, schemas, name } of rowsOf(document, described)) {
        const marked = [...row.querySelectorAll('code, span')].map(({ textContent }) => textContent.trim());
        const expected = schemas.flatMap(({ enum: values = [], 'x-extensible-enum': open = [] }) => [
          ...values.map((value) => JSON.stringify(value)),
          ...open,
        ]);
        expect(marked, name).toEqual(expect.arrayContaining(expected));
      }
    }
  });

  test('what a later state says of a field stands at the field', () => {
    for (const state of laterStates) {
      const later = documentsAsOf[state][language];
      for (const described of operationsOf(later)) {
        for (const { row, schemas, name } of rowsOf(later, described)) {
          const text = textOf(row);
          for (const { description = '', 'x-message': words = '', enum: values = [] } of schemas) {
            for (const line of description.split('\n').flatMap(blocksOf)) expect(text, name).toContain(line);
            for (const value of [words, ...values.map(String)]) expect(text, name).toContain(bare(value));
          }
        }
      }
    }
  });

  test('the page of an operation says what it is about, what is sent and what comes back', () => {
    for (const described of operations) {
      const page = pageOf(described);
      const text = textOf(page.body);
      const { requestBody, operation, operationId } = described;
      for (const block of [...textsIn({ summary: operation.summary }), ...textsIn(requestBody?.content)].flat()) {
        expect(text, operationId).toContain(block);
      }
      for (const { status, response, json } of described.responses) {
        const shown = elementsOn(described).get(`status-${status}`);
        if (shown === undefined || json === undefined) continue;
        const { description = '' } = resolve(document, json.schema);
        for (const block of [response.description, description].flatMap(blocksOf)) {
          expect(textOf(shown), `${operationId} ${status}`).toContain(block);
        }
      }
    }
  });
});
