import type { Control } from '../control/control.js';
import type { WorldOptions } from './world-options.js';

/** A world of its own in a mock: a state, a clock, faults, a journal and known tokens that no other world sees. */
export interface MockWorld extends Control, AsyncDisposable {
  /** What it is called in its URL. Nobody can guess it. */
  readonly id: string;
  /** Its base URL, such as `http://127.0.0.1:4010/_world/…`. All paths of the mock are below it, those of `/_mock/` too. */
  readonly url: string;
  /** Removes it. What it remembers can still be read from here. `await using` does the same. */
  close(): Promise<void>;
}

/** What there is to say of a world. */
export interface WorldSummary {
  id: string;
  /** The path that its URL has after that of the mock. */
  path: string;
  /** When it was made, in UTC, as ISO 8601 writes it, by the clock of the machine like all of these. */
  created_at: string;
  /** When it was last used. */
  used_at: string;
  /** When it is removed unless it is used before. */
  expires_at: string;
}

/** What a mock can be told, beyond what each of its worlds can. */
export interface WorldsControl {
  /**
   * Makes a world, for one test of many that run at a time. It is there until it is closed, is not used for its idle time,
   * or the mock is closed. A mock that persists does not keep its worlds.
   *
   * @throws ControlError when an option is not valid, there are 10,000 worlds already, or the mock was closed.
   */
  world(options?: WorldOptions): Promise<MockWorld>;
  /** The worlds that there are, the oldest first. */
  worlds(): WorldSummary[];
}
