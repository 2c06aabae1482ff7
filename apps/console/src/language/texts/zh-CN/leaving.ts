import type { leaving as english } from '../en/leaving.js';

export const leaving: typeof english = {
  filledIn: {
    title: '放弃已填写的内容？',
    help: '这些内容尚未提交。',
    leave: '放弃',
    stay: '继续填写',
  },
  underWay: {
    title: '操作尚未完成，确定离开？',
    help: '已提交的请求仍会生效。',
    leave: '离开',
    stay: '留在此页',
  },
};
