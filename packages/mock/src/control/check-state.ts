import type { LaterState } from '../generated/document.js';
import type { MockState } from '../generated/state.js';
import { stateShapes } from '../store/state-schema.js';
import { ControlError, createCheck } from '../values/value-check.js';

const checkShape = createCheck<MockState>({ $defs: stateShapes, $ref: '#/$defs/MockState' });

/**
 * Checks a state before it is loaded, by tables 1 to 7 or by a later state of the API.
 *
 * @throws ControlError when it is not valid.
 */
export function checkState(value: unknown, asOf?: LaterState): MockState {
  const state = checkShape(value, asOf);
  const seen = new Set<string>();
  for (const kind of ['services', 'endpoints'] as const) {
    for (const [index, { id: own }] of state[kind].entries()) {
      if (seen.has(own)) throw new ControlError(`body.${kind}[${index}].id ${own} is there twice; give each its own.`);
      seen.add(own);
    }
  }
  return state;
}
