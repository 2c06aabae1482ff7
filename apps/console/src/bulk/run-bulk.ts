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
}

/** How many are done at a time: few, so that a page with many does not throttle itself. */
const concurrency = 4;

/** These pass by themselves. What the service has refused, it will refuse again. */
const passing: readonly FailureKind[] = ['throttled', 'server', 'unreachable', 'late'];

/**
 * Does the same to several things, and goes on with the others where one fails.
 *
 * @param onProgress is told whenever one is done or has failed
 */
export async function runBulk(
  items: readonly BulkItem[],
  run: (item: BulkItem) => Promise<unknown>,
  onProgress: (progress: BulkProgress) => void,
): Promise<BulkProgress> {
  let progress: BulkProgress = { done: [], failed: [] };
  await pMap(
    items,
    async (item) => {
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
