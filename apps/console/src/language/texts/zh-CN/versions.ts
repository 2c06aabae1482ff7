import type { Texts } from '../texts.js';

/** What is said about the versions of the API. */
export const versions: Texts['versions'] = {
  title: '该地址的 API 支持的版本',
  released: '发布时间',
};
