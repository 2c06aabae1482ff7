import { codeAt, fieldName, type Finding, listFindings, maxFindings, type Path, predicateOf } from '@vpcep/rules';
import { codeOfKind } from '../generated/error-catalogue.js';
import { readDiagnostic } from './diagnostics.js';
import { type LaterRequest, liftedRule } from './lifted-rules.js';
import { argumentsSchema, type RequestArguments, type RequestContract } from './requests.js';
import { repetitionsIn } from './unique-items.js';
import type { Diagnostic, Validation } from './validation.js';

/** What is wrong with a value of a request or an answer, in words to follow its name, and the code of an answer to it. */
export interface Violation {
  readonly path: Path;
  readonly text: string;
  readonly code: string;
  /** The rule that is broken, where it is one of those that have words of ours. */
  readonly rule?: string;
}

/** How many violations one message lists. A body can break thousands of rules at once. */
const maxListed = 10;

/** How much of one violation a message says, in characters. The names of unknown fields can be of any length. */
const maxLength = 500;

/** Everything that is wrong with a request: what the validation has found, values of the path, equal items, and the document's own rules. What a later state allows is said. */
export function violationsOf(
  validation: Pick<Validation, 'firstViolation'>,
  contract: RequestContract,
  args: RequestArguments,
  diagnostics: readonly Diagnostic[],
  later: () => readonly LaterRequest[],
): Violation[] {
  const { codes, rules } = contract.rules;
  const bySchema: Finding[] = [];
  const others: Violation[] = [];
  const schema = argumentsSchema(contract);
  for (const diagnostic of [
    ...diagnostics,
    ...pathDiagnostics(validation, contract, args),
    ...nullDiagnostics(validation, contract, args),
  ]) {
    const { path, place, keyword, finding, text } = readDiagnostic(diagnostic, schema);
    const code = codeAt(codes, place, keyword, codeOfKind.request);
    if (finding === undefined) others.push({ path, text, code });
    else bySchema.push({ ...finding, path, code });
  }
  for (const { list, repetition } of repetitionsIn(contract.body, args.body, ['body'])) {
    const code = codeAt(codes, list, 'uniqueItems', codeOfKind.request);
    bySchema.push({ path: [...list, repetition.index], rule: 'uniqueItems', params: repetition, code });
    if (bySchema.length >= maxFindings) break;
  }
  const findings = listFindings(withoutConsequences(bySchema), rules, args);
  return [
    ...others,
    ...findings.map((finding) => ({
      ...finding,
      text: predicateOf(finding).en + liftedRule(finding, schema, later(), args),
    })),
  ];
}

/** Of a value of the wrong type, that alone is worth saying, and not which rules it breaks for that reason. */
function withoutConsequences<Code extends string>(findings: readonly Finding<Code>[]): Finding<Code>[] {
  const wrongTypes = new Set(findings.filter(({ rule }) => rule === 'type').map(({ path }) => fieldName(path)));
  return findings.filter(({ rule, path }) => rule === 'type' || !wrongTypes.has(fieldName(path)));
}

/** What is wrong with each value of the path. */
const pathDiagnostics = (
  { firstViolation }: Pick<Validation, 'firstViolation'>,
  { path }: RequestContract,
  args: RequestArguments,
): Diagnostic[] =>
  Object.entries(path.properties ?? {}).flatMap(([name, schema]) =>
    typeof schema === 'object' ? firstViolation(schema, args.path[name], ['path', name]) : [],
  );

/** What is wrong with `null` as a body that may be left out: Prism takes it for none. */
const nullDiagnostics = (
  { firstViolation }: Pick<Validation, 'firstViolation'>,
  { operation, body }: RequestContract,
  args: RequestArguments,
): readonly Diagnostic[] =>
  body !== undefined && args.body === null && operation.request?.body?.required !== true
    ? firstViolation(body, null, ['body'])
    : [];

/** Some violations in one line: the field and the rule of each. */
export function describeViolations(violations: readonly Pick<Violation, 'path' | 'text'>[]): string {
  const lines = [...new Set(violations.map(({ path, text }) => `${fieldName(path)} ${text}`.trim()))];
  const rest = lines.length - maxListed;
  return lines.slice(0, maxListed).map(shorten).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

const shorten = (line: string): string => (line.length > maxLength ? `${line.slice(0, maxLength)}…` : line);
