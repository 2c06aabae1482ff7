import type { Fault } from '../faults.js';
import { satisfying } from '../values/schema-words.js';
import { ControlError, createCheck } from '../values/value-check.js';

const count = { type: 'integer', minimum: 0 };
const duration = satisfying('duration');
const pair = (low: string, high: string) => ({
  type: 'object',
  additionalProperties: false,
  required: [low, high],
  properties: { [low]: duration, [high]: duration },
});

const check = createCheck<{ faults: Fault[] }>({
  type: 'object',
  additionalProperties: false,
  required: ['faults'],
  properties: {
    faults: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          operation: { type: 'string' },
          after: count,
          times: count,
          rate: { type: 'number', minimum: 0, maximum: 1 },
          status: { type: 'integer', minimum: 400, maximum: 599 },
          error: satisfying('errorCode'),
          retryAfter: duration,
          latency: {
            if: { type: 'object' },
            then: { if: { required: ['min'] }, then: pair('min', 'max'), else: pair('median', 'p99') },
            else: duration,
          },
          drop: { enum: ['request', 'answer'] },
          creationFails: satisfying('errorCode'),
        },
      },
    },
  },
});

const effects = ['status', 'error', 'latency', 'drop', 'creationFails'] as const;

/** Checks faults before they are set. `operations` are the operations that there are. */
export function checkFaults(value: unknown, operations: readonly string[]): Fault[] {
  const { faults } = check(value);
  for (const [index, fault] of faults.entries()) {
    const where = `body.faults[${index}]`;
    if (fault.operation !== undefined && !operations.includes(fault.operation)) {
      throw new ControlError(`${where}.operation must be one of ${operations.join(', ')}, not ${fault.operation}.`);
    }
    if (!effects.some((effect) => fault[effect] !== undefined)) {
      throw new ControlError(`${where} does nothing; give it one of ${effects.join(', ')}.`);
    }
    if (fault.retryAfter !== undefined && fault.status === undefined && fault.error === undefined) {
      throw new ControlError(`${where}.retryAfter needs status or error, to whose answer it belongs.`);
    }
  }
  return faults;
}
