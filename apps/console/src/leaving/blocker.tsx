import { useCallback, useEffect, useRef } from 'react';
import { type BlockerFunction, type Location, useBlocker } from 'react-router';
import type { Entries } from './entries.js';
import { useLeavingQuestion } from './use-leaving-question.js';

/** There only as long as there is something to lose: else it would cost the browser its way back to a page as it was. */
export function Blocker({ entries }: { entries: Entries }) {
  const ask = useLeavingQuestion();
  // Asked at the moment of leaving: a form that has just been sent leads on to another page.
  const mustAsk = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) => isLeft(currentLocation, nextLocation) && entries.loss() !== undefined,
    [entries],
  );
  const blocker = useBlocker(mustAsk);
  const latest = useRef({ blocker, ask });
  useEffect(() => {
    latest.current = { blocker, ask };
  });

  // Where to, rather than whether: one way out may be followed by another before the page is rendered again.
  const blocked = blocker.location;
  useEffect(() => {
    if (blocked === undefined) return;
    void latest.current.ask(entries.loss() ?? 'filledIn').then((mayLeave) => {
      // What was under way is over, and has led to another page, or is told on this one.
      if (entries.loss() === undefined) return;
      const { blocker: now } = latest.current;
      if (mayLeave) now.proceed?.();
      else now.reset?.();
    });
  }, [blocked, entries]);

  useEffect(() => {
    // The browser asks in its own words.
    const onUnload = (event: BeforeUnloadEvent) => {
      if (entries.loss() !== undefined) event.preventDefault();
    };
    addEventListener('beforeunload', onUnload);
    return () => {
      removeEventListener('beforeunload', onUnload);
    };
  }, [entries]);
  return null;
}

/** Whether what is on a page goes. Another page of a list in it, or another filter, leaves the rest of it there. */
const isLeft = (from: Location, to: Location): boolean => from.pathname !== to.pathname || tabOf(from) !== tabOf(to);

const tabOf = ({ search }: Location): string | null => new URLSearchParams(search).get('tab');
