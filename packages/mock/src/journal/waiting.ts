import { type Duration, durationRule, readDuration } from '../duration.js';
import { ControlError } from '../values/control-error.js';
import type { KeptRequest } from './recorded-request.js';

/** How long a request is waited for, unless something else is said. Tests time out after 5 seconds, most often. */
export const defaultTimeout: Duration = '4s';
const longestMs = 3_600_000;

/** Somebody who waits for a request. */
interface Waiter {
  readonly isMeant: (kept: KeptRequest) => boolean;
  readonly resolve: (kept: KeptRequest) => void;
  readonly reject: (error: Error) => void;
}

/** Those who wait for requests. */
export interface Waiting {
  /** How many wait. */
  readonly size: number;
  /**
   * Waits for a request.
   *
   * @param length - how long, in milliseconds.
   * @param fail - makes the error that the promise is rejected with, from what happened instead.
   */
  wait(isMeant: (kept: KeptRequest) => boolean, length: number, fail: (why: string) => Error): Promise<KeptRequest>;
  /** Tells them of a request. */
  tell(kept: KeptRequest): void;
  /** Has all of them wait no longer. To make what each is told need not take long. */
  end(error: () => Error): void;
}

/** What is said once the time is over. */
export const notInTime = (length: number): string => `No such request has arrived within ${length / 1000} s.`;

/**
 * A timeout in milliseconds.
 *
 * @throws ControlError when it is not valid.
 */
export function readTimeout(timeout: Duration): number {
  const length = readDuration(timeout);
  if (length !== undefined && length <= longestMs) return length;
  throw new ControlError(`timeout must be ${durationRule}, and at most an hour.`);
}

export function createWaiting(): Waiting {
  const waiters = new Set<Waiter>();
  return {
    get size() {
      return waiters.size;
    },
    wait: (isMeant, length, fail) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer);
          waiters.delete(waiter);
        };
        const waiter: Waiter = {
          isMeant,
          resolve(kept) {
            leave();
            resolve(kept);
          },
          reject(error) {
            leave();
            reject(error);
          },
        };
        const timer = setTimeout(() => {
          waiter.reject(fail(notInTime(length)));
        }, length);
        waiters.add(waiter);
      }),
    tell(kept) {
      for (const waiter of [...waiters]) {
        try {
          if (waiter.isMeant(kept)) waiter.resolve(kept);
        } catch (error) {
          // A function of theirs: whoever gave it shall see it, not whoever sent the request.
          waiter.reject(error instanceof Error ? error : new Error(String(error)));
        }
      }
    },
    end(error) {
      for (const waiter of [...waiters]) waiter.reject(error());
    },
  };
}
