import { type Document, DocumentError, resolve, type Schema } from '@vpcep/openapi/reader';
import { type BrokenRule, predicateOf } from '@vpcep/rules';
import { readRules, statementOf } from '@vpcep/rules/document';
import type { Language } from '../site/languages.js';
import { textsOf } from '../site/texts.js';
import type { Difference } from './differences.js';
import type { LaterRule } from './later-rule.js';

/** A difference, and what it takes to put it in words. */
interface Told extends Difference {
  /** The document of the later state. */
  document: Document;
  language: Language;
}

/** Sentences about one keyword, or about several that belong together; none where a description says it. */
type Words = (told: Told) => string[];

/**
 * Says what holds in a later state.
 *
 * @throws DocumentError when there are no words for a keyword that differs.
 */
export function ruleInWords(difference: Difference, document: Document, language: Language, asOf: string): LaterRule {
  const { pointer, first, later, keywords } = difference;
  const words = keywords.map((keyword) => wordsOf.get(keyword) ?? noWords(pointer, keyword));
  const description = keywords.includes('description') ? newLines(first.description, later.description) : '';
  return {
    asOf,
    sentences: [...new Set(words)].flatMap((say) => say({ ...difference, document, language })),
    ...(keywords.includes('pattern') && later.pattern !== undefined && { pattern: later.pattern }),
    ...(description !== '' && { description }),
  };
}

const length: Words = (told) => {
  const { minLength, maxLength } = told.later;
  if (maxLength === undefined) return noWords(told.pointer, 'maxLength');
  return [limit(told, { rule: 'maxLength', params: { maxLength, ...(minLength !== undefined && { minLength }) } })];
};

const count: Words = (told) => {
  const { minItems, maxItems } = told.later;
  if (maxItems === undefined) return noWords(told.pointer, 'maxItems');
  return [limit(told, { rule: 'maxItems', params: { maxItems, ...(minItems !== undefined && { minItems }) } })];
};

const range: Words = (told) => {
  const { minimum, maximum } = told.later;
  if (maximum === undefined) return noWords(told.pointer, 'maximum');
  return [limit(told, { rule: 'maximum', params: { maximum, ...(minimum !== undefined && { minimum }) } })];
};

const limit = ({ language }: Told, rule: BrokenRule) => textsOf[language].sentence(predicateOf(rule)[language]);

/** An expression tells a reader nothing: the message does, and has to change with it. */
const characters: Words = ({ first, later, pointer, language }) => {
  const { 'x-message': message } = later;
  if (message === undefined || message === first['x-message']) return noWords(pointer, 'x-message');
  return [textsOf[language].sentence(message)];
};

const values: Words = ({ first, later, pointer, language }) => {
  const [before = [], after = []] = [first.enum, later.enum];
  if (before.some((value) => !after.includes(value))) return noWords(pointer, 'enum');
  return [textsOf[language].mayAlsoBe(after.filter((value) => !before.includes(value)).map(String))];
};

/** A rule that is no more would have to be taken back in words: none has been so far. */
const ownRules: Words = ({ first, later, pointer, document, language }) => {
  const statements = (schema: Schema) =>
    readRules({ query: [], body: schema }, ($ref) => resolve<Schema>(document, { $ref }))
      .rules.filter(({ base }) => base === 'body')
      .map((rule) => ({ word: rule.word, text: statementOf(rule)[language] }));
  const [before, after] = [statements(first), statements(later)];
  const changed = after.filter(({ text }) => !before.some((other) => other.text === text));
  const gone = before.filter(({ text }) => !after.some((other) => other.text === text));
  if (gone.some(({ word }) => !changed.some((other) => other.word === word))) return noWords(pointer, 'x-rules');
  return changed.map(({ text }) => text);
};

const described: Words = () => [];

const wordsOf = new Map<string, Words>(
  Object.entries({
    minLength: length,
    maxLength: length,
    minItems: count,
    maxItems: count,
    minimum: range,
    maximum: range,
    pattern: characters,
    not: characters,
    'x-message': characters,
    enum: values,
    'x-rules': ownRules,
    description: described,
  }),
);

/** What a later description says more; all of it, where it does not repeat the first one line by line. */
function newLines(first = '', later = ''): string {
  const [before, after] = [first.split('\n'), later.split('\n')];
  const isLonger = before.every((line) => after.includes(line));
  return isLonger ? after.filter((line) => !before.includes(line)).join('\n') : later;
}

function noWords(pointer: string, keyword: string): never {
  throw new DocumentError(
    { pointer },
    `has another ${keyword} in a later state of the API, and the pages have no words for that`,
  );
}
