import { VpcepWaiterError, type Waitable, type WaitOptions, type WaitProgress } from '@vpcep/client';
import { useEffect, useRef, useState } from 'react';
import { useIsVisible } from './use-is-visible.js';
import { useReconnected } from './use-reconnected.js';

interface Waiting<Resource extends Waitable> {
  /** What is waited for, such as an ID and a state; another one begins another wait, and undefined ends it. */
  goal: string | undefined;
  /** One of the client's waiters. */
  wait: (options: WaitOptions<Resource>) => Promise<unknown>;
  /** Is told what each poll found. */
  onPoll: (resource: Resource) => void;
  /** Is told that what was waited for has come, or why it can no longer come. */
  onEnd: (whyNot?: VpcepWaiterError) => void;
}

/**
 * Waits with one of the client's waiters for as long as the component is there and to be seen, and no longer.
 */
export function useWaiter<Resource extends Waitable>(waiting: Waiting<Resource>) {
  const isVisible = useIsVisible();
  const goal = isVisible ? waiting.goal : undefined;
  const [progress, setProgress] = useState<WaitProgress<Resource>>();
  const [failure, setFailure] = useState<unknown>();
  const [tries, setTries] = useState(0);
  // The functions are others with every rendering; a wait keeps those that it began with.
  const latest = useRef(waiting);
  useEffect(() => {
    latest.current = waiting;
  });

  useEffect(() => {
    if (goal === undefined) return undefined;
    const { wait, onPoll, onEnd } = latest.current;
    const leaving = new AbortController();
    const { signal } = leaving;
    setFailure(undefined);
    wait({
      signal,
      onProgress(polled) {
        if (signal.aborted) return;
        setProgress(polled);
        if (polled.resource !== undefined) onPoll(polled.resource);
      },
    }).then(
      () => {
        onEnd();
      },
      (error: unknown) => {
        if (error instanceof VpcepWaiterError) onEnd(error);
        else if (!signal.aborted) setFailure(error);
      },
    );
    return () => {
      leaving.abort();
      setProgress(undefined);
    };
  }, [goal, tries]);

  const again = () => {
    setTries((count) => count + 1);
  };
  useReconnected(() => {
    if (failure !== undefined) again();
  });

  return {
    progress,
    /** Why the wait ended before its time; undefined when it did not. */
    failure,
    again,
  };
}
