const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A length of time: a number of milliseconds, or a number with its unit, such as `'500ms'`, `'30s'`, `'2m'` or `'1h'`. */
export type Duration = number | `${number}${keyof typeof milliseconds}`;

/** What a length of time must look like, for messages. */
export const durationRule = "a number of milliseconds, or a text such as '500ms', '30s' or '2m'";

/** A length of time in milliseconds; undefined when the value is none. */
export function readDuration(value: unknown): number | undefined {
  if (typeof value === 'number') return value >= 0 && value < Infinity ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const [, amount, unit = 'ms'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(value) ?? [];
  return amount === undefined ? undefined : Number(amount) * milliseconds[unit as keyof typeof milliseconds];
}
