import type { bulk as english } from '../en/bulk.js';

/** What is said about what is done to several things at once, in Chinese. */
export const bulk: typeof english = {
  summary: (done, failed, left) => {
    if (failed === 0 && left === 0) return done === 1 ? '操作成功。' : `${done} 项全部成功。`;
    const notWell = failed === 0 ? '' : `，${failed} 项失败`;
    const notBegun = left === 0 ? '' : `，${left} 项未执行`;
    return `${done} 项成功${notWell}${notBegun}。`;
  },
  failed: '失败的项',
  again: (count) => `重试（${count}）`,
  goOn: (count) => `继续（${count}）`,
  stop: '停止',
  stopping: '正在停止',
  accept: (count) => `接受 ${count} 个连接？`,
  reject: (count) => `拒绝 ${count} 个连接？`,
  rejectHelp: (count) =>
    count === 1
      ? '该终端节点将无法再访问此服务。之后仍可重新接受。'
      : '这些终端节点将无法再访问相应的服务。之后仍可重新接受。',
  deleteServices: (count) => `删除 ${count} 个终端节点服务？`,
  deleteServicesHelp: (count) =>
    count === 1 ? '删除后将无法再连接该服务，且不可恢复。' : '删除后将无法再连接这些服务，且不可恢复。',
  deleteEndpoints: (count) => `删除 ${count} 个终端节点？`,
  deleteEndpointsHelp: (count) =>
    count === 1
      ? '使用其地址的应用将无法再访问该服务，且不可恢复。'
      : '使用这些地址的应用将无法再访问相应的服务，且不可恢复。',
  tag: '添加标签',
  tagTitle: (count) => `为 ${count} 个资源添加标签`,
};
