import type { Language } from '../site/languages.js';

const en = {
  call: 'call',
  action: 'action',
  aliases: 'older names that allow it, too',
  noAction: 'none',
  limit: '`limit` when left out',
  largestLimit: 'largest `limit`',
  place: 'where',
  places: { query: 'query', body: 'body' },
  code: 'code',
  status: 'status',
  meaning: 'what it says',
  remedy: 'what to do',
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  isNew: 'new',
  isGone: 'gone',
  byItself: 'by itself',
  byCall: (call: string, given: string) => `by ${call}${given === '' ? '' : ` with ${given}`}`,
  statePicture: 'The states, and the ways between them, with the numbers of the list',
  conceptPicture: 'Where each part is, and the way that traffic takes',
  conceptsInWords:
    'In the project of the consumer, a client in a VPC sends to an endpoint in that VPC. A connection leads from the endpoint to an endpoint service in the project of the owner, and from there to a backend port in a VPC of the owner.',
  concepts: {
    ownerProject: 'Project of the owner',
    ownerVpc: 'VPC of the owner',
    backendPort: 'Backend port',
    service: 'Endpoint service',
    connection: 'Connection',
    consumerProject: 'Project of the consumer',
    consumerVpc: 'VPC of the consumer',
    endpoint: 'Endpoint',
    client: 'Client',
  },
};

export type PartTexts = typeof en;

const zh: PartTexts = {
  call: '接口',
  action: '授权项',
  aliases: '同样有效的旧名称',
  noAction: '无',
  limit: '省略时的 `limit`',
  largestLimit: '`limit` 的最大值',
  place: '位置',
  places: { query: '查询参数', body: '请求体' },
  code: '错误码',
  status: '状态码',
  meaning: '错误信息',
  remedy: '处理方法',
  comma: '，',
  semicolon: '；',
  colon: '：',
  isNew: '新建',
  isGone: '不再存在',
  byItself: '自动发生',
  byCall: (call: string, given: string) => `调用${call}${given === '' ? '' : `，参数为 ${given}`}`,
  statePicture: '各状态及其变化，编号与列表一致',
  conceptPicture: '各项资源的位置，以及流量的走向',
  conceptsInWords:
    '在使用方的项目中，VPC 内的客户端访问同一 VPC 内的终端节点。连接从终端节点通往所有者项目中的终端节点服务，再到所有者 VPC 内的后端端口。',
  concepts: {
    ownerProject: '所有者的项目',
    ownerVpc: '所有者的 VPC',
    backendPort: '后端端口',
    service: '终端节点服务',
    connection: '连接',
    consumerProject: '使用方的项目',
    consumerVpc: '使用方的 VPC',
    endpoint: '终端节点',
    client: '客户端',
  },
};

/** The words of what guides read from elsewhere, in every language. */
export const partTextsOf: Readonly<Record<Language, PartTexts>> = { en, 'zh-CN': zh };
