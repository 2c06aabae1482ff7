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

export function matching(pattern: RegExp, rule: string): OptionRule<string> {
  return { rule, holds: (value): value is string => typeof value === 'string' && pattern.test(value) };
}

export const flag: OptionRule<boolean> = {
  rule: 'true or false',
  holds: (value): value is boolean => typeof value === 'boolean',
};

export function wholeUpTo(most: number): OptionRule<number> {
  return {
    rule: `a whole number from 0 to ${most}`,
    holds: (value): value is number =>
      typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most,
  };
}

/** The options of every mock whose values can be told to be right one by one. */
export const optionRules = {
  asOf: oneOf<LaterState>(laterStates),
  stateful: flag,
  scenario: oneOf<ScenarioName>(scenarioNames, `one of ${scenarioNames.join(', ')}`),
  clock: oneOf<ClockMode>(clockModes),
  seed: matching(/^[^]{1,1000}$/, 'a string of 1 to 1000 characters'),
  region: matching(/^[A-Za-z0-9_-]{1,64}$/, 'up to 64 letters, digits, hyphens and underscores, such as cn-north-4'),
  regional: flag,
  auth: oneOf<AuthMode>(['any', 'strict']),
  unknownFields: oneOf(['refuse', 'warn'] as const),
};

/** What `persist` must be in a page, where there are no folders. */
export const nameToPersist = matching(/^[^]{1,1000}$/, 'a name of 1 to 1000 characters');

/** What a quota must be. */
export const quotaRule = wholeUpTo(mostQuota);
