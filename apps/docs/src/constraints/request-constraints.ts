import { type Constraint, type DescribedOperation, type Document, resolve, type Schema } from '@vpcep/openapi/reader';
import { type BrokenRule, predicateOf, type Rule } from '@vpcep/rules';
import { readRules, ruledOperation, statementOf } from '@vpcep/rules/document';
import type { Language } from '../site/languages.js';
import { textsOf } from '../site/texts.js';

/** A constraint, and where a request is held to it. */
export interface PlacedConstraint {
  /** Such as `query.id` or `body.tags[].key`; `[]` stands for every item of a list. */
  place: string;
  /** How it is said beside the schema that stands there. */
  constraint: (schema: Schema) => Constraint;
}

/** What the document's rules and codes demand of an operation's request: one for each field that they are about. */
export function requestConstraints(
  document: Document,
  described: DescribedOperation,
  language: Language,
): PlacedConstraint[] {
  const { rules, codes } = readRules(ruledOperation(described), ($ref) => resolve<Schema>(document, { $ref }));
  return [
    ...rules.flatMap((rule) => {
      const constraint = () => ({ text: statementOf(rule)[language], code: rule.code });
      return placesOf(rule).map((place) => ({ place, constraint }));
    }),
    ...Object.entries(codes).map(([key, code]) => {
      const [place = '', keyword] = key.split('#');
      return { place, constraint: (schema: Schema) => ({ text: breach(schema, keyword, language), code }) };
    }),
  ];
}

/** The fields that a rule is about. */
function placesOf(rule: Rule): string[] {
  const { base, at = '' } = rule;
  const place = at === '' || at.startsWith('[') ? base + at : `${base}.${at}`;
  // What the items of a list are compared by is said of the list.
  if (rule.word === 'uniqueBy' || rule.word === 'notWithin') return [place];
  return rule.members.map((name) => `${place}.${name}`);
}

/** What is answered with a code of its own: whatever breaks the schema, or what breaks one keyword of it. */
function breach(schema: Schema, keyword: string | undefined, language: Language): string {
  const texts = textsOf[language];
  if (keyword === undefined) return texts.wrongValue;
  const limit = limitOf(schema, keyword);
  return limit === undefined ? texts.breachOf(keyword) : texts.sentence(predicateOf(limit)[language]);
}

/** A limit of a schema by its keyword; undefined for a keyword of another kind. */
function limitOf(schema: Schema, keyword: string): BrokenRule | undefined {
  const { minItems, maxItems, minLength, maxLength, minimum, maximum } = schema;
  if (keyword === 'minItems' && minItems !== undefined) return { rule: keyword, params: { minItems } };
  if (keyword === 'maxItems' && maxItems !== undefined) return { rule: keyword, params: { maxItems } };
  if (keyword === 'minLength' && minLength !== undefined) return { rule: keyword, params: { minLength } };
  if (keyword === 'maxLength' && maxLength !== undefined) return { rule: keyword, params: { maxLength } };
  if (keyword === 'minimum' && minimum !== undefined) return { rule: keyword, params: { minimum } };
  if (keyword === 'maximum' && maximum !== undefined) return { rule: keyword, params: { maximum } };
  return undefined;
}
