import { parseTimestamp } from '@vpcep/client';
import { useLanguage } from './language-context.js';
import { useTimeZone } from './time-zone.js';

const form = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/**
 * A time of the API, in the reader's own time zone, which is named, or in UTC where the reader has chosen that; it says the
 * other one when one points at it. What is no time is shown as it came.
 */
export function Timestamp({ value }: { value: string | undefined }) {
  const { language } = useLanguage();
  const [zone] = useTimeZone();
  if (value === undefined || value === '') return <>–</>;
  const time = readTime(value);
  if (time === undefined) return <span className="time">{value}</span>;
  const inZone = (timeZone?: 'UTC') => new Intl.DateTimeFormat(language, { ...form, timeZone }).format(time);
  const [shown, other] = zone === 'UTC' ? [inZone('UTC'), inZone()] : [inZone(), inZone('UTC')];
  return (
    <time dateTime={time.toISOString()} className="time" title={other}>
      {shown}
    </time>
  );
}

function readTime(text: string): Date | undefined {
  try {
    return parseTimestamp(text);
  } catch {
    // Its only complaint is that this is no time.
    return undefined;
  }
}
