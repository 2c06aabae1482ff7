import { formatTexts } from './format-texts.js';
import { patternTexts } from './pattern-texts.js';
import type { Rule, RuleParams } from './rules/params.js';
import type { Repetition } from './schema-rules.js';
import type { Text } from './text.js';
import { typeTexts } from './type-texts.js';

/** What to say about each rule, to follow the name of the field. */
export const messages: { readonly [R in Rule]: (params: RuleParams[R]) => Text } = {
  additionalProperties: () => ({
    en: 'is not known here; remove it, or correct its name',
    'zh-CN': '不是此处的字段，请删除或更正名称',
  }),
  enum: ({ allowedValues }) => ({
    en: `must be ${allowedValues.length > 1 ? 'one of ' : ''}${allowedValues.join(', ')}`,
    'zh-CN': `必须是 ${allowedValues.join('、')}${allowedValues.length > 1 ? ' 之一' : ''}`,
  }),
  format: ({ format }) => formatTexts[format],
  maxItems: ({ minItems, maxItems }) => count(minItems, maxItems, items),
  maxLength: ({ minLength, maxLength }) => count(minLength, maxLength, characters),
  maximum: value,
  minItems: ({ minItems, maxItems }) => count(minItems, maxItems, items),
  minLength: ({ minLength, maxLength }) => count(minLength, maxLength, characters),
  minimum: value,
  pattern: ({ pattern }) => patternTexts[pattern],
  required: () => ({ en: 'must be given', 'zh-CN': '必须填写' }),
  type: ({ type }) => {
    const texts = [type].flat().map((name) => typeTexts[name]);
    return {
      en: `must be ${texts.map((text) => text.en).join(' or ')}`,
      'zh-CN': `必须是${texts.map((text) => text['zh-CN']).join('或')}`,
    };
  },
  uniqueItems: repeats,
  exactlyOne: ({ fields }) => ({
    en: `must hold exactly one of ${fields.join(' and ')}`,
    'zh-CN': `必须且只能包含 ${fields.join(' 和 ')} 中的一个`,
  }),
  pagingOfCount: () => ({
    en: 'may not be sent with the action count; remove it',
    'zh-CN': '不能与 action 取值 count 同时使用，请删除',
  }),
  repeatedFilterKey: repeats,
  repeatedFilterValue: repeats,
  repeatedMatchKey: repeats,
  repeatedPortMapping: ({ first }) => ({
    en: `repeats the mapping at position [${first}]; a protocol that is left out counts as TCP; remove one of the two`,
    'zh-CN': `与位置 [${first}] 的端口映射重复（未填写的 protocol 视为 TCP），请删除其中一个`,
  }),
  repeatedTagKey: ({ first }) => ({
    en: `has the same key as the tag at position [${first}]; a key is used once per resource; remove or rename one of the two`,
    'zh-CN': `与位置 [${first}] 的标签使用了相同的 key，同一资源的标签 key 不能重复，请删除或更名`,
  }),
  tagValueOfCreate: () => ({
    en: 'must be given when the action is create; it may be empty',
    'zh-CN': '在 action 取值 create 时必须填写，可以为空字符串',
  }),
};

function repeats({ first }: Repetition): Text {
  return {
    en: `repeats the item at position [${first}]; remove one of the two`,
    'zh-CN': `与位置 [${first}] 的项重复，请删除其中一个`,
  };
}

function value({ minimum, maximum }: { minimum?: number; maximum?: number }): Text {
  if (minimum === undefined) return { en: `must be at most ${maximum}`, 'zh-CN': `不能大于 ${maximum}` };
  if (maximum === undefined) return { en: `must be at least ${minimum}`, 'zh-CN': `不能小于 ${minimum}` };
  return { en: `must be between ${minimum} and ${maximum}`, 'zh-CN': `必须在 ${minimum} 到 ${maximum} 之间` };
}

/** `least` or `most` may be missing, not both. */
function count(least: number | undefined, most: number | undefined, unit: Text): Text {
  if (least === undefined)
    return { en: `must have at most ${most} ${unit.en}`, 'zh-CN': `最多 ${most} ${unit['zh-CN']}` };
  if (most === undefined)
    return { en: `must have at least ${least} ${unit.en}`, 'zh-CN': `至少 ${least} ${unit['zh-CN']}` };
  if (least === most)
    return { en: `must have exactly ${least} ${unit.en}`, 'zh-CN': `必须有且只有 ${least} ${unit['zh-CN']}` };
  return {
    en: `must have between ${least} and ${most} ${unit.en}`,
    'zh-CN': `必须有 ${least} 到 ${most} ${unit['zh-CN']}`,
  };
}

const characters: Text = { en: 'characters', 'zh-CN': '个字符' };
const items: Text = { en: 'items', 'zh-CN': '项' };
