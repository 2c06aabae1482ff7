import type { Language } from '../site/languages.js';

/** What leads through the reference. */
const en = {
  start: 'Introduction',
  contents: 'Contents',
  allOperations: 'All operations',
  allOperationsDescription: 'Every operation of the Huawei Cloud VPC Endpoint (VPCEP) API with its method and path',
  onePage: 'All on one page',
  onePageDescription:
    'The whole reference of the Huawei Cloud VPC Endpoint (VPCEP) API on one page, to print and to search',
  download: 'Download',
};

const zh: typeof en = {
  start: '简介',
  contents: '目录',
  allOperations: '全部接口',
  allOperationsDescription: '华为云 VPC 终端节点（VPCEP）API 的全部接口及其方法和路径',
  onePage: '单页版',
  onePageDescription: '在一个页面上查看、打印和搜索华为云 VPC 终端节点（VPCEP）API 的全部参考内容',
  download: '下载',
};

export const referenceTextsOf: Readonly<Record<Language, typeof en>> = { en, 'zh-CN': zh };
