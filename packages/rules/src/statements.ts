import { comparisonNotes } from './comparison-notes.js';
import { row } from './row.js';
import type { Text } from './text.js';
import { defaultsOf, type Rule } from './rule.js';

/** What a rule of the document demands, as a sentence beside the field that it is about. */
export function statementOf(rule: Rule): Text {
  const [demand, condition, notes] = [demandOf(rule), conditionOf(rule), notesOf(rule)];
  return {
    en: `${demand.en}${condition.en}${notes.en}.`,
    'zh-CN': `${condition['zh-CN']}${demand['zh-CN']}${notes['zh-CN']}。`,
  };
}

function demandOf(rule: Rule): Text {
  switch (rule.word) {
    case 'uniqueBy': {
      const names = row(rule.members.map(({ name }) => name));
      if (rule.members.length === 0) return { en: 'No two items may be equal', 'zh-CN': '各项不能重复' };
      return { en: `No two items may have the same ${names.en}`, 'zh-CN': `各项的 ${names['zh-CN']} 不能相同` };
    }
    case 'exactlyOneOf':
      return {
        en: `Exactly one of ${row(rule.members).en} must be given`,
        'zh-CN': `${row(rule.members)['zh-CN']} 必须且只能填写一个`,
      };
    case 'requires':
      return { en: `${row(rule.members).en} must be given`, 'zh-CN': `必须填写 ${row(rule.members)['zh-CN']}` };
    case 'forbids':
      return { en: `${row(rule.members).en} may not be given`, 'zh-CN': `不能填写 ${row(rule.members)['zh-CN']}` };
    case 'notWithin':
      return { en: `May not be in ${rule.range}`, 'zh-CN': `不能位于 ${rule.range} 网段内` };
  }
}

/** By which values of other fields a rule holds; empty when it always does. */
function conditionOf({ when = [] }: Rule): Text {
  if (when.length === 0) return { en: '', 'zh-CN': '' };
  return {
    en: ` when ${when.map(({ name, value }) => `${name} is ${String(value)}`).join(' and ')}`,
    'zh-CN': `${when.map(({ name, value }) => `${name} 为 ${String(value)}`).join(' 且 ')} 时，`,
  };
}

/** How the items of a list are compared; empty for other rules. */
function notesOf(rule: Rule): Text {
  if (rule.word !== 'uniqueBy') return { en: '', 'zh-CN': '' };
  return comparisonNotes(defaultsOf(rule.members), rule.trim ?? false);
}
