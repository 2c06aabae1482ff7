import type { Text } from './text.js';

const tagCharacters: Text = {
  en: 'may not contain = * < > \\ , | / or control characters, nor begin or end with a space',
  'zh-CN': '不能包含 = * < > \\ , | / 和控制字符，首尾不能为空格',
};

/** What the patterns of the document ask for, in words. A document with a pattern that has no words fails to build. */
export const patternTexts = {
  '^[^=*<>\\\\,|/ \\x00-\\x1F]([^=*<>\\\\,|/\\x00-\\x1F]*[^=*<>\\\\,|/ \\x00-\\x1F])?$': tagCharacters,
  '^([^=*<>\\\\,|/ \\x00-\\x1F]([^=*<>\\\\,|/\\x00-\\x1F]*[^=*<>\\\\,|/ \\x00-\\x1F])?)?$': tagCharacters,
  '^[^<>]*$': {
    en: 'may not contain < or >',
    'zh-CN': '不能包含 < 和 >',
  },
  '^[A-Za-z0-9_-]{0,16}$': {
    en: 'must be up to 16 letters, digits, _ and -',
    'zh-CN': '最多 16 个字符，只能包含字母、数字、_ 和 -',
  },
  '^(\\*|iam:domain::([A-Za-z0-9]{1,64}|\\*))$': {
    en: 'must be iam:domain:: followed by an account ID, or * for everybody',
    'zh-CN': '必须是 iam:domain:: 加账号 ID，或者 *（所有账号）',
  },
  '^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(/(3[0-2]|[12]?[0-9]))?$':
    {
      en: 'must be an IPv4 address or a range of them, such as 192.168.1.1 or 192.168.1.0/24',
      'zh-CN': '必须是 IPv4 地址或 CIDR 网段，例如 192.168.1.1 或 192.168.1.0/24',
    },
  '\\S': {
    en: 'must contain more than spaces',
    'zh-CN': '不能全部为空格',
  },
  '^([1-9][0-9]{0,2}|1000)$': {
    en: "must be a text of digits, from '1' to '1000'",
    'zh-CN': "必须是数字字符串，范围为 '1' 到 '1000'",
  },
  '^[0-9]{1,10}$': {
    en: 'must be a text of 1 to 10 digits',
    'zh-CN': '必须是 1 到 10 位的数字字符串',
  },
  '^[0-9]{1,20}$': {
    en: 'must be a text of 1 to 20 digits',
    'zh-CN': '必须是 1 到 20 位的数字字符串',
  },
  '^v[0-9.]{1,15}$': {
    en: 'must be a version such as v1: v, and up to 15 digits and dots',
    'zh-CN': '必须是版本号，例如 v1：以 v 开头，后接最多 15 个数字或点',
  },
} as const satisfies Readonly<Record<string, Text>>;
