import type { Path } from './path.js';
import type { Repetition } from './repetitions.js';
import type { Text } from './text.js';
import type { CodesByPlace, Scalar } from './rule.js';

/** A type of JSON Schema. */
export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** What a keyword of JSON Schema asks for, by the keyword. */
export interface SchemaRuleParams {
  readonly additionalProperties: { readonly additionalProperty: string };
  readonly enum: { readonly allowedValues: readonly unknown[] };
  /** `message` is what the document says of the format, to follow the name of the field. */
  readonly format: { readonly format: string; readonly message?: Text };
  readonly maxItems: { readonly minItems?: number; readonly maxItems: number };
  readonly maxLength: { readonly minLength?: number; readonly maxLength: number };
  readonly maximum: { readonly minimum?: number; readonly maximum: number };
  readonly minItems: { readonly minItems: number; readonly maxItems?: number };
  readonly minLength: { readonly minLength: number; readonly maxLength?: number };
  readonly minProperties: { readonly minProperties: number };
  readonly minimum: { readonly minimum: number; readonly maximum?: number };
  /** `message` is what the document says of the values that are left, to follow the name of the field. */
  readonly not: { readonly message?: Text };
  /** `message` is what the document says of the pattern, to follow the name of the field. */
  readonly pattern: { readonly pattern: string; readonly message?: Text };
  readonly required: { readonly missingProperty: string };
  readonly type: { readonly type: JsonType | JsonType[] };
  readonly uniqueItems: Repetition;
}

/** What a rule in the document's own words asks for, by the word. */
export interface DocumentRuleParams {
  /** Members that are left out count as their `defaults`; no `members` are named when whole items are compared. */
  readonly uniqueBy: Repetition & {
    readonly members: readonly string[];
    readonly defaults: Readonly<Record<string, Scalar>>;
    readonly trim: boolean;
  };
  readonly exactlyOneOf: { readonly fields: readonly string[] };
  readonly requires: { readonly when: Readonly<Record<string, Scalar>> };
  readonly forbids: { readonly when: Readonly<Record<string, Scalar>> };
  readonly notWithin: { readonly range: string };
}

/** What each rule asks for, by the rule's name. */
export interface RuleParams extends SchemaRuleParams, DocumentRuleParams {}

/** A keyword of JSON Schema, or a word of the document's own rules. */
export type RuleName = keyof RuleParams;

/** A rule that is broken, and what it asks for. */
export type BrokenRule = {
  [R in RuleName]: { readonly rule: R; readonly params: RuleParams[R] };
}[RuleName];

/** A value that breaks a rule, and the code that the service answers it with. */
export type Finding<Code extends string = string> = FindingOf<RuleName, Code>;

/** A finding about any of some rules. */
export type FindingOf<Name extends RuleName, Code extends string = string> = {
  [R in Name]: { readonly path: Path; readonly rule: R; readonly params: RuleParams[R]; readonly code: Code };
}[Name];

/** The code that the service answers a breach of JSON Schema with: that of the place, or else the general one. */
export function codeAt<Code extends string>(
  codes: CodesByPlace<Code>,
  path: Path,
  keyword: string,
  general: Code,
): Code {
  const place = path.reduce<string>(
    (name, segment) => (typeof segment === 'number' ? `${name}[]` : name === '' ? segment : `${name}.${segment}`),
    '',
  );
  return codes[`${place}#${keyword}`] ?? codes[place] ?? general;
}

/** The code of an answer to a request with these findings: theirs when they have one in common, or else the general one. */
export function commonCode(findings: readonly Pick<Finding, 'code'>[], general: string): string {
  const [code, ...others] = new Set(findings.map((finding) => finding.code));
  return code !== undefined && others.length === 0 ? code : general;
}
