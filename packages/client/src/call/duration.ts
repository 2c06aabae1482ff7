import { VpcepValidationError } from '../errors/vpcep-error.js';

/** A length of time: a number of milliseconds, or a number with its unit, such as `'500ms'`, `'30s'`, `'5m'` or `'1h'`. */
export type Duration = number | `${number}${keyof typeof millisecondsPer}`;

const millisecondsPer = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/**
 * A length of time in milliseconds.
 *
 * @throws VpcepValidationError, naming the field, when it is none or is negative.
 */
export function toMilliseconds(field: string, duration: Duration): number {
  const [, amount, unit = 'ms'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(String(duration)) ?? [];
  if (duration === Infinity) return Infinity;
  if (amount === undefined) {
    throw new VpcepValidationError(field, "must be milliseconds, or a string such as '30s'");
  }
  return Number(amount) * millisecondsPer[unit as keyof typeof millisecondsPer];
}
