import { readDuration } from '../duration.js';
import type { Fault, Latency } from '../faults/faults.js';
import { shownValue } from '../shown/shown-value.js';
import { satisfying } from '../values/schema-words.js';
import { ControlError } from '../values/control-error.js';
import { plainCopy } from '../values/plain-copy.js';
import { createCheck } from '../values/value-check.js';

const count = { type: 'integer', minimum: 0, maximum: 1e9 };
const latency = satisfying('latency');
const pair = (low: string, high: string) => ({
  type: 'object',
  additionalProperties: false,
  required: [low, high],
  properties: { [low]: latency, [high]: latency },
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
          operation: { type: 'string', maxLength: 1000 },
          after: count,
          times: count,
          rate: { type: 'number', minimum: 0, maximum: 1 },
          status: { type: 'integer', minimum: 400, maximum: 599 },
          error: satisfying('errorCode'),
          retryAfter: satisfying('wait'),
          latency: {
            if: { type: 'object' },
            then: { if: { required: ['min'] }, then: pair('min', 'max'), else: pair('median', 'p99') },
            else: latency,
          },
          drop: { enum: ['request', 'answer'] },
          creationFails: satisfying('errorCode'),
        },
      },
    },
  },
});

const effects = ['status', 'error', 'latency', 'drop', 'creationFails'] as const;

/**
 * Checks faults before they are set, and copies them. `operations` are the operations that there are.
 *
 * @throws ControlError when they are not valid.
 */
export function checkFaults(value: unknown, operations: readonly string[]): Fault[] {
  const { faults } = check(value);
  for (const [index, fault] of faults.entries()) {
    const where = `body.faults[${index}]`;
    if (fault.operation !== undefined && !operations.includes(fault.operation)) {
      throw new ControlError(
        `${where}.operation must be one of ${operations.join(', ')}, not ${shownValue(fault.operation)}.`,
      );
    }
    if (!effects.some((effect) => fault[effect] !== undefined)) {
      throw new ControlError(`${where} does nothing; give it one of ${effects.join(', ')}.`);
    }
    if (fault.retryAfter !== undefined && fault.status === undefined && fault.error === undefined) {
      throw new ControlError(`${where}.retryAfter needs status or error, to whose answer it belongs.`);
    }
    const problem = fault.latency === undefined ? undefined : problemOf(fault.latency);
    if (problem !== undefined) throw new ControlError(`${where}.latency${problem}`);
  }
  return plainCopy(faults);
}

/** What JSON Schema cannot say about the ends of a distribution. */
function problemOf(latency: Latency): string | undefined {
  if (typeof latency !== 'object') return undefined;
  const [low, high] = 'min' in latency ? (['min', 'max'] as const) : (['median', 'p99'] as const);
  const lengthOf = (name: string) => readDuration((latency as Readonly<Record<string, unknown>>)[name]) ?? 0;
  if (low === 'median' && lengthOf(low) === 0) return '.median must be more than nothing; for none, leave latency out.';
  return lengthOf(low) > lengthOf(high) ? `.${low} must not be longer than ${high}; swap them.` : undefined;
}
