import type { Language } from './languages.js';

/** How times are written: with their day and zone, or as the time of the day alone. */
const styles = {
  full: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  ofDay: { timeStyle: 'medium' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Writes times in a language, in the reader's own zone or in UTC. What writes them is made when it is first needed, and
 * kept: to make one takes a browser longer than to render a row.
 */
export function timeFormat(language: Language, style: keyof typeof styles, timeZone?: 'UTC'): Intl.DateTimeFormat {
  const key = `${language} ${style} ${timeZone ?? ''}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...styles[style], timeZone });
  formats.set(key, format);
  return format;
}
