import type { Language } from '../site/languages.js';
import { beforeText } from '../site/texts.js';

/** The words between what the document and the pages say, where programs read them. */
const en = {
  separator: ', ',
  end: '.',
  page: 'Page:',
  operationId: 'Operation ID:',
  group: 'Group:',
  deprecated: 'deprecated',
  iamAction: 'IAM action:',
  iamAliases: '; also allowed by',
  onlyInRegions: 'Only in these regions:',
  since: (month: string) => `since ${month}`,
  request: 'Request',
  places: { path: 'Path parameters', query: 'Query parameters', header: 'Header parameters', cookie: 'Cookies' },
  body: 'Body',
  headers: 'Headers:',
  bodyFields: 'Body:',
  responses: 'Responses',
  samples: 'Samples',
  errors: 'Error codes',
  example: 'Example:',
  default: 'Default:',
  values: 'One of:',
  pattern: 'Pattern:',
  conditionalDefault: 'Where it is of use and left out:',
  required: 'required',
  listOf: (type: string) => `list of ${type}`,
  or: ' or ',
  items: 'Each item:',
  anyMember: 'Any other member:',
  withCode: (sentence: string, code: string) => `${sentence.replace(/\.$/, '')} (\`${code}\`).`,
  sameAs: (status: string) => `Headers and body have the fields of those of status ${status}.`,
  noBody: 'No body.',
  anyCall: 'Any call may also be answered by a gateway or proxy, with',
  llmsSummary: (site: string) =>
    `${site}. Each page is here as Markdown; links lead to the Markdown of other pages. The same in one file: llms-full.txt.`,
  openApi: 'OpenAPI document',
  openApiDescription: 'The whole API as OpenAPI 3.1, in JSON',
  allInOne: 'All of these pages in one file',
  feedTitle: (site: string) => `${site}: changes`,
};

export type MachineTexts = typeof en;

const zh: MachineTexts = {
  separator: '、',
  end: '。',
  page: '页面：',
  operationId: '接口 ID：',
  group: '分组：',
  deprecated: '已废弃',
  iamAction: 'IAM 授权项：',
  iamAliases: '；也可使用',
  onlyInRegions: '仅限以下区域：',
  since: (month) => `自 ${month} 起`,
  request: '请求',
  places: { path: '路径参数', query: '查询参数', header: '请求头参数', cookie: 'Cookie' },
  body: '请求体',
  headers: '响应头：',
  bodyFields: '响应体：',
  responses: '响应',
  samples: '请求示例',
  errors: '错误码',
  example: '示例：',
  default: '默认值：',
  values: '取值：',
  pattern: '正则表达式：',
  conditionalDefault: '在适用的场景下未填写时：',
  required: '必选',
  listOf: (type) => `${type} 列表`,
  or: ' 或 ',
  items: '每一项：',
  anyMember: '其他成员：',
  withCode: (sentence, code) => `${sentence.replace(/。$/, '')}（\`${code}\`）。`,
  sameAs: (status) => `响应头和响应体的字段与状态码 ${status} 的相同。`,
  noBody: '没有响应体。',
  anyCall: '网关或代理还可能对任何请求返回以下状态码：',
  llmsSummary: (site) =>
    `${site}。每个页面都有对应的 Markdown，其中的链接指向其他页面的 Markdown。全部内容见 llms-full.txt。`,
  openApi: 'OpenAPI 文档',
  openApiDescription: '以 OpenAPI 3.1（JSON）描述的完整 API',
  allInOne: '以上所有页面合为一个文件',
  feedTitle: (site) => `${site}：变更`,
};

/** A text behind what it is. */
export const labelled = (label: string, text: string): string => beforeText(label) + text;

/** Words that are no Markdown, as Markdown: what would be a mark there is escaped, and nothing else. */
export const plain = (text: string): string =>
  text.replaceAll(/(?<!\w)[_*](?=\S)|(?<=\S)[_*](?!\w)|<(?=[a-z/!?])|`|\\(?=[!-/:-@[-`{-~])/gi, '\\$&');

export const machineTextsOf: Readonly<Record<Language, MachineTexts>> = { en, 'zh-CN': zh };
