import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from 'react';
import { withComponents } from '../components/with-components.js';
import type { Message, MessageKind } from './message.js';
import { PlainMessagePlace } from './plain-message-place.js';

/** Tells what has happened, in a line that goes by itself. */
export type Messages = Readonly<Record<MessageKind, (text: string, duration?: number) => void>>;

const MessagesContext = createContext<Messages | undefined>(undefined);

// What shows them is loaded with the first.
const MessagePlace = lazy(async () => {
  try {
    return { default: await withComponents(import('./message-place.js').then((loaded) => loaded.MessagePlace)) };
  } catch {
    // Without a network, a plain one serves as well.
    return { default: PlainMessagePlace };
  }
});

/** Has everything inside tell what has happened. */
export function MessagesProvider({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<readonly Message[]>([]);
  const messages = useMemo<Messages>(() => {
    const tell = (kind: MessageKind) => (text: string, duration?: number) => {
      setTold((before) => [...before, { kind, text, ...(duration === undefined ? {} : { duration }) }]);
    };
    return { success: tell('success'), info: tell('info'), warning: tell('warning'), error: tell('error') };
  }, []);
  return (
    <MessagesContext.Provider value={messages}>
      {children}
      <Suspense fallback={null}>{told.length > 0 && <MessagePlace messages={told} />}</Suspense>
    </MessagesContext.Provider>
  );
}

export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (messages === undefined) throw new Error('there is no MessagesProvider around this');
  return messages;
}
