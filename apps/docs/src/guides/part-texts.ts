import type { Language } from '../site/languages.js';

const en = {
  call: 'call',
  action: 'action',
  aliases: 'older names that allow it, too',
  noAction: 'none',
  limit: '`limit` when left out',
  largestLimit: 'largest `limit`',
  place: 'where',
  places: { query: 'query', body: 'body' },
  code: 'code',
  status: 'status',
  meaning: 'what it says',
  remedy: 'what to do',
};

export type PartTexts = typeof en;

const zh: PartTexts = {
  call: '接口',
  action: '授权项',
  aliases: '同样有效的旧名称',
  noAction: '无',
  limit: '省略时的 `limit`',
  largestLimit: '`limit` 的最大值',
  place: '位置',
  places: { query: '查询参数', body: '请求体' },
  code: '错误码',
  status: '状态码',
  meaning: '错误信息',
  remedy: '处理方法',
};

/** The words of what guides read from elsewhere, in every language. */
export const partTextsOf: Readonly<Record<Language, PartTexts>> = { en, 'zh-CN': zh };
