import {
  type Document,
  fieldAnchor,
  type Operation,
  operationAddress,
  operationsOf,
  pointerTo,
  required,
  tagAddress,
} from '@vpcep/openapi/reader';
import { statusesAnchor } from '../errors/anchors.js';
import { commonResponses } from '../errors/common-responses.js';
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
        // What many operations have in their names is wanted as a whole.
        weight: 1.2,
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
        ...patternsOf(fields),
        address,
      };
    }),
    ...fieldEntries(operations, new Set(commonResponses(document).map(({ status }) => status)), texts),
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
  statusesOfAll: ReadonlySet<string>,
  texts: Texts,
): SearchEntry[] {
  const found = new Map<string, { entry: SearchEntry; uses: number; field: Field }>();
  for (const direction of ['sent', 'received'] as const) {
    for (const { summary, group, address, fields } of operations) {
      for (const field of fields[direction]) {
        const { name, description, within, place } = field;
        const key = `${name} ${description}`;
        const known = found.get(key);
        if (known !== undefined) known.uses += 1;
        else {
          const values = valuesOf(field);
          // What every call can end with is said once.
          const isOfAll = statusesOfAll.has(place.status ?? '');
          const entry: SearchEntry = {
            kind: 'field',
            title: name,
            trail: isOfAll ? [texts.errors, ...within] : [group, summary, ...within],
            ...(values.length > 0 && { names: values }),
            text: [plainText(description), ...demandsOf(field, texts)].join(' · '),
            ...limitsOf(field),
            address: isOfAll ? `errors/#${statusesAnchor}` : `${address}#${fieldAnchor(place)}`,
          };
          found.set(key, { entry, uses: 1, field });
        }
      }
    }
  }
  const names = new Map<string, number>();
  return [...found.values()].map(({ entry, uses, field }) => {
    const before = names.get(entry.title) ?? 0;
    names.set(entry.title, before + 1);
    return { ...entry, weight: weightOf(field, uses, before) };
  });
}

/**
 * What many operations have is wanted more often than what one has, what is sent more often than what comes back, and of
 * fields of one name the first.
 */
function weightOf({ place, deprecated }: Field, uses: number, before: number): number {
  const weight = (1 + Math.log2(uses) / 10) * 0.9 ** Math.min(before, 3);
  return Math.round(weight * (place.status === undefined ? 1 : 0.5) * (deprecated ? 0.5 : 1) * 100) / 100;
}

/** What the parameters of a path look like: IDs may look like anything. */
function patternsOf({ sent }: OperationFields): Pick<SearchEntry, 'patterns'> {
  const patterns = sent.flatMap(({ name, place, schema: { pattern } }) =>
    place.in === 'path' && pattern !== undefined ? [[name, pattern] as const] : [],
  );
  return patterns.length === 0 ? {} : { patterns: Object.fromEntries(patterns) };
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

/** The names of its limits of length: who asks for one says that, rather than how many characters there may be. */
const limitsOf = ({ schema, items }: Field): Pick<SearchEntry, 'words'> => {
  const limits = (['minLength', 'maxLength'] as const).filter((limit) => limit in schema || limit in items);
  return limits.length === 0 ? {} : { words: limits.join(' ') };
};

const valuesOf = ({ schema, items }: Field) => [
  ...new Set(
    [schema, items].flatMap(({ enum: values = [], 'x-extensible-enum': known = [] }) =>
      [...values, ...known].map(String),
    ),
  ),
];
