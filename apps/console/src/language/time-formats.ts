import type { Language } from './languages.js';

const full = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;
/** How times are written: with their day and zone, or as the time of the day alone. */
const styles = {
  full,
  /** For a log, in which much happens in a minute. */
  exact: { ...full, second: '2-digit' },
  ofDay: { timeStyle: 'medium' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Writes a time in a language, in the reader's own zone or in UTC. What writes it is made when it is first needed, and
 * kept: to make one takes a browser longer than to render a row.
 */
export function writeTime(
  time: Date | number,
  language: Language,
  style: keyof typeof styles,
  timeZone?: 'UTC',
): string {
  const key = `${language} ${style} ${timeZone ?? ''}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...styles[style], timeZone });
  formats.set(key, format);
  const parts = format.formatToParts(time);
  const zone = parts.findIndex(({ type }) => type === 'timeZoneName');
  const text = (of: typeof parts) => of.map(({ value }) => value).join('');
  // Chinese has the zone between day and hour, as if it were about the day: everywhere it is said last.
  return zone === -1 || zone === parts.length - 1
    ? text(parts)
    : `${text([...parts.slice(0, zone), ...parts.slice(zone + 2)])} ${text(parts.slice(zone, zone + 1))}`;
}
