import type { TextTable } from './text-table.js';

/** What Redoc says in English wherever it is used, in Chinese. `labels.ts` has what its options can say. */
export const chineseWords: TextTable = {
  'common-elements/CopyButtonWrapper': {
    Copied: '已复制',
    'Not supported in your browser': '浏览器不支持',
    Copy: '复制',
  },
  'components/ApiInfo/ApiInfo': { 'License:': '许可证：' },
  'components/Fields/ArrayItemDetails': { '[ items': '[ 元素' },
  'components/Fields/Extensions': { since: '起始版本', ': ': '：' },
  'components/Fields/Field': {
    'additional property': '附加属性',
    'pattern property': '模式属性',
    required: '必选',
  },
  'components/Fields/Pattern': { 'Hide pattern': '收起正则', 'Show pattern': '显示完整正则' },
  'components/JsonViewer/JsonViewer': {
    ' Expand all ': ' 全部展开 ',
    ' Collapse all ': ' 全部收起 ',
    collapse: '收起',
    expand: '展开',
  },
  'components/MediaTypeSwitch/MediaTypesSwitch': { 'Content type': '内容类型' },
  'components/Operation/Operation': { ' Deprecated ': ' 已废弃 ' },
  'components/Parameters/Parameters': {
    'Request Body schema: ': '请求体：',
    required: '必选',
    optional: '可选',
  },
  'components/Parameters/ParametersGroup': {
    'path Parameters': '路径参数',
    'query Parameters': '查询参数',
    'cookie Parameters': 'Cookie 参数',
    'header Parameters': '请求头参数',
  },
  'components/PayloadSamples/MediaTypeSamples': { Example: '示例', 'No sample': '没有示例' },
  'components/Responses/ResponseDetails': { 'Response Schema: ': '响应体：' },
  'components/Responses/ResponseHeaders': { ' Response Headers ': ' 响应头 ' },
  'components/Schema/ArraySchema': { ' Array ': ' 数组 ' },
  'components/Schema/OneOfSchema': { Deprecated: '已废弃' },
  'components/Schema/Schema': { ' Schema not provided ': ' 未给出结构 ' },
  'components/SecurityRequirement/SecurityDetails': { Header: '请求头', ' parameter name: ': '参数名：' },
  'components/SecurityRequirement/SecurityHeader': { None: '无' },
  'components/SecurityRequirement/SecurityRequirement': { 'Authorizations:': '认证方式：' },
  'components/SecurityRequirement/styled.elements': { ' and ': ' 与 ', ' or ': ' 或 ', ' or \\a': ' 或 \\a' },
  'components/SecuritySchemes/SecuritySchemes': { 'API Key': 'API 密钥', 'Security Scheme Type: ': '认证类型：' },
  'components/SeeMore/SeeMore': { 'See less': '收起', 'See more': '更多' },
  'services/models/Operation': { Payload: '请求体' },
  'services/models/Schema': {
    'One of': '其中之一',
    'Any of': '任意几种',
    ' or ': ' 或 ',
    'property name': '属性名',
  },
  'utils/jsonToHtml': { expand: '展开', collapse: '收起' },
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
