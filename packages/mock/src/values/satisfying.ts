import type { Validator } from '../validators/validator.js';
import { isValueRule, valueRules } from './value-rules.js';

/**
 * The keyword `satisfies`: a rule of the mock's own.
 *
 * @throws Error when there is no such rule.
 */
export function satisfying(name: string): Validator {
  if (!isValueRule(name)) throw new Error(`there is no rule ${name}`);
  const { rule, holds } = valueRules[name];
  return (value, found) => {
    if (!holds(value)) found.add('satisfies', `must be ${rule}`);
  };
}
