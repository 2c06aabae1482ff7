import { VpcepValidationError } from './errors/vpcep-error.js';

/**
 * Reads a time of the API as UTC, whether or not it ends in Z: JavaScript takes the form without Z, which the API sends
 * too, for local time. A fraction of a second may have 1 to 9 digits; a `Date` keeps the first three.
 *
 * @param text Such as `2026-01-31T12:00:00Z` or `2018-01-30T07:42:01.174`.
 * @throws VpcepValidationError when it is no such time, or names a day that there is not.
 */
export function parseTimestamp(text: string): Date {
  const [, time, fraction = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z?$/.exec(text) ?? [];
  const date = new Date(`${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  // What is past its end, such as 30 February, would turn into another day.
  if (time === undefined || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(time)) {
    const rule = 'must be a time in UTC such as 2026-01-31T12:00:00Z or 2018-01-30T07:42:01.174, on a day that exists';
    throw new VpcepValidationError('timestamp', `${rule}; it is ${JSON.stringify(text)}`);
  }
  return date;
}
