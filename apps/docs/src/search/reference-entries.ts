import {
  type Document,
  type Operation,
  operationAddress,
  operationsOf,
  pointerTo,
  required,
  tagAddress,
} from '@vpcep/openapi/reader';
import { laterRulesOf } from '../later/later-rule.js';
import { type Field, fieldsOf, type OperationFields } from '../operations/operation-fields.js';
import type { Texts } from '../site/texts.js';
import { plainText, sectionsOf } from './plain-text.js';
import type { SearchEntry } from './search-entry.js';

/**
 * What the reference holds: its introduction, its groups of operations, operations and their fields.
 *
 * @param document - in the language of the page.
 * @param translation - the same document in another language, whose titles lead to the same places.
 * @param sectionAnchors - where the reference has the headings of its introduction, in order.
 * @param texts - in the language of the page.
 */
export function referenceEntries(
  document: Document,
  translation: Document,
  sectionAnchors: readonly string[],
  texts: Texts,
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
      address: operationAddress(described.operationId),
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
        address: tagAddress(tag.name),
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
        words: [
          ...new Set([...[...fields.sent, ...fields.received].map(({ name }) => name), ...actionsOf(operation)]),
        ].join(' '),
        address,
      };
    }),
    ...fieldEntries(operations, texts),
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
  operations: { summary: string; group: string; address: string; fields: OperationFields }[],
  texts: Texts,
): SearchEntry[] {
  const entries = new Map<string, SearchEntry>();
  for (const direction of ['sent', 'received'] as const) {
    for (const { summary, group, address, fields } of operations) {
      for (const field of fields[direction]) {
        const { name, description, within } = field;
        const values = valuesOf(field);
        const key = `${name} ${description}`;
        if (entries.has(key)) continue;
        entries.set(key, {
          kind: 'field',
          title: name,
          trail: [group, summary, ...within],
          ...(values.length > 0 && { names: values }),
          text: [plainText(description), ...demandsOf(field, texts)].join(' · '),
          address,
        });
      }
    }
  }
  return [...entries.values()];
}

/** What a policy of IAM can allow the operation by. */
const actionsOf = ({ 'x-iam-action': action }: Operation) =>
  action === undefined ? [] : [action.name, ...(action.aliases ?? [])];

/** What a request is held to, in sentences: now, and as later states have it. */
function demandsOf({ schema, items }: Field, texts: Texts): string[] {
  const messages = [schema, items].flatMap(({ 'x-message': message }) => message ?? []);
  const constraints = schema['x-constraints'] ?? [];
  const later = [...laterRulesOf(schema), ...laterRulesOf(items)];
  return [
    ...messages,
    ...constraints.map(({ text, code }) => `${text} ${code}`),
    ...later.map(({ asOf, sentences }) => [texts.asOf(asOf), ...sentences].join(' ')),
  ];
}

const valuesOf = ({ schema, items }: Field) => [
  ...new Set(
    [schema, items].flatMap(({ enum: values = [], 'x-extensible-enum': known = [] }) =>
      [...values, ...known].map(String),
    ),
  ),
];
