import type { Texts } from '../texts.js';

/** What is said where a call is copied. */
export const copyAs: Texts['copyAs'] = {
  title: '复制为',
  curl: 'curl 命令',
  code: '客户端代码（TypeScript）',
  note: '按表单当前的内容生成，即使有字段仍需修改。Token 取自环境变量 VPCEP_TOKEN。',
  inPage: '模拟服务器运行在此页面中，其他程序无法调用。',
  copied: '调用已复制。',
  refused: '浏览器不允许复制。',
};
