import type { Repetition } from '../schema-rules.js';

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
