import type { AuthMode } from './authentication/authenticate.js';
import { type ClockMode, clockModes } from './clock.js';
import { type LaterState, laterStates } from './generated/document.js';
import { type ScenarioName, scenarioNames } from './scenarios/index.js';
import { mostQuota } from './store/most-quota.js';

/** What a value of an option must be, in words and as a test. */
export interface OptionRule<T> {
  readonly rule: string;
  readonly holds: (value: unknown) => value is T;
}

function oneOf<T extends string>(values: readonly T[], rule = values.join(' or ')): OptionRule<T> {
  return { rule, holds: (value): value is T => values.some((one) => one === value) };
}

function matching(pattern: RegExp, rule: string): OptionRule<string> {
  return { rule, holds: (value): value is string => typeof value === 'string' && pattern.test(value) };
}

const flag: OptionRule<boolean> = {
  rule: 'true or false',
  holds: (value): value is boolean => typeof value === 'boolean',
};

function wholeUpTo(most: number): OptionRule<number> {
  return {
    rule: `a whole number from 0 to ${most}`,
    holds: (value): value is number =>
      typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most,
  };
}

const texts: OptionRule<readonly string[]> = {
  rule: 'a list of strings',
  holds: (value): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string'),
};

const pem = matching(/^[^\0]+$/, 'PEM, or the path of a file of it');

const pathOf = (what: string) => matching(/^[^\0]{1,4096}$/, `the path of a ${what}`);

/** The options whose values can be told to be right one by one. */
export const optionRules = {
  port: wholeUpTo(65535),
  host: matching(/^[^\s\p{C}]{1,255}$/u, 'an address or a name of this machine, without spaces'),
  allowedHosts: texts,
  allowedOrigins: texts,
  cert: pem,
  key: pem,
  document: pathOf('file'),
  allowRemoteRefs: flag,
  asOf: oneOf<LaterState>(laterStates),
  watch: flag,
  stateful: flag,
  scenario: oneOf<ScenarioName>(scenarioNames, `one of ${scenarioNames.join(', ')}`),
  clock: oneOf<ClockMode>(clockModes),
  seed: matching(/^[^]{1,1000}$/, 'a string of 1 to 1000 characters'),
  region: matching(/^[A-Za-z0-9_-]{1,64}$/, 'up to 64 letters, digits, hyphens and underscores, such as cn-north-4'),
  regional: flag,
  auth: oneOf<AuthMode>(['any', 'strict']),
  unknownFields: oneOf(['refuse', 'warn'] as const),
  persist: pathOf('folder'),
  shared: matching(
    /^rediss?:\/\/[^\s\0]{1,2000}$/,
    'the URL of Redis with a name, such as redis://127.0.0.1:6379/0?name=team',
  ),
};

/** What `persist` must be in a page, where there are no folders. */
export const nameToPersist = matching(/^[^]{1,1000}$/, 'a name of 1 to 1000 characters');

/** What a quota must be. */
export const quotaRule = wholeUpTo(mostQuota);
