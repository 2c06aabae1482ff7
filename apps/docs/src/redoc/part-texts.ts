import type { Language } from '../site/languages.js';

/** What stands above and beside the parts of an operation. */
const en = {
  request: 'Request',
  parameters: {
    path: 'Path parameters',
    query: 'Query parameters',
    header: 'Header parameters',
    cookie: 'Cookie parameters',
  },
  body: 'Request body',
  responses: 'Responses',
  errors: 'Error codes',
  responseHeaders: 'Response headers',
  responseBody: 'Response body',
  required: 'required',
  optional: 'optional',
  additional: 'additional property',
  deprecated: 'Deprecated',
  fieldsOf: (name: string) => `Fields of ${name}`,
  linkTo: (name: string) => `Link to ${name}`,
  authentication: 'Authentication',
  or: ' or ',
  and: ' and ',
  none: 'none',
  requestHeader: 'Request header',
  servers: 'Servers',
  requestSamples: 'Request samples',
  responseSamples: 'Response samples',
  payload: 'Payload',
  example: 'Example',
};

export type PartTexts = typeof en;

const zh: PartTexts = {
  request: '请求',
  parameters: { path: '路径参数', query: '查询参数', header: '请求头参数', cookie: 'Cookie 参数' },
  body: '请求体',
  responses: '响应',
  errors: '错误码',
  responseHeaders: '响应头',
  responseBody: '响应体',
  required: '必选',
  optional: '可选',
  additional: '附加属性',
  deprecated: '已废弃',
  fieldsOf: (name) => `${name} 的字段`,
  linkTo: (name) => `${name} 的链接`,
  authentication: '认证方式',
  or: ' 或 ',
  and: ' 与 ',
  none: '无',
  requestHeader: '请求头',
  servers: '服务地址',
  requestSamples: '请求示例',
  responseSamples: '响应示例',
  payload: '请求体',
  example: '示例',
};

export const partTextsOf: Readonly<Record<Language, PartTexts>> = { en, 'zh-CN': zh };
