import pMap from 'p-map';
import { type Failure, failureOf, type FailureKind } from '../api/failure.js';

/** Something that is done to one of several things. */
export interface BulkItem {
  readonly id: string;
  readonly name: string;
}

/** What did not go well, and whether doing it again may help. */
export interface BulkFailure {
  readonly item: BulkItem;
  readonly failure: Failure;
  readonly mayBeRetried: boolean;
}

/** How far several things are. */
export interface BulkProgress {
  readonly done: readonly BulkItem[];
  readonly failed: readonly BulkFailure[];
  /** What was not begun, as the run was stopped before. */
  readonly left: readonly BulkItem[];
}

interface Options {
  /** Is told whenever one is done or has failed. */
  onProgress: (progress: BulkProgress) => void;
  /** Begins no further one when it is aborted. What is under way goes on: whether it took effect would not be known. */
  signal: AbortSignal;
}

/** How many are done at a time: few, so that a page with many does not throttle itself. */
const concurrency = 4;

/** These pass by themselves. What the service has refused, it will refuse again. */
const passing: readonly FailureKind[] = ['throttled', 'server', 'unreachable', 'late'];

/** Does the same to several things, and goes on with the others where one fails. */
export async function runBulk(
  items: readonly BulkItem[],
  run: (item: BulkItem) => Promise<unknown>,
  { onProgress, signal }: Options,
): Promise<BulkProgress> {
  let progress: BulkProgress = { done: [], failed: [], left: [] };
  await pMap(
    items,
    async (item) => {
      if (signal.aborted) {
        progress = { ...progress, left: [...progress.left, item] };
        return;
      }
      try {
        await run(item);
        progress = { ...progress, done: [...progress.done, item] };
      } catch (error) {
        const failure = failureOf(error);
        const failed = { item, failure, mayBeRetried: passing.includes(failure.kind) };
        progress = { ...progress, failed: [...progress.failed, failed] };
      }
      onProgress(progress);
    },
    { concurrency },
  );
  return progress;
}
