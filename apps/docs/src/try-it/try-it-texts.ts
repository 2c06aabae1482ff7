import type { Language } from '../site/languages.js';

/** The words of the dialog in which an operation is tried. What is in braces is filled in. */
const en = {
  open: 'Try it',
  close: 'Close',
  address: 'Address of the mock',
  addressHint: 'Requests go to a mock on your machine, never to the cloud. Only this address is remembered.',
  path: 'Path',
  query: 'Query',
  body: 'Body',
  send: 'Send',
  sending: 'Sending …',
  backToSample: 'Back to the sample',
  resetMock: 'Reset the mock',
  mockReset: 'The mock remembers what it did at its start.',
  answer: 'Answer',
  noAnswerYet: 'Send the request, and the answer is shown here.',
  answered: '{status} in {time} ms',
  noBody: 'The answer has no body.',
  remedy: 'What to do about {code}',
  notJson: 'This is not valid JSON. You may send it all the same.',
  refusals: {
    malformed: 'This is no address. One looks like http://127.0.0.1:4010.',
    cloud: 'This is the cloud, and nothing is sent there from here. Copy the curl sample to call it.',
    elsewhere:
      'These pages may call this machine alone: 127.0.0.1 or localhost. Start a mock here, or forward a port to the one elsewhere.',
  },
  unreachable: 'Nothing answers at {address}. Start a mock, or set the address above to where one runs.',
  allowed: 'The Content-Security-Policy of this page allows it. A page from https may have to ask you first.',
  getMock: 'How to get the mock',
  tooSlow: 'There was no answer within {seconds} seconds.',
  startCommand: 'Command that starts the mock',
  notLoaded: 'This could not be loaded. Reload the page to try again.',
};

export type TryItTexts = typeof en;

const zh: TryItTexts = {
  open: '试一试',
  close: '关闭',
  address: '模拟服务器地址',
  addressHint: '请求只发往您机器上的模拟服务器，不会发往云上。页面只会记住该地址。',
  path: '路径参数',
  query: '查询参数',
  body: '请求体',
  send: '发送',
  sending: '正在发送……',
  backToSample: '恢复示例',
  resetMock: '重置模拟服务器',
  mockReset: '模拟服务器已恢复到启动时的状态。',
  answer: '响应',
  noAnswerYet: '发送请求后，响应会显示在这里。',
  answered: '{status}，耗时 {time} 毫秒',
  noBody: '响应没有响应体。',
  remedy: '{code} 的处理方法',
  notJson: '这不是有效的 JSON，但仍可发送。',
  refusals: {
    malformed: '这不是有效的地址。正确的地址形如 http://127.0.0.1:4010。',
    cloud: '这是云上的地址，本页面不会向其发送请求。如需调用云上接口，请复制 curl 示例。',
    elsewhere:
      '本页面只能调用本机（127.0.0.1 或 localhost）。请在本机启动模拟服务器，或将本机端口转发到其他机器上的模拟服务器。',
  },
  unreachable: '{address} 没有响应。请启动模拟服务器，或将上方的地址改为其所在地址。',
  allowed: '本页面的内容安全策略允许该请求。通过 https 打开的页面可能需要您先授权。',
  getMock: '如何获取模拟服务器',
  tooSlow: '{seconds} 秒内没有收到响应。',
  startCommand: '启动模拟服务器的命令',
  notLoaded: '无法加载，请刷新页面后重试。',
};

export const tryItTextsOf: Readonly<Record<Language, TryItTexts>> = { en, 'zh-CN': zh };
