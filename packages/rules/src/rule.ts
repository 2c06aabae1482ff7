/** A value that a member can be compared with. */
export type Scalar = string | number | boolean;

/** A member whose value counts as the default when it is left out. */
export interface Member {
  readonly name: string;
  readonly default?: Scalar;
}

/** The defaults of those members that have one. */
export const defaultsOf = (members: readonly Member[]): Record<string, Scalar> =>
  Object.fromEntries(
    members.flatMap(({ name, default: fallback }) => (fallback === undefined ? [] : [[name, fallback]])),
  );

/** A rule of one operation, with all that is needed to hold arguments against it. */
export type Rule<Code extends string = string> = {
  readonly code: Code;
  /** The place that the rule stands at, from the arguments on, such as `body.tags[]`; `[]` stands for every item of a list. */
  readonly base: string;
  /** The way on from there to what the rule is about, when that is another place. */
  readonly at?: string;
  readonly when?: readonly (Member & { readonly value: Scalar })[];
} & (
  | { readonly word: 'uniqueBy'; readonly members: readonly Member[]; readonly trim?: true }
  | { readonly word: 'exactlyOneOf' | 'requires' | 'forbids'; readonly members: readonly string[] }
  | { readonly word: 'notWithin'; readonly range: string }
);

/**
 * The codes that breaches of JSON Schema are answered with, by the place, such as `body.tags[]`, or for one keyword alone by
 * the place and the keyword, such as `body.tags#minItems`.
 */
export type CodesByPlace<Code extends string = string> = Readonly<Record<string, Code>>;

/** The rules and codes of one operation. */
export interface OperationRules<Code extends string = string> {
  readonly rules: readonly Rule<Code>[];
  readonly codes: CodesByPlace<Code>;
}
