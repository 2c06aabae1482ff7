import {
  type Content,
  type DescribedOperation,
  type Document,
  type Header,
  operationsOf,
  pointerTo,
  required,
  resolve,
  type Schema,
} from '@vpcep/openapi/reader';
import { anchorOf, tagAnchor } from '../operations/operation-anchor.js';
import { plainText, sectionsOf } from './plain-text.js';
import type { SearchEntry } from './search-entry.js';

interface Field {
  name: string;
  description: string;
  /** What a request is held to, in sentences. */
  demands: string[];
  values: string[];
  /** The fields that it is in, from the outside in. */
  within: string[];
}

/**
 * What the reference holds: its introduction, its groups of operations, operations and their fields.
 *
 * @param document - in the language of the page.
 * @param translation - the same document in another language, whose titles lead to the same places.
 * @param sectionAnchors - where the reference has the headings of its introduction, in order.
 */
export function referenceEntries(
  document: Document,
  translation: Document,
  sectionAnchors: readonly string[],
): SearchEntry[] {
  const tags = document.tags ?? [];
  const names = new Map(tags.map((tag) => [tag.name, tag['x-displayName'] ?? tag.name]));
  const translated = new Map(
    operationsOf(translation).map(({ operationId, operation }) => [operationId, operation.summary]),
  );
  const operations = operationsOf(document).map((described) => {
    const [tag = ''] = described.operation.tags ?? [];
    return {
      described,
      summary: required(described.operation.summary, described, 'summary'),
      group: names.get(tag) ?? tag,
      address: `#${anchorOf(described)}`,
      fields: fieldsOf(document, described),
    };
  });

  return [
    ...introductionEntries(document, sectionAnchors),
    ...tags.map((tag, index): SearchEntry => {
      const { name = tag.name, 'x-displayName': displayed = name } = translation.tags?.[index] ?? {};
      return {
        kind: 'section',
        title: tag['x-displayName'] ?? tag.name,
        trail: [],
        names: [displayed],
        text: plainText(required(tag.description, { pointer: pointerTo('#', 'tags', index) }, 'description')),
        address: `#${tagAnchor(tag.name)}`,
      };
    }),
    ...operations.map(({ described, summary, group, address, fields }): SearchEntry => {
      const { operationId, operation, method, path } = described;
      return {
        kind: 'operation',
        title: summary,
        trail: [group, `${method.toUpperCase()} ${path}`],
        names: [operationId, translated.get(operationId) ?? summary],
        text: plainText(operation.description ?? ''),
        words: [...new Set([...fields.sent, ...fields.received].map(({ name }) => name))].join(' '),
        address,
      };
    }),
    ...fieldEntries(operations),
  ];
}

function introductionEntries({ info }: Document, anchors: readonly string[]): SearchEntry[] {
  const sections = sectionsOf(info.description ?? '').filter(({ depth }) => depth > 0);
  if (sections.length !== anchors.length) {
    throw new Error(`the introduction has ${sections.length} headings, and the page ${anchors.length} places for them`);
  }
  return sections.map(({ title, text }, index) => ({
    kind: 'section',
    title,
    trail: [info.title],
    text,
    address: `#${anchors[index] ?? ''}`,
  }));
}

/**
 * An entry for each field. Many operations have the same one: it leads to the first that is sent it, or else to the
 * first that answers with it.
 */
function fieldEntries(
  operations: { summary: string; group: string; address: string; fields: { sent: Field[]; received: Field[] } }[],
): SearchEntry[] {
  const entries = new Map<string, SearchEntry>();
  for (const direction of ['sent', 'received'] as const) {
    for (const { summary, group, address, fields } of operations) {
      for (const { name, description, demands, values, within } of fields[direction]) {
        const key = `${name} ${description}`;
        if (entries.has(key)) continue;
        entries.set(key, {
          kind: 'field',
          title: name,
          trail: [group, summary, ...within],
          ...(values.length > 0 && { names: values }),
          text: [plainText(description), ...demands].join(' · '),
          address,
        });
      }
    }
  }
  return [...entries.values()];
}

function fieldsOf(document: Document, { parameters, requestBody, responses }: DescribedOperation) {
  const fieldOf = (name: string, header: Header): Field => {
    const { description, ...described } = describe(document, header.schema ?? {});
    return { name, description: header.description ?? description, ...described, within: [] };
  };
  const inContent = (content: Content = {}): Field[] =>
    Object.values(content).flatMap(({ schema = {} }) => fieldsIn(document, schema));
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  // What a caller chooses comes before what every call of the path has.
  const chosen = parameters.filter((parameter) => !inPath.includes(parameter));
  return {
    sent: [
      ...inContent(requestBody?.content),
      ...[...chosen, ...inPath].map((parameter) => fieldOf(parameter.name, parameter)),
    ],
    received: responses.flatMap(({ response }) => [
      ...inContent(response.content),
      ...Object.entries(response.headers ?? {}).map(([name, header]) =>
        fieldOf(name, resolve<Header>(document, header)),
      ),
    ]),
  };
}

function fieldsIn(document: Document, given: Schema, within: string[] = []): Field[] {
  const { properties = {}, items } = resolve(document, given);
  return [
    ...Object.entries(properties).flatMap(([name, schema]) => [
      { name, within, ...describe(document, schema) },
      ...fieldsIn(document, schema, [...within, name]),
    ]),
    ...(items === undefined ? [] : fieldsIn(document, items, within)),
  ];
}

function describe(document: Document, given: Schema): Pick<Field, 'description' | 'demands' | 'values'> {
  const schema = resolve(document, given);
  const items = resolve(document, schema.items ?? {});
  const { description = '', 'x-constraints': constraints = [] } = schema;
  const messages = [schema, items].flatMap(({ 'x-message': message }) => message ?? []);
  return {
    description,
    demands: [...messages, ...constraints.map(({ text, code }) => `${text} ${code}`)],
    values: [...new Set([schema, items].flatMap(({ enum: values = [] }) => values.map(String)))],
  };
}
