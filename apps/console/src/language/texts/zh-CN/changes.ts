import type { Texts } from '../texts.js';

/** What is said where a part of a resource is changed. */
export const changes: Texts['changes'] = {
  rename: '重命名',
  renameTitle: (name) => `重命名 ${name}`,
  renamed: '服务名称已修改。',
  editNote: (of) => `编辑 ${of} 的备注`,
  noteTitle: (of) => `${of} 的备注`,
  noteSaved: '备注已保存。',
  several: '批量修改',
  entriesHint: '多条记录用空格、逗号或换行分隔。',
  whitelistSaved: '白名单已修改。',
  routeTables: '路由表',
  tablesSaved: '路由表已保存。',
  tablesFailed: '部分路由表未能修改',
  notBound: '绑定失败',
  notUnbound: '解绑失败',
};
