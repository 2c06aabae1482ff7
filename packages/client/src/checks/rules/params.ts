import type { Repetition, SchemaRuleParams } from '../schema-rules.js';

/** What each rule asks for, by the rule's name. */
export interface RuleParams extends SchemaRuleParams, CrossFieldRuleParams {}

/** A keyword of JSON Schema, or the name of a rule about several fields. */
export type Rule = keyof RuleParams;

/** What the rules about several fields ask for, by the rule's name. */
export interface CrossFieldRuleParams {
  readonly exactlyOne: { readonly fields: readonly string[] };
  readonly pagingOfCount: { readonly action: 'count' };
  readonly repeatedFilterKey: Repetition;
  readonly repeatedFilterValue: Repetition;
  readonly repeatedMatchKey: Repetition;
  readonly repeatedPortMapping: Repetition;
  readonly repeatedTagKey: Repetition;
  readonly tagValueOfCreate: { readonly action: 'create' };
}
