import { parseTimestamp } from '@vpcep/client';
import { useLanguage } from './language-context.js';
import { writeTime } from './time-formats.js';
import { useTimeZone } from './time-zone.js';

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
  const local = writeTime(time, language, 'full');
  const utc = writeTime(time, language, 'full', 'UTC');
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
