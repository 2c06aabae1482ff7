import type { Control } from '../control/control.js';
import type { Fault, FaultCount } from '../faults/fault.js';
import { checkName, checkSnapshot, type SnapshotSummary } from '../snapshots/snapshots.js';
import type { Transitions } from '../transition.js';
import { MissingError } from '../values/missing-error.js';
import type { WorldSummary } from '../worlds/mock-world.js';
import type { WorldOptions } from '../worlds/world-options.js';
import { connectJournal } from './connect-journal.js';
import type { Later } from './later.js';
import { createTell, MockConnectionError, readUrl, type Tell } from './tell.js';

/** What a mock in another process can be told: all that the result of `startMock` can, a promise each. */
export interface ConnectedMock extends Later<Control> {
  /** Where it listens, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /**
   * Makes a world, as {@link WorldsControl.world} does.
   *
   * @throws ControlError when an option is not valid, there are 10,000 worlds already, or this is a world itself.
   */
  world(options?: WorldOptions): Promise<ConnectedWorld>;
  /** The worlds that there are, the oldest first. */
  worlds(): Promise<WorldSummary[]>;
}

/** A world of a mock in another process. */
export interface ConnectedWorld extends Later<Control>, AsyncDisposable {
  /** What it is called in its URL. Nobody can guess it. */
  readonly id: string;
  /** Its base URL, such as `http://127.0.0.1:4010/_world/…`. */
  readonly url: string;
  /** Removes it, if it is still there. `await using` does the same. */
  close(): Promise<void>;
}

/**
 * Connects to a mock in another process, or to a world of it, so that it can be told what the result of `startMock` can.
 *
 * @param url - where it listens, such as `http://127.0.0.1:4010`.
 * @throws MockConnectionError when no mock answers there. Its functions throw that too, and ControlError when the mock
 * refuses what it is told.
 */
export async function connectMock(url: string): Promise<ConnectedMock> {
  const base = readUrl(url);
  const tell = createTell(base);
  const health = await tell<{ documentHash?: unknown } | null | undefined>('GET', 'health');
  if (health?.documentHash === undefined) throw new MockConnectionError(`What answers at ${base} is no mock.`);
  return {
    ...connectControl(tell),
    url: base,
    world: async (options = {}) => {
      const { id, path } = await tell<WorldSummary>('POST', 'worlds', options);
      const url = base + path;
      const close = async () => {
        try {
          await tell('DELETE', `worlds/${id}`);
        } catch (error) {
          // It was removed before.
          if (!(error instanceof MissingError)) throw error;
        }
      };
      return { ...connectControl(createTell(url)), id, url, close, [Symbol.asyncDispose]: close };
    },
    worlds: async () => (await tell<{ worlds: WorldSummary[] }>('GET', 'worlds')).worlds,
  };
}

function connectControl(tell: Tell): Later<Control> {
  /** The route of a snapshot, for which a name has to be one. */
  const snapshot = (name: string) => {
    checkName({ name });
    return `snapshots/${name}`;
  };
  return {
    ...connectJournal(tell),
    state: () => tell('GET', 'state'),
    load: async (state) => {
      await tell('PUT', 'state', typeof state === 'string' ? { scenario: state } : state);
    },
    reset: async () => {
      await tell('POST', 'reset');
    },
    faults: async () => (await tell<{ faults: Fault[] }>('GET', 'faults')).faults,
    faultCounts: async () => (await tell<{ counts: FaultCount[] }>('GET', 'faults')).counts,
    setFaults: async (faults) => {
      await tell('PUT', 'faults', { faults });
    },
    auth: () => tell('GET', 'auth'),
    clock: {
      now: async () => (await tell<{ now: string }>('GET', 'clock')).now,
      advance: async (duration) => {
        await tell('POST', 'clock', { advance: duration });
      },
    },
    setTransitions: async (transitions) => {
      await tell('POST', 'clock', { transitions });
    },
    transitions: async () => (await tell<{ transitions: Transitions }>('GET', 'clock')).transitions,
    setQuotas: async (quotas) => {
      await tell('POST', 'quotas', quotas);
    },
    quotas: () => tell('GET', 'quotas'),
    snapshots: {
      save: (name) => tell('POST', 'snapshots', { save: name }),
      list: async () => (await tell<{ snapshots: SnapshotSummary[] }>('GET', 'snapshots')).snapshots,
      restore: async (name) => {
        await tell('POST', 'snapshots', { restore: name });
      },
      remove: async (name) => {
        await tell('DELETE', snapshot(name));
      },
      export: async (name) => tell('GET', snapshot(name)),
      import: async (given) => {
        checkSnapshot(given);
        return tell('PUT', snapshot(given.name), given);
      },
    },
  };
}
