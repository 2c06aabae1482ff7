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

function effectOfStep(step: FaultStep = 'pass'): FaultEffect | undefined {
  if (step === 'pass') return undefined;
  return typeof step === 'number' ? { status: step } : step;
}
