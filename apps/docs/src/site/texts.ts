import type { Language } from './languages.js';

/** The words around the pages, in every language. */
const en = {
  /** The other languages, by their own names. */
  languageName: 'English',
  siteName: 'VPC Endpoint API',
  siteDescription: 'Every operation, field and rule of the Huawei Cloud VPC Endpoint (VPCEP) API, version 1',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  reference: 'Reference',
  guides: 'Guides',
  errors: 'Error codes',
  changelog: 'Changelog',
  search: 'Search',
  searchFor: 'Operation, field, error code, …',
  searchClose: 'Close',
  /** What the search says while it works; `{query}`, `{count}` and `{shown}` are filled in. */
  searchStates: {
    loading: 'Loading …',
    failed: 'The search could not be loaded. Reload the page to try again.',
    none: 'Nothing found for “{query}”. Try fewer or shorter words.',
    one: '1 result',
    many: '{count} results',
    best: 'The best {shown} of {count} results',
  },
  searchKinds: {
    operation: 'Operation',
    field: 'Field',
    error: 'Error',
    guide: 'Guide',
    section: 'Section',
  },
  guidesDescription: 'Short stories with code that runs: from the first service to a tested front end.',
  nextGuide: 'Next:',
  changelogDescription: 'What changed in the OpenAPI document of the Huawei Cloud VPC Endpoint (VPCEP) API',
  contents: 'Contents',
  singleFile: 'Download this reference as a single file, to read without the internet',
  errorCodesOfOperation: 'Error codes:',
  errorsDescription: 'Every error code of the Huawei Cloud VPC Endpoint (VPCEP) API: what it means, and what to do',
  errorsIntroduction:
    'An error answer holds error_code and error_msg. Codes and messages are not one to one: this is what the vendor documents for each code, and what to do.',
  errorCode: 'Code',
  errorStatus: 'Status',
  errorMessage: 'Message',
  errorRemedy: 'What to do',
  errorCategories: {
    system: 'System',
    endpoint: 'VPC endpoints',
    'endpoint-service': 'Endpoint services',
    network: 'Network',
  },
  since: (release: string) => `since ${release}`,
};

export type Texts = typeof en;

const zh: Texts = {
  languageName: '中文',
  siteName: 'VPC 终端节点 API',
  siteDescription: '华为云 VPC 终端节点（VPCEP）API v1 的每个接口、每个字段和每条规则',
  skipToContent: '跳到正文',
  mainNavigation: '主导航',
  reference: 'API 参考',
  guides: '指南',
  errors: '错误码',
  changelog: '变更记录',
  search: '搜索',
  searchFor: '接口、字段、错误码……',
  searchClose: '关闭',
  searchStates: {
    loading: '正在加载……',
    failed: '无法加载搜索功能，请刷新页面后重试。',
    none: '没有找到“{query}”。请减少或缩短关键词。',
    one: '1 条结果',
    many: '{count} 条结果',
    best: '共 {count} 条结果，显示前 {shown} 条',
  },
  searchKinds: {
    operation: '接口',
    field: '字段',
    error: '错误',
    guide: '指南',
    section: '章节',
  },
  guidesDescription: '配有可运行代码的简短教程：从发布第一个服务到测试前端。',
  nextGuide: '下一篇：',
  changelogDescription: '华为云 VPC 终端节点（VPCEP）API 的 OpenAPI 文档的变更',
  contents: '目录',
  singleFile: '将本参考下载为单个文件，离线阅读',
  errorCodesOfOperation: '错误码：',
  errorsDescription: '华为云 VPC 终端节点（VPCEP）API 的全部错误码：含义与处理方法',
  errorsIntroduction:
    '错误响应包含 error_code 和 error_msg。错误码与错误信息并非一一对应：下表列出厂商为每个错误码给出的信息以及处理方法。',
  errorCode: '错误码',
  errorStatus: '状态码',
  errorMessage: '错误信息',
  errorRemedy: '处理方法',
  errorCategories: {
    system: '系统',
    endpoint: '终端节点',
    'endpoint-service': '终端节点服务',
    network: '网络',
  },
  since: (release) => `自 ${release} 起`,
};

export const textsOf: Readonly<Record<Language, Texts>> = { en, 'zh-CN': zh };
