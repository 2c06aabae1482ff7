import { brokenRules } from './broken-rules.js';
import type { Finding } from './findings.js';
import { fieldName } from './path.js';
import type { Rule } from './rule.js';

/** How many findings are listed at most. A request can break thousands of rules at once; nobody reads that many. */
export const maxFindings = 100;

/**
 * What is wrong with a request, one finding for each value and at most {@link maxFindings}: first what its schemas do not
 * allow, then what the document's own rules do not.
 */
export function listFindings<Code extends string>(
  bySchema: readonly Finding<Code>[],
  rules: readonly Rule<Code>[],
  args: unknown,
): Finding<Code>[] {
  // What is wrong inside of a list that is too long only distracts.
  const tooLong = new Set(bySchema.filter(({ rule }) => rule === 'maxItems').map(({ path }) => fieldName(path)));
  const isInside = ({ path }: Finding): boolean =>
    path.some((segment, index) => typeof segment === 'number' && tooLong.has(fieldName(path.slice(0, index))));
  const fields = new Set<string>();
  const isFirst = ({ path }: Finding): boolean => {
    const { size } = fields;
    return fields.add(fieldName(path)).size > size;
  };

  const byRules: Finding<Code>[] = [];
  for (const finding of brokenRules(rules, args, tooLong)) {
    if (isFirst(finding) && byRules.push(finding) >= maxFindings) break;
  }
  // A rule about several fields says more than that items must differ, and a wrong type more than that the value is none
  // of those allowed.
  const others = bySchema.filter((finding) => !isInside(finding) && isFirst(finding));
  return [...others, ...byRules].slice(0, maxFindings);
}
