import type { Texts } from '../texts.js';

/** What is said about the policies of endpoints. */
export const policies: Texts['policies'] = {
  saved: '策略已保存。',
  allowEverything: '允许所有操作',
  inForce: '当前生效：',
  kinds: { none: '无策略', default: '允许所有操作的策略', own: '自定义策略' },
  rules: '策略的组成',
  whenLeftOut: '不填写时生效的策略',
  required: '必填',
  delete: '删除策略',
  deleteTitle: '删除此终端节点的策略？',
  deleted: '策略已删除。',
};
