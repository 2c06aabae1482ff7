import { parseTimestamp } from '@vpcep/client';
import { useLanguage } from './language-context.js';

/** A time of the API, in the reader's own time zone. */
export function Timestamp({ value }: { value: string | undefined }) {
  const { language } = useLanguage();
  if (value === undefined) return <>–</>;
  const time = parseTimestamp(value);
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
  return (
    <time dateTime={time.toISOString()} className="time">
      {shown}
    </time>
  );
}
