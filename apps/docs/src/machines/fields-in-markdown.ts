import { type Document, resolve, type Schema } from '@vpcep/openapi/reader';
import { predicateOf } from '@vpcep/rules';
import { laterRulesOf } from '../later/later-rule.js';
import type { Language } from '../site/languages.js';
import { textsOf } from '../site/texts.js';
import { labelled, machineTextsOf, plain } from './machine-texts.js';

/** What fields are told from. */
export interface FieldSources {
  /** Its descriptions gathered: each says all that is said of its field. */
  document: Document;
  language: Language;
}

/** A parameter, a header or a member of an object, as the document has it. */
export interface NamedField {
  name: string;
  schema: Schema;
  required: boolean;
  /** What is said beside the schema, of a parameter or header. */
  description?: string | undefined;
  deprecated?: boolean | undefined;
  since?: string | undefined;
}

/** A list of fields, each with its type, its rules and the fields within it. */
export const fieldList = (sources: FieldSources, fields: readonly NamedField[], depth = 0): string =>
  fields.map((field) => fieldItem(sources, field, depth)).join('\n');

/** The list of what stands in a body, or in its items. */
export function bodyFields(sources: FieldSources, given: Schema, depth = 0): string {
  const schema = resolve(sources.document, given);
  if (schema.items !== undefined) return bodyFields(sources, schema.items, depth);
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => ({
    name,
    schema: member,
    required: schema.required?.includes(name) ?? false,
  }));
  const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  const { anyMember } = machineTextsOf[sources.language];
  return [
    ...(members.length > 0 ? [fieldList(sources, members, depth)] : []),
    ...(others === undefined ? [] : [item(depth, labelled(anyMember, typeOf(sources, others)), told(sources, others))]),
    ...(others === undefined ? [] : [bodyFields(sources, others, depth + 1)]),
  ]
    .filter(Boolean)
    .join('\n');
}

function fieldItem(sources: FieldSources, field: NamedField, depth: number): string {
  const { name, required, description, deprecated = false, since } = field;
  const schema = resolve(sources.document, field.schema);
  const texts = machineTextsOf[sources.language];
  const marks = [
    typeOf(sources, field.schema),
    ...(required ? [texts.required] : []),
    ...(deprecated || schema.deprecated === true ? [texts.deprecated] : []),
    ...[since ?? schema['x-since']].flatMap((month) => (month === undefined ? [] : [texts.since(month)])),
  ];
  const said = told(sources, { ...schema, ...(description !== undefined && { description }) });
  const within = bodyFields(sources, field.schema, depth + 1);
  return [item(depth, `\`${name}\` (${marks.join(texts.separator)})`, said), ...(within === '' ? [] : [within])].join(
    '\n',
  );
}

/** An entry of a list, whose paragraphs stand below its first line. */
function item(depth: number, title: string, paragraphs: readonly string[]): string {
  const indent = '  '.repeat(depth);
  const inside = paragraphs.map((text) => text.trim().replaceAll(/^(?=.)/gm, `${indent}  `));
  return [`${indent}- ${title}`, ...inside].join('\n\n');
}

/** All that is said of a value: its description, which has all others in it already, then rules and examples. */
function told(sources: FieldSources, given: Schema): string[] {
  const { document, language } = sources;
  const schema = resolve(document, given);
  const items = schema.items === undefined ? {} : resolve(document, schema.items);
  const texts = machineTextsOf[language];
  const rules = [
    ...rulesOf(sources, schema),
    ...rulesOf(sources, items).map((rule) => labelled(texts.items, rule)),
    ...valuesOf(sources, schema),
  ].join(textsOf[language].betweenSentences);
  return [
    ...[schema.description ?? '', rules].filter((text) => text !== ''),
    ...laterRules(sources, schema),
    ...laterRules(sources, items, textsOf[language].eachItem),
  ];
}

