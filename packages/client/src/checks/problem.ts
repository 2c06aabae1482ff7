import { fieldName, type Finding, label, predicateOf, type Text } from '@vpcep/rules';

/** A value that breaks a rule, as a user can be told. */
export type Problem = Finding & {
  /** The value that breaks the rule, such as `body.ports[1].client_port`. */
  readonly field: string;
  /** The field, the rule and what to do, to be shown beside the field. Names are those of the API. */
  readonly message: Text;
};

/** Tells a finding in words. */
export function toProblem(finding: Finding): Problem {
  const { en, 'zh-CN': zh } = predicateOf(finding);
  const name = label(finding.path);
  return { ...finding, field: fieldName(finding.path), message: { en: `${name} ${en}`, 'zh-CN': `${name} ${zh}` } };
}
