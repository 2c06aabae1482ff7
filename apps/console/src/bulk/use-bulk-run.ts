import { noop } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState } from 'react';
import { EntriesContext } from '../leaving/entries.js';
import { loadLeavingDialog } from '../leaving/load-leaving-dialog.js';
import { type BulkItem, type BulkProgress, runBulk } from './run-bulk.js';

interface Options {
  run: (item: BulkItem) => Promise<unknown>;
  /** Is told, at the end of each run, which went well. */
  onDone: (ids: readonly string[]) => void;
}

/** Runs several at once, as long as the page is there and the reader does not stop it. Leaving it meanwhile asks first. */
export function useBulkRun({ run, onDone }: Options) {
  const entries = useContext(EntriesContext);
  const [items, setItems] = useState<readonly BulkItem[]>([]);
  /** Undefined until it has begun. */
  const [progress, setProgress] = useState<BulkProgress>();
  const [isRunning, setIsRunning] = useState(false);
  const [isStopping, setIsStopping] = useState(false);
  const [doneBefore, setDoneBefore] = useState(0);
  const stopping = useRef(new AbortController());

  useEffect(() => {
    // So that it is there before anything begins.
    loadLeavingDialog().catch(noop);
    return () => {
      stopping.current.abort();
    };
  }, []);
  useEffect(() => {
    if (!isRunning) return undefined;
    const leaveOut = entries.add(() => 'underWay');
    entries.changed();
    return leaveOut;
  }, [entries, isRunning]);

  return {
    progress,
    isRunning,
    isStopping,
    /** How many of how many are settled. */
    settled: progress === undefined ? 0 : progress.done.length + progress.failed.length,
    count: items.length,
    /** How many went well in all runs. */
    doneBefore,
    start: async (wanted: readonly BulkItem[]) => {
      stopping.current = new AbortController();
      const { signal } = stopping.current;
      setItems(wanted);
      setIsRunning(true);
      setIsStopping(false);
      setProgress({ done: [], failed: [], left: [] });
      const ended = await runBulk(wanted, run, { onProgress: setProgress, signal });
      setProgress(ended);
      setIsRunning(false);
      setDoneBefore((before) => before + ended.done.length);
      onDone(ended.done.map(({ id }) => id));
    },
    /** Begins no further one. */
    stop: () => {
      setIsStopping(true);
      stopping.current.abort();
    },
  };
}
