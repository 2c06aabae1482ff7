import { parseTimestamp } from '@vpcep/client';
import { useLanguage } from './language-context.js';

/** A time of the API, in the reader's own time zone; what is no time is shown as it came. */
export function Timestamp({ value }: { value: string | undefined }) {
  const { language } = useLanguage();
  if (value === undefined || value === '') return <>–</>;
  const time = readTime(value);
  if (time === undefined) return <span className="time">{value}</span>;
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
  return (
    <time dateTime={time.toISOString()} className="time">
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