/** What later states ask, each with what they say besides. */
const laterRules = (
  { language }: FieldSources,
  schema: Schema,
  say: (sentence: string) => string = (sentence) => sentence,
): string[] =>
  laterRulesOf(schema).flatMap(({ asOf, sentences, description }) => {
    const { asOf: label, betweenSentences } = textsOf[language];
    return [
      labelled(label(asOf), plain(sentences.map(say).join(betweenSentences))).trim(),
      ...(description === undefined ? [] : [description]),
    ];
  });

const code = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** Values in a row, behind what they are. */
function row(language: Language, label: string, values: readonly unknown[] | undefined): string[] {
  const { separator, end } = machineTextsOf[language];
  return values === undefined || values.length === 0 ? [] : [labelled(label, values.map(code).join(separator) + end)];
}

/** What a value is held to, in sentences. */
function rulesOf({ language }: FieldSources, schema: Schema): string[] {
  const texts = machineTextsOf[language];
  const words = textsOf[language];
  const { pattern, 'x-message': message, 'x-constraints': constraints = [] } = schema;
  return [
    ...row(language, texts.values, schema.enum),
    ...row(language, words.knownValues, schema['x-extensible-enum']),
    ...limitsOf(schema, language),
    ...(message !== undefined
      ? [plain(words.sentence(message))]
      : row(language, texts.pattern, pattern === undefined ? [] : [pattern])),
    ...constraints.map(({ text, code: errorCode }) => texts.withCode(plain(text), errorCode)),
  ];
}

/** What a value is, and becomes. */
function valuesOf({ language }: FieldSources, schema: Schema): string[] {
  const texts = machineTextsOf[language];
  const words = textsOf[language];
  const { 'x-lifecycle': lifecycle, 'x-conditional-default': fallback } = schema;
  return [
    ...row(language, words.passingStates, lifecycle?.passing),
    ...row(language, words.finalStates, lifecycle?.final),
    ...(schema.default === undefined ? [] : row(language, texts.default, [schema.default])),
    ...(fallback === undefined ? [] : row(language, texts.conditionalDefault, [fallback])),
    ...row(language, texts.example, schema.examples),
  ];
}

/** Lengths and ranges, in the words of the checks; those that a code of its own belongs to are said with the code. */
function limitsOf(schema: Schema, language: Language): string[] {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum } = schema;
  const said = (schema['x-constraints'] ?? []).map(({ text }) => text);
  const limits = [
    maxLength !== undefined
      ? predicateOf({ rule: 'maxLength', params: { maxLength, ...(minLength !== undefined && { minLength }) } })
      : minLength !== undefined && predicateOf({ rule: 'minLength', params: { minLength } }),
    maxItems !== undefined
      ? predicateOf({ rule: 'maxItems', params: { maxItems, ...(minItems !== undefined && { minItems }) } })
      : minItems !== undefined && predicateOf({ rule: 'minItems', params: { minItems } }),
    maximum !== undefined
      ? predicateOf({ rule: 'maximum', params: { maximum, ...(minimum !== undefined && { minimum }) } })
      : minimum !== undefined && predicateOf({ rule: 'minimum', params: { minimum } }),
  ];
  return limits
    .filter((limit) => limit !== false)
    .map((limit) => textsOf[language].sentence(limit[language]))
    .filter((sentence) => !said.includes(sentence))
    .map(plain);
}

/** Such as `string (uuid)` or `list of object`, in the words of JSON Schema. */
function typeOf(sources: FieldSources, given: Schema): string {
  const { type = 'object', format, items } = resolve(sources.document, given);
  const texts = machineTextsOf[sources.language];
  const nameOf = (name: string) =>
    name === 'array' && items !== undefined ? texts.listOf(typeOf(sources, items)) : name;
  // Chinese stands beside Chinese without a blank.
  const names = [type]
    .flat()
    .map(nameOf)
    .join(texts.or)
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  return format === undefined ? names : `${names}, ${format}`;
}
