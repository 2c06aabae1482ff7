/** What the document says beside the words of OpenAPI and JSON Schema. A new extension is added here, and nowhere else. */

/** A rule that JSON Schema has no keyword for; `openapi/vocabulary` says what each word means. */
export type DocumentRule = {
  /** The code of the error catalogue that a breach is answered with. */
  code: string;
  /** Where the rule holds, from what it stands at, such as `tags[]` or `tags[].values`; without it, there. */
  at?: string[];
  /** Members of what it stands at, and the values by which it holds; one that is left out counts as its default. */
  when?: Record<string, string | number | boolean>;
} & (
  | { uniqueBy: string[]; trim?: true }
  | { exactlyOneOf: string[] }
  | { requires: string[] }
  | { forbids: string[] }
  | { notWithin: string }
);

export interface SchemaExtensions {
  /** The release of the source that this came with, if it was not there from the start. */
  'x-since'?: string;
  'x-rules'?: DocumentRule[];
  /** The code of the error catalogue for a breach of the schema: one for all keywords, or one for each of some. */
  'x-error-code'?: string | Record<string, string>;
  /** What the pattern or format asks for, to follow the name of the field. */
  'x-message'?: string;
  /** A short name for forms and lists, such as `VPC ID`. */
  'x-label'?: string;
  /** What stands in the place of a field that is left out, for those resources that have it. */
  'x-conditional-default'?: unknown;
  'x-lifecycle'?: Lifecycle;
  'x-transitions'?: Transition[];
  /** The values that are known, in the place of `enum`; others may come. */
  'x-extensible-enum'?: string[];
  /** What the rules and codes of a request say of it. The reference pages add it; the document itself has none. */
  'x-constraints'?: Constraint[];
}

/** Of a status: the states that pass by themselves, and those that end every wait for the resource to come into use. */
export interface Lifecycle {
  passing: string[];
  final: string[];
}

/** Of a status: a state that another one follows. One that follows none is that of a new resource; after the last, it is gone. */
export interface Transition {
  from?: string;
  to?: string;
  /** The ID of the operation that takes a resource there; without it, it gets there by itself. */
  by?: string;
  /** Members of the body of the operation, and the values by which it takes it there. */
  with?: Record<string, string>;
  /** What happens, in few words. */
  summary: string;
}

/** What a value is held to, as the reference shows it beside a field. */
export interface Constraint {
  /** A sentence. */
  text: string;
  /** The code that a breach is answered with. */
  code: string;
}

export interface ParameterExtensions {
  /** The release of the source that this came with, if it was not there from the start. */
  'x-since'?: string;
}

export interface ResponseExtensions {
  /** A gateway, a proxy or the failing service answers it, alike whatever was asked; without this, the operation does. */
  'x-from'?: 'infrastructure';
}

export interface OperationExtensions {
  /** The release of the source that this came with, if it was not there from the start. */
  'x-since'?: string;
  /** What a policy of IAM must allow, as far as that is known. */
  'x-iam-action'?: IamAction;
  /** The IDs of the only regions that have it; without this, all have. */
  'x-regions'?: string[];
  /** Rules about its query. */
  'x-rules'?: DocumentRule[];
  /** The codes that the operation is known to give. */
  'x-error-codes'?: string[];
  /** How to call the operation. The reference pages add it; the document itself has none. */
  'x-codeSamples'?: CodeSample[];
  /** Like that of a schema, about the query or the body as a whole. */
  'x-constraints'?: Constraint[];
}

/** An action of IAM, such as `vpcep:endpointServices:create`. */
export interface IamAction {
  name: string;
  /** Older and wider actions that allow the same. */
  aliases?: string[];
}

export interface ServerVariableExtensions {
  /** Its values, in the order of `enum`, each with the name that readers see, in every language that the document has. */
  'x-names'?: Record<string, Record<'en' | 'zh-CN', string>>;
}

export interface TagExtensions {
  /** The name that readers see. */
  'x-displayName'?: string;
}

/** A sample as Redoc shows it, beside the operation. */
export interface CodeSample {
  /** The language, for its colours. */
  lang: string;
  label: string;
  source: string;
}
