import { useEffect, useState } from 'react';
import { Notice } from '../elements/notice.js';
import { type Message, usualDuration } from './message.js';

/** Shows the last message, where what shows them all could not be loaded. */
export function PlainMessagePlace({ messages }: { messages: readonly Message[] }) {
  const [over, setOver] = useState<Message>();
  const last = messages.at(-1);
  useEffect(() => {
    if (last === undefined) return undefined;
    const timeout = setTimeout(
      () => {
        setOver(last);
      },
      (last.duration ?? usualDuration) * 1000,
    );
    return () => {
      clearTimeout(timeout);
    };
  }, [last]);
  return (
    <div className="corner-notice">
      {last !== undefined && last !== over && <Notice type={last.kind} title={last.text} />}
    </div>
  );
}
