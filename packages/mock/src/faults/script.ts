import type { Fault, FaultCount, FaultEffect, FaultStep } from './fault.js';

/**
 * What a fault does to a call that matches; undefined lets it pass.
 *
 * @param count - its counts; this call is one of `calls` already.
 * @param chance - draws a fraction from 0 up to 1.
 */
export function effectOf(fault: Fault, { calls, hits }: FaultCount, chance: () => number): FaultEffect | undefined {
  const { after = 0, nth, times = Infinity, rate = 1, script, repeat = false } = fault;
  if (calls <= after) return undefined;
  if (script !== undefined) {
    const index = calls - after - 1;
    return effectOfStep(script[repeat ? index % script.length : index]);
  }
  if (nth !== undefined && ![nth].flat().includes(calls)) return undefined;
  if (hits >= times) return undefined;
  return rate < 1 && chance() >= rate ? undefined : fault;
}

/** Whether all that a fault does is to let creations fail: then it is for no other calls. */
export function isOfCreations({ script, ...fault }: Fault): boolean {
  const effects = (script ?? [fault]).filter((step) => step !== 'pass');
  return (
    effects.length > 0 &&
    effects.every(
      (effect) =>
        typeof effect === 'object' &&
        effect.creationFails !== undefined &&
        [effect.status, effect.error, effect.latency, effect.drop].every((other) => other === undefined),
    )
  );
}

function effectOfStep(step: FaultStep = 'pass'): FaultEffect | undefined {
  if (step === 'pass') return undefined;
  return typeof step === 'number' ? { status: step } : step;
}
