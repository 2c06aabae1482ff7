import { fieldName, type Finding, label, predicateOf, type Text } from '@vpcep/rules';
import type { ErrorCode } from '../generated/error-code.js';

/**
 * A value that breaks a rule, as a user can be told. `code` is what the service answers it with; the error catalogue knows
 * what to do about it.
 */
export type Problem = Finding<ErrorCode> & {
  /** The value that breaks the rule, such as `body.ports[1].client_port`. */
  readonly field: string;
  /** The field, the rule and what to do, to be shown beside the field. Names are those of the API. */
  readonly message: Text;
};

/** Tells a finding in words. */
export function toProblem(finding: Finding<ErrorCode>): Problem {
  const { en, 'zh-CN': zh } = predicateOf(finding);
  const name = label(finding.path);
  return { ...finding, field: fieldName(finding.path), message: { en: `${name} ${en}`, 'zh-CN': `${name} ${zh}` } };
}
