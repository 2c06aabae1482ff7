import { operationAnchor, tagAnchor } from '../operations/operation-anchor.js';
import { plainText, sectionsOf } from './plain-text.js';
import type { SearchEntry } from './search-entry.js';

interface Reference {
  $ref?: string;
}

interface Schema extends Reference {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
}

interface Header extends Reference {
  description?: string;
  schema?: Schema;
}

interface Parameter extends Header {
  name: string;
}

interface Body extends Reference {
  content?: Record<string, { schema?: Schema }>;
}

interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Body & { headers?: Record<string, Header> }>;
}

/** The part of the document that the search looks into. */
export interface SearchedDocument {
  info: { title: string; description: string };
  tags: { name: string; description: string; 'x-displayName'?: string }[];
  paths: Record<string, Record<string, Operation> & { parameters?: Parameter[] }>;
}

interface Field {
  name: string;
  description: string;
  values: string[];
  /** The fields that it is in, from the outside in. */
  within: string[];
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/**
 * What the reference holds: its introduction, its groups of operations, operations and their fields.
 *
 * @param document - in the language of the page.
 * @param translation - the same document in another language, whose titles lead to the same places.
 * @param sectionAnchors - where the reference has the headings of its introduction, in order.
 */
export function referenceEntries(
  document: SearchedDocument,
  translation: SearchedDocument,
  sectionAnchors: readonly string[],
): SearchEntry[] {
  const names = new Map(document.tags.map((tag) => [tag.name, tag['x-displayName'] ?? tag.name]));
  const translated = new Map(
    operationsOf(translation).map(({ operation }) => [operation.operationId, operation.summary]),
  );
  const operations = operationsOf(document).map((found) => {
    const { operation } = found;
    const [tag = ''] = operation.tags;
    return {
      ...found,
      group: names.get(tag) ?? tag,
      address: `#${operationAnchor(operation.operationId, document)}`,
      fields: fieldsOf(document, found),
    };
  });

  return [
    ...introductionEntries(document, sectionAnchors),
    ...document.tags.map((tag, index): SearchEntry => {
      const { name = tag.name, 'x-displayName': displayed = name } = translation.tags[index] ?? {};
      return {
        kind: 'section',
        title: tag['x-displayName'] ?? tag.name,
        trail: [],
        names: [displayed],
        text: plainText(tag.description),
        address: `#${tagAnchor(tag.name)}`,
      };
    }),
    ...operations.map(({ operation, method, path, group, address, fields }): SearchEntry => {
      const { operationId, summary, description = '' } = operation;
      return {
        kind: 'operation',
        title: summary,
        trail: [group, `${method.toUpperCase()} ${path}`],
        names: [operationId, translated.get(operationId) ?? summary],
        text: plainText(description),
        words: [...new Set([...fields.sent, ...fields.received].map(({ name }) => name))].join(' '),
        address,
      };
    }),
    ...fieldEntries(operations),
  ];
}

function introductionEntries({ info }: SearchedDocument, anchors: readonly string[]): SearchEntry[] {
  const sections = sectionsOf(info.description).filter(({ depth }) => depth > 0);
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
  operations: { operation: Operation; group: string; address: string; fields: { sent: Field[]; received: Field[] } }[],
): SearchEntry[] {
  const entries = new Map<string, SearchEntry>();
  for (const direction of ['sent', 'received'] as const) {
    for (const { operation, group, address, fields } of operations) {
      for (const { name, description, values, within } of fields[direction]) {
        const key = `${name} ${description}`;
        if (entries.has(key)) continue;
        entries.set(key, {
          kind: 'field',
          title: name,
          trail: [group, operation.summary, ...within],
          ...(values.length > 0 && { names: values }),
          text: plainText(description),
          address,
        });
      }
    }
  }
  return [...entries.values()];
}

interface FoundOperation {
  operation: Operation;
  method: string;
  path: string;
  shared: Parameter[];
}

const operationsOf = ({ paths }: SearchedDocument): FoundOperation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ operation, method, path, shared: item.parameters ?? [] }];
    }),
  );

function fieldsOf(document: SearchedDocument, { operation, shared }: FoundOperation) {
  const fieldOf = (name: string, given: Header, within: string[]): Field => {
    const header = resolve(document, given);
    const { description, values } = describe(document, header.schema ?? {});
    return { name, description: header.description ?? description, values, within };
  };
  const inBody = (given: Body): Field[] =>
    Object.values(resolve(document, given).content ?? {}).flatMap(({ schema = {} }) => fieldsIn(document, schema));
  return {
    sent: [
      ...inBody(operation.requestBody ?? {}),
      ...[...(operation.parameters ?? []), ...shared]
        .map((parameter) => resolve(document, parameter))
        .map((parameter) => fieldOf(parameter.name, parameter, [])),
    ],
    received: Object.values(operation.responses).flatMap((given) => [
      ...inBody(given),
      ...Object.entries(resolve(document, given).headers ?? {}).map(([name, header]) => fieldOf(name, header, [])),
    ]),
  };
}

function fieldsIn(document: SearchedDocument, given: Schema, within: string[] = []): Field[] {
  const { properties = {}, items } = resolve(document, given);
  return [
    ...Object.entries(properties).flatMap(([name, schema]) => [
      { name, within, ...describe(document, schema) },
      ...fieldsIn(document, schema, [...within, name]),
    ]),
    ...(items === undefined ? [] : fieldsIn(document, items, within)),
  ];
}

function describe(document: SearchedDocument, given: Schema): Pick<Field, 'description' | 'values'> {
  const { description = '', items = {}, enum: values = [] } = resolve(document, given);
  const all = [...values, ...(resolve(document, items).enum ?? [])];
  return { description, values: [...new Set(all.map(String))] };
}

/** Follows a reference; what stands beside it has precedence over what it leads to. */
function resolve<Node extends Reference>(document: SearchedDocument, node: Node): Node {
  const { $ref, ...beside } = node;
  if ($ref === undefined) return node;
  const target = $ref
    .slice('#/'.length)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document);
  if (target === undefined) throw new Error(`${$ref} leads nowhere in the document`);
  return resolve(document, { ...(target as Node), ...beside });
}
