import type { Language } from '../site/languages.js';

/** The words around workflows. What a workflow itself says is in its file. */
export const workflowTexts = {
  en: {
    description: 'Whole jobs of several calls, step by step: what goes into each, and what comes out of it.',
    steps: 'Steps',
    walk: 'Walk through it in the browser',
    walkIs: (calls: number) =>
      `${calls} calls, each filled in from those before it. A mock in the page responds, in a fresh state.`,
    inputs: 'Inputs',
    picture: 'The steps, and who takes them',
    /** Who calls, by the input that has the token. */
    parties: { ownerToken: 'Owner of the service', consumerToken: 'Consumer' },
    calledBy: 'Called by',
    takes: 'Takes',
    succeeds: 'Succeeds when',
    again: ({ after, limit }: { after: number; limit: number }) =>
      `Tried again every ${after} s, at most ${limit} times, while`,
    handsOn: 'Hands on',
    to: ' to ',
    of: ' of ',
    step: (number: number) => `step ${number}`,
    default: ' Default: ',
    tryIt: 'Try it',
    and: ' and ',
    or: ' or ',
    andParty: ' and ',
    separator: ', ',
  },
  'zh-CN': {
    description: '由多个接口完成的完整任务，逐步说明：每一步需要什么，得到什么。',
    steps: '步骤',
    walk: '在浏览器中逐步调用',
    walkIs: (calls: number) =>
      `共 ${calls} 次调用，参数自动填入前面各步返回的值；由页面内的模拟服务器响应，从初始状态开始。`,
    inputs: '输入',
    picture: '各步骤及其执行方',
    parties: { ownerToken: '服务的所有者', consumerToken: '使用方' },
    calledBy: '调用方',
    takes: '参数',
    succeeds: '成功条件',
    again: ({ after, limit }: { after: number; limit: number }) =>
      `满足以下条件时重试，间隔 ${after} 秒，最多 ${limit} 次：`,
    handsOn: '输出',
    // Code stands before them, and a step behind.
    to: ' 用于',
    of: ' 来自',
    step: (number: number) => `步骤 ${number}`,
    default: '默认值：',
    tryIt: '试一试',
    and: ' 且 ',
    or: ' 或 ',
    andParty: '和',
    separator: '、',
  },
} satisfies Record<Language, unknown>;

export type Party = keyof (typeof workflowTexts)['en']['parties'];

/** Those who call, from left to right. */
export const parties: readonly Party[] = ['ownerToken', 'consumerToken'];
