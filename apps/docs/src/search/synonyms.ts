import { isChinese } from './words.js';

/**
 * Words that mean the same, in either language: those that the pages say, and others that people type, who know them from
 * other products or from everyday. Whoever types one of either is led to what says one of the first. A hyphen stands where
 * a word may also be written as two.
 */
const synonyms: readonly (readonly [said: readonly string[], typed: readonly string[]])[] = [
  [
    ['access key', 'AK/SK', '访问密钥'],
    ['AKSK', 'access key ID', 'secret key', '密钥对'],
  ],
  [
    ['token', '令牌'],
    ['get a token', '获取 Token', '获取令牌'],
  ],
  [['find'], ['search']],
  [
    ['number of tags', '标签数量'],
    ['tag limit', '标签限制'],
  ],
  [
    ['whitelist', '白名单'],
    ['white-list', 'allow-list', '允许列表'],
  ],
  [
    ['throttling', 'too many calls', '流控', '请求过多'],
    ['throttled', 'rate limit', 'rate limiting', 'too many requests', '限流', '请求过于频繁'],
  ],
  [['wait', 'poll', '等待', '轮询'], ['polling']],
  [
    ['paging', 'page by page', '分页'],
    ['pagination', 'paged', '翻页'],
  ],
  [['limit'], ['page size', '每页条数', '每页数量']],
  [
    ['load balancer', 'LB', '负载均衡器'],
    ['load balancing', 'ELB', '弹性负载均衡', '负载均衡'],
  ],
  [
    ['403', 'no permission', '没有权限', '无权'],
    ['forbidden', '无权限'],
  ],
  [
    ['authentication failed', '认证失败'],
    ['unauthorized', 'unauthenticated', '鉴权失败'],
  ],
  [['does not exist', 'not found', '不存在'], ['找不到']],
  [
    ['timed out', '超时'],
    ['timeout', 'time out', 'request timed out', '请求超时'],
  ],
  [['delete', 'remove', '删除'], ['移除']],
  [['rename'], ['改名', '更名', '重命名']],
  [
    ['retries', '重试'],
    ['retry', 'retrying', '再试'],
  ],
  [
    ['create', '创建'],
    ['new', '新建'],
  ],
  [
    ['update', '修改'],
    ['change', 'modify', 'edit', '更新'],
  ],
  [
    ['show', 'look up', '详情'],
    ['get', '查看'],
  ],
  [
    ['accept', '接受'],
    ['approve', '同意', '批准'],
  ],
  [
    ['reject', '拒绝'],
    ['refuse', 'decline'],
  ],
  [['conflict', '冲突'], ['clash']],
  [['maximum', 'limits', '上限', '限制', '不超过'], []],
  [
    ['exceeded', '超过', '不足'],
    ['insufficient', 'not enough', '超出'],
  ],
  [['expired', '过期', '失效'], ['expiry']],
  [
    ['repeat', 'safe to repeat', '重复'],
    ['idempotent', 'idempotency', '幂等'],
  ],
  [['duplicated', '重复'], ['duplicate']],
  [
    ['guides', '指南'],
    ['getting started', 'quick start', 'tutorial', '快速入门', '入门'],
  ],
  [['code samples', '代码示例'], ['python']],
  [
    ['changelog', '变更记录'],
    ['release notes', '更新日志', '发布说明'],
  ],
  [['domain name', 'DNS', '域名'], []],
  [
    ['same region', '同一区域'],
    [
      'cross region',
      'across regions',
      'other region',
      'another region',
      'different region',
      '同区域',
      '跨区域',
      '不同区域',
      '其他区域',
    ],
  ],
  [
    ['single file', '单个文件'],
    ['offline', 'without internet', 'HTML file', '离线', '单文件', '断网'],
  ],
  [
    ['letters', 'characters', '个字符'],
    ['length', 'max length', '长度', '多长', '字符数'],
  ],
  [['overlap', '重叠'], ['overlapping']],
  [['install', 'npm', '安装'], []],
  [
    ['mock', '模拟'],
    ['mock server', 'sandbox', '模拟服务器'],
  ],
  [
    ['parameter error', '参数错误'],
    ['invalid parameter', '参数无效'],
  ],
  [
    ['system error', '系统错误'],
    ['internal error', '系统异常'],
  ],
  [['quota exceeded'], ['配额不足', '超出配额']],
  [['pending acceptance', '等待审批'], ['待审批']],
  [
    ['being used', 'in use'],
    ['正在使用', '被占用'],
  ],
  [['port', '端口'], []],
  [['tag key', '标签键'], []],
  [
    ['states', '状态'],
    ['lifecycle', 'life-cycle', 'state machine', '生命周期', '状态机'],
  ],
  [
    ['concepts', '概念'],
    ['basics', 'overview', '基本概念', '概述'],
  ],
];

/** What stands between the words of a phrase, or is left out there: `access-key`, `AK SK`. */
const separator = String.raw`[\s/_-]*`;
const latin = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{N}])`;
const keyOf = (phrase: string) => phrase.toLowerCase().replace(/[\s/_-]/g, '');
const saidFor = new Map(
  synonyms.flatMap(([said, typed]) => [...said, ...typed].map((phrase) => [keyOf(phrase), said])),
);
const anyOf = (phrases: readonly string[]) =>
  [...phrases]
    .sort((one, other) => other.length - one.length)
    .map((phrase) => (isChinese(phrase) ? phrase : phrase.split(/[\s/-]/).join(separator)))
    .join('|');
const all = synonyms.flat(2);
/** A phrase in Latin letters is none within a longer word or an identifier. This is said once: browsers are slow to read it. */
const phrases = new RegExp(
  `${anyOf(all.filter(isChinese))}|(?<!${latin}[._-]*)(?:${anyOf(all.filter((phrase) => !isChinese(phrase)))})(?![._-]*${latin})`,
  'giu',
);

/** A part of a query, and what else it may be called. */
export interface Phrase {
  text: string;
  /** Nothing, unless the table has it. */
  synonyms: readonly string[];
  /** Whether the pages say it: what only people type is less than what the pages say in its place. */
  isSaid: boolean;
}

/** Cuts a query into phrases that the table has, and what stands between them. */
export function phrasesOf(query: string): Phrase[] {
  const found: Phrase[] = [];
  let end = 0;
  for (const { 0: text, index } of query.matchAll(phrases)) {
    found.push({ text: query.slice(end, index), synonyms: [], isSaid: true });
    const said = saidFor.get(keyOf(text)) ?? [];
    const synonyms = said.filter((phrase) => keyOf(phrase) !== keyOf(text));
    found.push({ text, synonyms, isSaid: synonyms.length < said.length });
    end = index + text.length;
  }
  return [...found, { text: query.slice(end), synonyms: [], isSaid: true }];
}
