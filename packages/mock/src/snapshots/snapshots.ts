import { type Clock, timestamp } from '../clock.js';
import type { MockState } from '../store/state.js';
import { satisfying } from '../values/schema-words.js';
import { ControlError } from '../values/control-error.js';
import { MissingError } from '../values/missing-error.js';
import { createCheck } from '../values/value-check.js';

/** A snapshot as it is exported: plain data, which any mock imports. */
export interface Snapshot {
  /** Its name: letters, digits, `.`, `_` and `-`, at most 64 of them, and not `.` or `..`, which paths cannot have. */
  readonly name: string;
  /** When it was saved, by the clock of the mock, as the API writes times. */
  readonly savedAt: string;
  /** Everything that the mock remembered. */
  readonly state: MockState;
}

/** What there is to say of a snapshot without its state. */
export interface SnapshotSummary extends Pick<Snapshot, 'name' | 'savedAt'> {
  /** How many endpoint services and endpoints it has. */
  readonly services: number;
  readonly endpoints: number;
}

/** Snapshots of what a mock remembers, by their names. They outlive a reset. */
export interface Snapshots {
  /**
   * Saves what the mock remembers now. An earlier snapshot of that name is replaced.
   *
   * @throws ControlError when the name is none, or there are 100 snapshots already, or 512 MB of them.
   */
  save(name: string): SnapshotSummary;
  /** All of them, in the order in which they were saved. */
  list(): SnapshotSummary[];
  /**
   * Remembers what a snapshot holds, time included, as if nothing had happened since it was saved.
   *
   * @throws ControlError when there is no such snapshot.
   */
  restore(name: string): void;
  /**
   * Forgets a snapshot.
   *
   * @throws ControlError when there is no such snapshot.
   */
  remove(name: string): void;
  /**
   * A snapshot as plain data.
   *
   * @throws ControlError when there is no such snapshot.
   */
  export(name: string): Snapshot;
  /**
   * Takes a snapshot that was exported, under its own name.
   *
   * @throws ControlError when it is not valid, or there are 100 snapshots already, or 512 MB of them.
   */
  import(snapshot: Snapshot): SnapshotSummary;
}

/** A snapshot as it is kept: its state is a text, which nothing changes, and which takes the least room. */
export interface KeptSnapshot extends SnapshotSummary {
  readonly text: string;
}

/** What snapshots are of. */
export interface SnapshotSource {
  /** Where they are kept, by name, in the order in which they were saved. */
  readonly kept: Map<string, KeptSnapshot>;
  readonly clock: () => Clock;
  /** Everything that the mock remembers. */
  readonly read: () => MockState;
  /** Remembers a state that was read. */
  readonly replace: (state: MockState) => void;
  /**
   * Checks a state that somebody gives.
   *
   * @throws ControlError when it is not valid.
   */
  readonly check: (state: unknown) => MockState;
}

/** How many there may be, so that a test that saves one more at each run is told. */
const maxSnapshots = 100;

/** How many characters they may have together: two of the largest states that a mock takes. */
const maxLength = 512 * 1024 * 1024;

/**
 * Checks a snapshot as it is exported, but for its state.
 *
 * @throws ControlError when it is not valid.
 */
export const checkSnapshot = createCheck<Snapshot>({
  type: 'object',
  additionalProperties: false,
  required: ['name', 'savedAt', 'state'],
  properties: { name: satisfying('snapshotName'), savedAt: satisfying('time'), state: { type: 'object' } },
});
/**
 * Checks a name.
 *
 * @throws ControlError when it is none.
 */
export const checkName = createCheck<{ name: string }>({
  required: ['name'],
  properties: { name: satisfying('snapshotName') },
});

/** Makes what saves and restores snapshots. */
export function createSnapshots({ kept, clock, read, replace, check }: SnapshotSource): Snapshots {
  function keep({ name, savedAt, state }: Snapshot): SnapshotSummary {
    if (!kept.has(name) && kept.size >= maxSnapshots) {
      throw new ControlError(`There are ${maxSnapshots} snapshots already; remove one.`);
    }
    const text = JSON.stringify(state);
    const others = [...kept.values()].filter((other) => other.name !== name);
    if (others.reduce((length, other) => length + other.text.length, text.length) > maxLength) {
      throw new ControlError(`Snapshots may have ${maxLength / 1024 / 1024} MB together; remove one.`);
    }
    const summary = { name, savedAt, services: state.services.length, endpoints: state.endpoints.length };
    // One that is replaced is the last that was saved.
    kept.delete(name);
    kept.set(name, { ...summary, text });
    return summary;
  }

  function find(name: string): KeptSnapshot {
    const found = kept.get(name);
    if (found !== undefined) return found;
    const names = [...kept.keys()];
    throw new MissingError(
      `There is no snapshot ${JSON.stringify(name)}; ${names.length === 0 ? 'none was saved' : `there are ${names.join(', ')}`}.`,
    );
  }

  const stateOf = ({ text }: KeptSnapshot) => JSON.parse(text) as MockState;

  return {
    save(name) {
      checkName({ name });
      return keep({ name, savedAt: timestamp(clock().now()), state: read() });
    },
    list: () => [...kept.values()].map(({ text: _, ...summary }) => summary),
    restore(name) {
      replace(stateOf(find(name)));
    },
    remove(name) {
      kept.delete(find(name).name);
    },
    export(name) {
      const found = find(name);
      return { name, savedAt: found.savedAt, state: stateOf(found) };
    },
    import(snapshot) {
      const { name, savedAt, state } = checkSnapshot(snapshot);
      return keep({ name, savedAt, state: check(state) });
    },
  };
}
