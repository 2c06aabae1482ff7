import { message } from 'antd';
import { useEffect, useRef } from 'react';
import { type Message, usualDuration } from './message.js';

/** Shows each message once, in the order in which they were told. */
export function MessagePlace({ messages }: { messages: readonly Message[] }) {
  const [place, holder] = message.useMessage();
  const shown = useRef(0);
  useEffect(() => {
    for (const { kind, text, duration = usualDuration } of messages.slice(shown.current)) {
      void place[kind](text, duration);
    }
    shown.current = messages.length;
  }, [messages, place]);
  return <>{holder}</>;
}
