import { readDuration } from '../duration.js';
import type { Fault, FaultEffect, Latency } from '../faults/fault.js';
import type { FaultyOperation } from '../faults/matcher.js';
import { isOfCreations } from '../faults/script.js';
import { satisfying } from '../values/schema-words.js';
import { ControlError } from '../values/control-error.js';
import { plainCopy } from '../values/plain-copy.js';
import { createCheck } from '../values/value-check.js';
import { checkMatcher } from './check-matcher.js';

const count = { type: 'integer', minimum: 0, maximum: 1e9 };
const latency = satisfying('latency');
const pair = (low: string, high: string) => ({
  type: 'object',
  additionalProperties: false,
  required: [low, high],
  properties: { [low]: latency, [high]: latency },
});
const oneOrSeveral = (item: object) => ({
  if: { type: 'array' },
  then: { minItems: 1, maxItems: 1000, items: item },
  else: item,
});
const texts = { type: 'object', maxProperties: 100, additionalProperties: { type: 'string', maxLength: 10_000 } };

const effectProperties = {
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
};

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
          method: oneOrSeveral({ type: 'string', maxLength: 1000 }),
          project: { type: 'string', minLength: 1, maxLength: 10_000 },
          path: texts,
          query: texts,
          headers: texts,
          after: count,
          nth: oneOrSeveral({ ...count, minimum: 1 }),
          times: count,
          rate: { type: 'number', minimum: 0, maximum: 1 },
          script: {
            type: 'array',
            minItems: 1,
            maxItems: 1000,
            items: {
              ...satisfying('faultStep'),
              if: { type: 'object' },
              then: { additionalProperties: false, properties: effectProperties },
            },
          },
          repeat: { type: 'boolean' },
          ...effectProperties,
        },
      },
    },
  },
});

const effects = ['status', 'error', 'latency', 'drop', 'creationFails'] as const;

/** Members of a fault that contradict each other. */
const contradictions: readonly (readonly [keyof Fault, readonly (keyof Fault)[]])[] = [
  ['script', [...effects, 'retryAfter', 'nth', 'times', 'rate']],
  ['nth', ['after', 'times']],
];

/**
 * Checks faults before they are set, and copies them. `operations` are the operations that there are.
 *
 * @throws ControlError when they are not valid.
 */
export function checkFaults(value: unknown, operations: readonly FaultyOperation[]): Fault[] {
  const { faults } = check(value);
  for (const [index, fault] of faults.entries()) {
    const where = `body.faults[${index}]`;
    checkMatcher(fault, isOfCreations(fault) ? operations.filter(({ creates }) => creates) : operations, where);
    for (const [member, others] of contradictions) {
      for (const other of others) refuseTogether(fault, other, member, where);
    }
    if (fault.repeat !== undefined && fault.script === undefined) {
      throw new ControlError(`${where}.repeat needs script, which it begins anew; add one, or leave repeat out.`);
    }
    if (fault.script === undefined) checkEffect(fault, where);
    else {
      for (const [step, effect] of fault.script.entries()) {
        if (typeof effect === 'object') checkEffect(effect, `${where}.script[${step}]`);
      }
    }
  }
  return plainCopy(faults);
}

function checkEffect(effect: FaultEffect, where: string): void {
  if (!effects.some((name) => effect[name] !== undefined)) {
    throw new ControlError(`${where} does nothing; give it one of ${effects.join(', ')}.`);
  }
  if (effect.retryAfter !== undefined && effect.status === undefined && effect.error === undefined) {
    throw new ControlError(`${where}.retryAfter needs status or error, to whose answer it belongs.`);
  }
  // What is answered so, or cut off before, has no effect that could be lost or fail.
  for (const other of ['status', 'error'] as const) {
    refuseTogether(effect, 'drop', other, where);
    refuseTogether(effect, 'creationFails', other, where);
  }
  if (effect.drop === 'request') refuseTogether(effect, 'creationFails', 'drop', where);
  const problem = effect.latency === undefined ? undefined : problemOf(effect.latency);
  if (problem !== undefined) throw new ControlError(`${where}.latency${problem}`);
}

/** What JSON Schema cannot say about the ends of a distribution. */
function problemOf(latency: Latency): string | undefined {
  if (typeof latency !== 'object') return undefined;
  const [low, high] = 'min' in latency ? (['min', 'max'] as const) : (['median', 'p99'] as const);
  const lengthOf = (name: string) => readDuration((latency as Readonly<Record<string, unknown>>)[name]) ?? 0;
  if (low === 'median' && lengthOf(low) === 0) return '.median must be more than nothing; for none, leave latency out.';
  return lengthOf(low) > lengthOf(high) ? `.${low} must not be longer than ${high}; swap them.` : undefined;
}

function refuseTogether<T extends object>(
  value: T,
  member: keyof T & string,
  other: keyof T & string,
  where: string,
): void {
  if (value[member] !== undefined && value[other] !== undefined) {
    throw new ControlError(`${where}.${member} does not go together with ${other}; leave one of them out.`);
  }
}
