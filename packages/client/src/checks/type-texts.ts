import type { Text } from './text.js';

/** A type of JSON Schema. */
export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** What the types are called, to follow "must be" and “必须是”. */
export const typeTexts: Readonly<Record<JsonType, Text>> = {
  array: { en: 'a list', 'zh-CN': '列表' },
  boolean: { en: 'true or false', 'zh-CN': ' true 或 false' },
  integer: { en: 'an integer', 'zh-CN': '整数' },
  null: { en: 'null', 'zh-CN': ' null' },
  number: { en: 'a number', 'zh-CN': '数字' },
  object: { en: 'an object', 'zh-CN': '对象' },
  string: { en: 'a text', 'zh-CN': '字符串' },
};
