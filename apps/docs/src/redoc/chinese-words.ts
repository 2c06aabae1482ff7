import type { TextTable } from './text-table.js';

/** What Redoc says in English wherever it is used, in Chinese. `labels.ts` has what its options can say. */
export const chineseWords: TextTable = {
  'components/Fields/ArrayItemDetails': { '[ items': '[ 元素' },
  'components/Schema/ArraySchema': { ' Array ': ' 数组 ' },
  'components/Schema/Schema': { ' Schema not provided ': ' 未提供结构 ' },
  'services/models/Schema': {
    'One of': '其中之一',
    'Any of': '其中一种或多种',
    ' or ': ' 或 ',
    'property name': '属性名',
  },
  'utils/openapi': {
    any: '任意类型',
    characters: '个字符',
    items: '个元素',
    properties: '个属性',
    'non-empty': '非空',
    unique: '元素不重复',
    // Chinese nouns have no plural: an array of "string", not of "strings".
    $1s$2: '$1$2',
    ' or ': ' 或 ',
  },
};
