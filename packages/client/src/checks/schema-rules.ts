import type { formatTexts } from './format-texts.js';
import type { patternTexts } from './pattern-texts.js';
import type { JsonType } from './type-texts.js';

/** The keywords of JSON Schema that requests are held to. A document that uses another fails to build. */
export const schemaRules = [
  'additionalProperties',
  'enum',
  'format',
  'maxItems',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'pattern',
  'required',
  'type',
  'uniqueItems',
] as const satisfies readonly (keyof SchemaRuleParams)[];

/** What a rule of the document's schemas asks for, by its keyword. */
export interface SchemaRuleParams {
  readonly additionalProperties: { readonly additionalProperty: string };
  readonly enum: { readonly allowedValues: readonly unknown[] };
  readonly format: { readonly format: keyof typeof formatTexts };
  readonly maxItems: { readonly minItems?: number; readonly maxItems: number };
  readonly maxLength: { readonly minLength?: number; readonly maxLength: number };
  readonly maximum: { readonly minimum?: number; readonly maximum: number };
  readonly minItems: { readonly minItems: number; readonly maxItems?: number };
  readonly minLength: { readonly minLength: number; readonly maxLength?: number };
  readonly minimum: { readonly minimum: number; readonly maximum?: number };
  readonly pattern: { readonly pattern: keyof typeof patternTexts };
  readonly required: { readonly missingProperty: string };
  readonly type: { readonly type: JsonType | JsonType[] };
  readonly uniqueItems: Repetition;
}

/** Positions of two equal items of a list. */
export interface Repetition {
  /** Position of the item that repeats an earlier one. */
  readonly index: number;
  /** Position of the first item that is like it. */
  readonly first: number;
}

/** A broken rule as a generated validator reports it. */
export type SchemaError = {
  [Rule in keyof SchemaRuleParams]: {
    /** JSON Pointer to the value that breaks the rule. */
    readonly instancePath: string;
    readonly keyword: Rule;
    readonly params: SchemaRuleParams[Rule];
  };
}[keyof SchemaRuleParams];

/** A generated validator: whether the arguments keep the rules, and after a call that returned false, which they break. */
export interface Validator {
  (args: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}
