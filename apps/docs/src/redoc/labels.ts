import type { RedocRawOptions } from 'redoc';
import type { Language } from '../site/languages.js';

/** What Redoc's options can say in another language. */
export const labelsOf: Readonly<Record<Language, NonNullable<RedocRawOptions['labels']>>> = {
  en: { downloadSpecification: 'Download' },
  'zh-CN': {
    enum: '枚举值',
    enumSingleValue: '值',
    enumArray: '元素',
    default: '默认值',
    deprecated: '已废弃',
    example: '示例',
    examples: '示例',
    recursive: '递归',
    arrayOf: '数组，元素为 ',
    webhook: '事件',
    const: '值',
    noResultsFound: '没有结果',
    download: '下载',
    downloadSpecification: '下载',
    responses: '响应',
    callbackResponses: '回调响应',
    requestSamples: '请求示例',
    responseSamples: '响应示例',
  },
};
