import { isErrorCode } from '../answer.js';
import { durationRule, readDuration } from '../duration.js';
import { readTransition, transitionRule } from '../transition.js';

/** The rules of values that JSON Schema has no words for. */
export const valueRules = {
  duration: { rule: durationRule, holds: (value) => readDuration(value) !== undefined },
  transition: {
    rule: transitionRule,
    holds: (value) => typeof value === 'string' && readTransition(value) !== undefined,
  },
  errorCode: {
    rule: "a code of the error catalogue, such as 'EndPoint.0001'",
    holds: (value) => typeof value === 'string' && isErrorCode(value),
  },
  time: {
    rule: "a time in UTC such as '2026-01-31T09:30:00Z'",
    holds: (value) =>
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) && !Number.isNaN(Date.parse(value)),
  },
  headerValue: {
    rule: 'visible ASCII characters, and no spaces',
    holds: (value) => typeof value === 'string' && /^[!-~]+$/.test(value),
  },
  accessKeyId: {
    rule: 'visible ASCII characters, and neither spaces nor commas',
    holds: (value) => typeof value === 'string' && /^[!-+\--~]+$/.test(value),
  },
} satisfies Record<string, { rule: string; holds: (value: unknown) => boolean }>;

/** The name of such a rule. */
export type ValueRule = keyof typeof valueRules;
