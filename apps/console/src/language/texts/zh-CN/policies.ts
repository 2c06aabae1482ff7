import type { Texts } from '../texts.js';

/** What is said about the policies of endpoints. */
export const policies: Texts['policies'] = {
  saved: '策略已保存。',
  allowEverything: '允许所有操作',
  delete: '删除策略',
  deleteTitle: '删除此终端节点的策略？',
  deleted: '策略已删除。',
};
