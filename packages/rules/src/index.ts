export { trimSpaces } from './broken-rules.js';
export { fieldOf, isFields, type Fields } from './fields.js';
export {
  codeAt,
  commonCode,
  type BrokenRule,
  type DocumentRuleParams,
  type Finding,
  type FindingOf,
  type JsonType,
  type RuleName,
  type RuleParams,
  type SchemaRuleParams,
} from './findings.js';
export { listFindings, maxFindings } from './list-findings.js';
export { hasWords, predicateOf } from './messages.js';
export { fieldName, label, type Path } from './path.js';
export { repeatedItems, type Repetition } from './repetitions.js';
export type { Language, Text } from './text.js';
export type { CodesByPlace, OperationRules, Rule } from './rule.js';
