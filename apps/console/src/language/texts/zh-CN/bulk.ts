import type { bulk as english } from '../en/bulk.js';

/** What is said about what is done to several things at once, in Chinese. */
export const bulk: typeof english = {
  summary: (done, failed) =>
    failed === 0 ? (done === 1 ? '操作成功。' : `${done} 项全部成功。`) : `${done} 项成功，${failed} 项失败。`,
  failed: '失败的项',
  again: (count) => `重试（${count}）`,
  accept: (count) => `接受 ${count} 个连接？`,
  reject: (count) => `拒绝 ${count} 个连接？`,
  deleteServices: (count) => `删除 ${count} 个终端节点服务？`,
  deleteEndpoints: (count) => `删除 ${count} 个终端节点？`,
  tag: '添加标签',
  tagTitle: (count) => `为 ${count} 个资源添加标签`,
};
