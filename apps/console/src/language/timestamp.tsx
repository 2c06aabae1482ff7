import { parseTimestamp } from '@vpcep/client';
import { useLanguage } from './language-context.js';
import { writeTime } from './time-formats.js';
import { useTimeZone } from './time-zone.js';

/**
 * A time of the API, in the reader's own time zone, which is named, or in UTC where the reader has chosen that; it says the
 * other one when one points at it. What is no time is shown as it came.
 */
export function Timestamp({ value, style = 'full' }: { value: string | undefined; style?: 'full' | 'exact' }) {
  const { language } = useLanguage();
  const [zone] = useTimeZone();
  if (value === undefined || value === '') return <>–</>;
  const time = readTime(value);
  if (time === undefined) return <span className="time">{value}</span>;
  const local = writeTime(time, language, style);
  const utc = writeTime(time, language, style, 'UTC');
  const [shown, other] = zone === 'UTC' ? [utc, local] : [local, utc];
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
