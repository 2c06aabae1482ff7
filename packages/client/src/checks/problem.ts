import { fieldName, label } from './field-name.js';
import { messages } from './messages.js';
import type { Rule, RuleParams } from './rules/params.js';
import type { Text } from './text.js';

/** The way from the arguments to a value: names of members, and positions in lists. */
export type Path = readonly (string | number)[];

/** A value that breaks a rule. */
export type Finding = {
  [R in Rule]: { readonly path: Path; readonly rule: R; readonly params: RuleParams[R] };
}[Rule];

/** A value that breaks a rule, as a user can be told. */
export type Problem = Finding & {
  /** The value that breaks the rule, such as `body.ports[1].client_port`. */
  readonly field: string;
  /** The field, the rule and what to do, to be shown beside the field. Names are those of the API. */
  readonly message: Text;
};

/** Tells a finding in words. */
export function toProblem(finding: Finding): Problem {
  const text = predicate(finding.rule, finding.params);
  const name = label(finding.path);
  const message = { en: `${name} ${text.en}`, 'zh-CN': `${name} ${text['zh-CN']}` };
  return { ...finding, field: fieldName(finding.path), message };
}

function predicate<R extends Rule>(rule: R, params: RuleParams[R]): Text {
  return messages[rule](params);
}
