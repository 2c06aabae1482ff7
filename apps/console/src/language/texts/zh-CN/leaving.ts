import type { leaving as english } from '../en/leaving.js';

export const leaving: typeof english = {
  title: '放弃已填写的内容？',
  help: '这些内容尚未提交。',
  discard: '放弃',
  keep: '继续填写',
};
