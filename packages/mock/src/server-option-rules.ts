import { flag, matching, type OptionRule, wholeUpTo } from './option-rules.js';

const texts: OptionRule<readonly string[]> = {
  rule: 'a list of strings',
  holds: (value): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string'),
};

const pem = matching(/^[^\0]+$/, 'PEM, or the path of a file of it');

const pathOf = (what: string) => matching(/^[^\0]{1,4096}$/, `the path of a ${what}`);

/** The options of a mock with a server and files, which a page has no use for. */
export const serverOptionRules = {
  port: wholeUpTo(65535),
  host: matching(/^[^\s\p{C}]{1,255}$/u, 'an address or a name of this machine, without spaces'),
  allowedHosts: texts,
  allowedOrigins: texts,
  cert: pem,
  key: pem,
  document: pathOf('file'),
  allowRemoteRefs: flag,
  watch: flag,
  persist: pathOf('folder'),
  shared: matching(
    /^rediss?:\/\/[^\s\0]{1,2000}$/,
    'the URL of Redis with a name, such as redis://127.0.0.1:6379/0?name=team',
  ),
};
