import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useBlocker } from 'react-router';
import { createEntries, type Entries, EntriesContext } from './entries.js';
import { useLeavingQuestion } from './use-leaving-question.js';

/** Asks before a page is left, in whichever way, on which something is filled in. */
export function LeavingGuard({ children }: { children: ReactNode }) {
  const [entries] = useState(() => createEntries());
  const areThere = useSyncExternalStore(entries.subscribe, entries.areThere);
  return (
    <EntriesContext.Provider value={entries}>
      {children}
      {areThere && <Blocker entries={entries} />}
    </EntriesContext.Provider>
  );
}

/** There only as long as there is something to lose: else it would cost the browser its way back to a page as it was. */
function Blocker({ entries }: { entries: Entries }) {
  const ask = useLeavingQuestion();
  // Asked at the moment of leaving: a form that has just been sent leads on to another page.
  const blocker = useBlocker(entries.areThere);
  const latest = useRef({ blocker, ask });
  useEffect(() => {
    latest.current = { blocker, ask };
  });

  const isBlocked = blocker.state === 'blocked';
  useEffect(() => {
    if (!isBlocked) return;
    void latest.current.ask().then((mayLeave) => {
      const { blocker: now } = latest.current;
      if (mayLeave) now.proceed?.();
      else now.reset?.();
    });
  }, [isBlocked]);

  useEffect(() => {
    // The browser asks in its own words.
    const onUnload = (event: BeforeUnloadEvent) => {
      if (entries.areThere()) event.preventDefault();
    };
    addEventListener('beforeunload', onUnload);
    return () => {
      removeEventListener('beforeunload', onUnload);
    };
  }, [entries]);
  return null;
}
