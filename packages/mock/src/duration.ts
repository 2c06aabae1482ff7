const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A length of time: a number of milliseconds, or a number with its unit, such as `'500ms'`, `'30s'`, `'2m'` or `'1h'`. */
export type Duration = number | `${number}${keyof typeof milliseconds}`;

/** What a length of time must look like, for messages. */
export const durationRule = "a number of milliseconds, or a string such as '500ms', '30s' or '2m'";

/** The longest that the mock plans ahead, in hours: a year. */
export const longestHours = 8760;

/** The longest latency, in hours: a hundred of them one after the other are less than a timer of Node can wait. */
export const longestLatencyHours = 1;

/** A length of time in milliseconds; undefined when the value is none, or longer than so many hours. */
export function readDuration(value: unknown, hours = Infinity): number | undefined {
  const length = lengthOf(value);
  return length !== undefined && Number.isFinite(length) && length <= hours * milliseconds.h ? length : undefined;
}

function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value >= 0 ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const [, amount, unit = 'ms'] = /^(\d{1,20}(?:\.\d{1,20})?)(ms|s|m|h)?$/.exec(value) ?? [];
  return amount === undefined ? undefined : Number(amount) * milliseconds[unit as keyof typeof milliseconds];
}
