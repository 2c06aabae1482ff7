import type { BrokenRule, DocumentRuleParams, JsonType, RuleName, RuleParams } from './findings.js';
import type { Repetition } from './repetitions.js';
import { comparisonNotes } from './comparison-notes.js';
import { row } from './row.js';
import type { Text } from './text.js';

/** What to say about a broken rule, to follow the name of the field. */
export const predicateOf = ({ rule, params }: BrokenRule): Text => predicate(rule, params);

/** Whether there is something to say about a rule of this name. */
export const hasWords = (rule: string): rule is RuleName => Object.hasOwn(messages, rule);

function predicate<R extends RuleName>(rule: R, params: RuleParams[R]): Text {
  return messages[rule](params);
}

const messages: { readonly [R in RuleName]: (params: RuleParams[R]) => Text } = {
  additionalProperties: () => ({
    en: 'is not known here; remove it, or correct its name',
    'zh-CN': '不是有效字段，请删除或更正名称',
  }),
  enum: ({ allowedValues }) => ({
    en: `must be ${allowedValues.length > 1 ? 'one of ' : ''}${allowedValues.join(', ')}`,
    'zh-CN': `必须是 ${allowedValues.join('、')}${allowedValues.length > 1 ? ' 之一' : ''}`,
  }),
  format: ({ format, message }) =>
    message ?? { en: `must have the format ${format}`, 'zh-CN': `必须符合格式 ${format}` },
  maxItems: ({ minItems, maxItems }) => count(minItems, maxItems, items),
  maxLength: ({ minLength, maxLength }) => count(minLength, maxLength, characters),
  maximum: value,
  minItems: ({ minItems, maxItems }) => count(minItems, maxItems, items),
  minLength: ({ minLength, maxLength }) => count(minLength, maxLength, characters),
  minProperties: ({ minProperties }) => count(minProperties, undefined, fields),
  minimum: value,
  not: ({ message }) =>
    message ?? { en: 'must be another value; this one is reserved', 'zh-CN': '是保留值，请使用其他值' },
  pattern: ({ pattern, message }) =>
    message ?? { en: `must match the pattern ${pattern}`, 'zh-CN': `必须匹配正则表达式 ${pattern}` },
  required: () => ({ en: 'must be given', 'zh-CN': '必须填写' }),
  type: ({ type }) => {
    const texts = [type].flat().map((name) => types[name]);
    return {
      en: `must be ${texts.map(({ en }) => en).join(' or ')}`,
      'zh-CN': `必须是${texts.map(({ 'zh-CN': zh }) => zh).join('或')}`,
    };
  },
  uniqueItems: (repetition) => repeats(repetition),
  exactlyOneOf: ({ fields }) => ({
    en: `must hold exactly one of ${row(fields).en}`,
    'zh-CN': `必须且只能包含 ${row(fields)['zh-CN']} 中的一个`,
  }),
  requires: ({ when }) => {
    const condition = conditionOf(when);
    return { en: `must be given${condition.en}`, 'zh-CN': `${condition['zh-CN']}必须填写` };
  },
  forbids: ({ when }) => {
    const condition = conditionOf(when);
    return { en: `may not be given${condition.en}; remove it`, 'zh-CN': `${condition['zh-CN']}不能填写，请删除` };
  },
  notWithin: ({ range }) => ({
    en: `may not be in ${range}; use an address outside`,
    'zh-CN': `不能位于 ${range} 网段内，请使用其他地址`,
  }),
  uniqueBy: ({ members, defaults, trim, first, index }) => {
    const notes = comparisonNotes(defaults, trim);
    if (members.length === 0) return repeats({ first, index }, notes);
    const names = row(members);
    return {
      en: `has the same ${names.en} as the item at position [${first}]${notes.en}; remove or change one of the two`,
      'zh-CN': `与位置 [${first}] 的项具有相同的 ${names['zh-CN']}${notes['zh-CN']}，请删除或修改其中一个`,
    };
  },
};

const types: Readonly<Record<JsonType, Text>> = {
  array: { en: 'a list', 'zh-CN': '列表' },
  boolean: { en: 'true or false', 'zh-CN': ' true 或 false' },
  integer: { en: 'an integer', 'zh-CN': '整数' },
  null: { en: 'null', 'zh-CN': ' null' },
  number: { en: 'a number', 'zh-CN': '数字' },
  object: { en: 'an object', 'zh-CN': '对象' },
  string: { en: 'a string', 'zh-CN': '字符串' },
};
const characters: Text = { en: 'character', 'zh-CN': '个字符' };
const fields: Text = { en: 'field', 'zh-CN': '个字段' };
const items: Text = { en: 'item', 'zh-CN': '项' };

function repeats({ first }: Repetition, note: Text = { en: '', 'zh-CN': '' }): Text {
  return {
    en: `repeats the item at position [${first}]${note.en}; remove one of the two`,
    'zh-CN': `与位置 [${first}] 的项重复${note['zh-CN']}，请删除其中一个`,
  };
}

/** The condition of a rule, to follow its sentence; empty when it always holds. */
function conditionOf(when: DocumentRuleParams['requires']['when']): Text {
  const members = Object.entries(when);
  if (members.length === 0) return { en: '', 'zh-CN': '' };
  return {
    en: ` when ${members.map(([name, is]) => `${name} is ${String(is)}`).join(' and ')}`,
    'zh-CN': `在 ${members.map(([name, is]) => `${name} 为 ${String(is)}`).join(' 且 ')} 时`,
  };
}

function value({ minimum, maximum }: { minimum?: number; maximum?: number }): Text {
  if (minimum === undefined) return { en: `must be at most ${maximum}`, 'zh-CN': `不能大于 ${maximum}` };
  if (maximum === undefined) return { en: `must be at least ${minimum}`, 'zh-CN': `不能小于 ${minimum}` };
  return { en: `must be between ${minimum} and ${maximum}`, 'zh-CN': `必须在 ${minimum} 到 ${maximum} 之间` };
}

/** `least` or `most` may be missing, not both. */
function count(least: number | undefined, most: number | undefined, unit: Text): Text {
  const { 'zh-CN': zh } = unit;
  // The number before the unit says whether there are several.
  const en = `${unit.en}${(most ?? least) === 1 ? '' : 's'}`;
  if (least === undefined) return { en: `must have at most ${most} ${en}`, 'zh-CN': `最多 ${most} ${zh}` };
  if (most === undefined) return { en: `must have at least ${least} ${en}`, 'zh-CN': `至少 ${least} ${zh}` };
  if (least === most) return { en: `must have exactly ${least} ${en}`, 'zh-CN': `必须有且只有 ${least} ${zh}` };
  return { en: `must have between ${least} and ${most} ${en}`, 'zh-CN': `必须有 ${least} 到 ${most} ${zh}` };
}
