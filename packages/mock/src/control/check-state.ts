import type { LaterState } from '../generated/document.js';
import type { MockState } from '../generated/state.js';
import { shownText } from '../shown/shown-value.js';
import type { Quotas } from '../store/store.js';
import type { Transitions } from '../transition.js';
import { ControlError } from '../values/control-error.js';
import { plainCopy } from '../values/plain-copy.js';
import { ofState } from '../values/schema-words.js';
import { createCheck } from '../values/value-check.js';

const checkShape = createCheck<MockState>(ofState('MockState'));
const checkTransitionsOf = createCheck<{ transitions: Partial<Transitions> }>({
  type: 'object',
  required: ['transitions'],
  properties: { transitions: ofState('MockState/properties/transitions') },
});
const checkQuotasOf = createCheck<Partial<Quotas>>(ofState('MockState/properties/quotas'));

/**
 * Checks a state before it is loaded, by tables 1 to 7 or by a later state of the API, and copies it.
 *
 * @throws ControlError when it is not valid.
 */
export function checkState(value: unknown, asOf?: LaterState): MockState {
  // The copy comes last: of what is refused, most need not be copied.
  const state = checkShape(value, asOf);
  const seen = new Set<string>();
  for (const kind of ['services', 'endpoints'] as const) {
    for (const [index, { id: own }] of state[kind].entries()) {
      if (seen.has(own))
        throw new ControlError(`body.${kind}[${index}].id ${shownText(own)} is there twice; give each its own.`);
      seen.add(own);
    }
  }
  return plainCopy(state);
}

/**
 * Checks how stages proceed, by the rules of states, and copies it.
 *
 * @throws ControlError when it is not valid.
 */
export const checkTransitions = (transitions: unknown): Partial<Transitions> =>
  // It is the copy that counts: a Date, for one, is an object, and its copy is none.
  checkTransitionsOf(plainCopy({ transitions })).transitions;

/**
 * Checks quotas, by the rules of states, and copies them.
 *
 * @throws ControlError when they are not valid.
 */
export const checkQuotas = (quotas: unknown): Partial<Quotas> => checkQuotasOf(plainCopy({ quotas }).quotas);
