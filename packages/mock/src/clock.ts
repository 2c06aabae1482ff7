import { type Duration, durationRule, readDuration } from './duration.js';

/** How a clock moves: with the machine's, or only when it is told to. */
export type ClockMode = 'system' | 'manual';

/** The time that the mock lives by. */
export interface Clock {
  readonly mode: ClockMode;
  /** The present, in milliseconds since 1970 in UTC. */
  now(): number;
  /**
   * Moves the clock forward. Everything that would have finished meanwhile has finished.
   *
   * @throws RangeError when it is not a length of time, or leads beyond the year 8999.
   */
  advance(duration: Duration): void;
  /** How far it was moved by {@link advance}, in milliseconds. */
  moved(): number;
}

/** Where a clock that is moved by hand starts, so that the same calls get the same times. */
export const manualStart = Date.UTC(2026, 0, 1);
const end = Date.UTC(9000, 0, 1);

/** A clock that starts at the machine's time, or, moved by hand, on 1 January 2026. */
export function createClock(mode: ClockMode): Clock {
  let moved = 0;
  const now = () => (mode === 'manual' ? manualStart : Date.now()) + moved;
  return {
    mode,
    now,
    advance(duration) {
      const length = readDuration(duration);
      if (length === undefined)
        throw new RangeError(`advance must be ${durationRule}, not ${JSON.stringify(duration)}`);
      if (now() + length >= end) throw new RangeError('advance must not lead beyond the year 8999');
      moved += length;
    },
    moved: () => moved,
  };
}

/** A time as the API writes it: UTC, in whole seconds. */
export const timestamp = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
