import { type Duration, durationRule, readDuration } from './duration.js';
import { shownValue } from './shown/shown-value.js';

/** How a clock moves: with the machine's, or only when it is told to. */
export type ClockMode = 'system' | 'manual';

/** The ways in which a clock can move. */
export const clockModes: readonly ClockMode[] = ['system', 'manual'];

/** The time that the mock lives by. */
export interface Clock {
  readonly mode: ClockMode;
  /** The present, in milliseconds since 1970 in UTC. */
  now(): number;
  /**
   * Moves the clock forward, by whole milliseconds. Everything that would have finished meanwhile has finished.
   *
   * @throws RangeError when it is not a length of time, or leads beyond the year 8999; the clock stays as it is.
   */
  advance(duration: Duration): void;
  /**
   * Sets the clock to a time, in milliseconds since 1970 in UTC. It may be in the past.
   *
   * @throws RangeError when it is not within the years 1970 to 8999; the clock stays as it is.
   */
  setTo(time: number): void;
  /** How far it is from where it would be if nobody had moved it, in milliseconds; negative when it was set back. */
  moved(): number;
}

/** Where a clock that is moved by hand starts, so that the same calls get the same times. */
export const manualStart = Date.UTC(2026, 0, 1);
const end = Date.UTC(9000, 0, 1);

/** Tells the time that a clock goes by which nobody has moved, in milliseconds since 1970 in UTC. */
export type TimeSource = () => number;

/**
 * A clock that starts at the time of the source, or, moved by hand, on 1 January 2026.
 *
 * @param source - by default, the clock of the machine.
 * @param moved - how far it was moved already, in milliseconds.
 */
export function createClock(mode: ClockMode, source: TimeSource = Date.now, moved = 0): Clock {
  const unmoved = () => (mode === 'manual' ? manualStart : source());
  const now = () => unmoved() + moved;
  return {
    mode,
    now,
    advance(duration) {
      const length = readDuration(duration);
      if (length === undefined) throw new RangeError(`advance must be ${durationRule}, not ${shownValue(duration)}`);
      if (now() + length >= end) {
        throw new RangeError('advance must not lead beyond the year 8999; advance by less');
      }
      moved += Math.round(length);
    },
    setTo(time) {
      // What is no number is not within either.
      if (!(time >= 0 && time < end)) throw new RangeError('the clock must be set within the years 1970 to 8999');
      moved = Math.round(time) - unmoved();
    },
    moved: () => moved,
  };
}

/** A time as the API writes it: UTC, in whole seconds. */
export const timestamp = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** A time to the millisecond, in which whole seconds are written as the API does. */
export const exactTimestamp = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');

/** A time in milliseconds since 1970; undefined when the text is none within the years 1970 to 8999. */
export function readTime(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(text) ? Date.parse(text) : NaN;
  // 31 February is read as 3 March.
  return time >= 0 && time < end && exactTimestamp(time) === text.replace('.000Z', 'Z') ? time : undefined;
}
