import { isErrorCode } from '../answer.js';
import { readTime } from '../clock.js';
import { durationRule, longestHours, longestLatencyHours, readDuration } from '../duration.js';
import { readTransition, transitionRule } from '../transition.js';

/** The rules of values that JSON Schema has no words for. */
export const valueRules = {
  duration: { rule: durationRule, holds: (value) => readDuration(value) !== undefined },
  latency: {
    rule: `${durationRule}, up to ${longestLatencyHours}h`,
    holds: (value) => readDuration(value, longestLatencyHours) !== undefined,
  },
  wait: {
    rule: `${durationRule}, up to ${longestHours}h`,
    holds: (value) => readDuration(value, longestHours) !== undefined,
  },
  transition: {
    rule: transitionRule,
    holds: (value) => typeof value === 'string' && readTransition(value) !== undefined,
  },
  errorCode: {
    rule: "a code of the error catalogue, such as 'EndPoint.0001'",
    holds: (value) => typeof value === 'string' && isErrorCode(value),
  },
  faultStep: {
    rule: 'a status from 400 to 599, \'pass\', or an object such as {"error": "EndPoint.0001"}',
    holds: (value) =>
      value === 'pass' ||
      (typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599) ||
      (typeof value === 'object' && value !== null && !Array.isArray(value)),
  },
  time: {
    rule: "a time in UTC such as '2026-01-31T09:30:00Z', within the years 1970 to 8999",
    holds: (value) => typeof value === 'string' && !value.includes('.') && readTime(value) !== undefined,
  },
  exactTime: {
    rule: "a time in UTC such as '2026-01-31T09:30:00Z' or '2026-01-31T09:30:00.500Z', within the years 1970 to 8999",
    holds: (value) => typeof value === 'string' && readTime(value) !== undefined,
  },
  headerValue: {
    rule: 'visible ASCII characters, and no spaces',
    holds: (value) => typeof value === 'string' && /^[!-~]+$/.test(value),
  },
  accessKeyId: {
    rule: 'visible ASCII characters, and neither spaces nor commas',
    holds: (value) => typeof value === 'string' && /^[!-+\--~]+$/.test(value),
  },
  snapshotName: {
    // A URL takes '.' and '..' for steps, however they are written.
    rule: "1 to 64 letters, digits, '.', '_' and '-', such as 'before-upgrade', and neither '.' nor '..'",
    holds: (value) => typeof value === 'string' && /^(?!\.{1,2}$)[\w.-]{1,64}$/.test(value),
  },
} satisfies Record<string, { rule: string; holds: (value: unknown) => boolean }>;

/** The name of such a rule. */
export type ValueRule = keyof typeof valueRules;

export const isValueRule = (name: string): name is ValueRule => Object.hasOwn(valueRules, name);
