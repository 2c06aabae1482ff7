import type { Control } from '../control/control.js';
import type { Fault, FaultCount } from '../faults/fault.js';
import type { SnapshotSummary } from '../snapshots/snapshots.js';
import type { Transitions } from '../transition.js';
import { createTell, MockConnectionError, readUrl } from './tell.js';

/** Functions that answer later, one for each of an object's, at every depth. */
type Later<T> = {
  readonly [Name in keyof T]: T[Name] extends (...given: infer Given) => infer Result
    ? (...given: Given) => Promise<Awaited<Result>>
    : Later<T[Name]>;
};

/** What a mock in another process can be told: all that {@link Control} has, a promise each. */
export interface ConnectedMock extends Later<Control> {
  /** Where it listens, such as `http://127.0.0.1:4010`. */
  readonly url: string;
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
  const snapshot = (name: string) => `snapshots/${encodeURIComponent(name)}`;
  const { documentHash } = await tell<{ documentHash?: unknown }>('GET', 'health');
  if (documentHash === undefined) throw new MockConnectionError(`What answers at ${base} is no mock.`);
  return {
    url: base,
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
      export: (name) => tell('GET', snapshot(name)),
      import: (given) => tell('PUT', snapshot(given.name), given),
    },
  };
}
