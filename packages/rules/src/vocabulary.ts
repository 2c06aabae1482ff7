/** A value that a member can be compared with. */
export type Scalar = string | number | boolean;

/** What every rule of the document may say beside its word. */
interface Placed {
  /** The code of the error catalogue that a breach is answered with. */
  readonly code: string;
  /**
   * Where the rule holds, from the schema or operation that it stands at: names of members, `[]` for every item of a list,
   * such as `tags[]` or `tags[].values`. Without it, the rule holds for what it stands at.
   */
  readonly at?: readonly string[];
  /** Members of what the rule stands at, and the values by which it holds; one that is left out counts as its default. */
  readonly when?: Readonly<Record<string, Scalar>>;
}

/**
 * A rule of the document that JSON Schema has no keyword for, as it stands in `x-rules` of a schema or an operation; at an
 * operation, it is about the query. The folder `openapi/vocabulary` holds what each word means.
 */
export type DocumentRule = Placed &
  (
    | { readonly uniqueBy: readonly string[]; readonly trim?: boolean }
    | { readonly exactlyOneOf: readonly string[] }
    | { readonly requires: readonly string[] }
    | { readonly forbids: readonly string[] }
    | { readonly notWithin: string }
  );

/** The codes of a schema's own breaches: one for all keywords of JSON Schema, or one for each of some. */
export type DocumentCodes = string | Readonly<Record<string, string>>;

/** What is read of a schema to find its rules. */
export interface RuledSchema {
  readonly $ref?: string;
  readonly allOf?: readonly RuledSchema[];
  readonly properties?: Readonly<Record<string, RuledSchema>>;
  readonly items?: RuledSchema;
  readonly default?: unknown;
  readonly 'x-rules'?: readonly DocumentRule[];
  readonly 'x-error-code'?: DocumentCodes;
}

/** A member whose value counts as the default when it is left out. */
export interface Member {
  readonly name: string;
  readonly default?: Scalar;
}

/** A rule of one operation, with all that is needed to hold arguments against it. */
export type Rule = {
  readonly code: string;
  /** The way from the arguments to what the rule stands at; `[]` stands for every item of a list. */
  readonly base: readonly string[];
  /** The way on from there to what it is about. */
  readonly at: readonly string[];
  readonly when?: readonly (Member & { readonly value: Scalar })[];
} & (
  | { readonly word: 'uniqueBy'; readonly members: readonly Member[]; readonly trim: boolean }
  | { readonly word: 'exactlyOneOf' | 'requires' | 'forbids'; readonly members: readonly string[] }
  | { readonly word: 'notWithin'; readonly range: string }
);

/** The code that a breach of JSON Schema at one place is answered with. */
export interface CodeAtPlace {
  readonly at: readonly string[];
  /** The keyword of JSON Schema; without it, every keyword at that place. */
  readonly keyword?: string;
  readonly code: string;
}

/** The rules and codes of one operation. */
export interface OperationRules {
  readonly rules: readonly Rule[];
  readonly codes: readonly CodeAtPlace[];
}
