import type { Authentication, AuthReport } from '../authentication/authenticate.js';
import { type Clock, timestamp } from '../clock.js';
import type { Duration } from '../duration.js';
import type { Fault, FaultCount } from '../faults/fault.js';
import type { FaultyOperation } from '../faults/matcher.js';
import type { Journal, WantedRequest } from '../journal/journal.js';
import type { RecordedRequest } from '../journal/recorded-request.js';
import type { RequestFilter } from '../journal/request-filter.js';
import type { Runtime } from '../runtime.js';
import type { LaterState } from '../generated/document.js';
import { isScenarioName, type ScenarioName, scenarioNames, scenarios } from '../scenarios/index.js';
import { shownValue } from '../shown/shown-value.js';
import { createSnapshots, type Snapshots } from '../snapshots/snapshots.js';
import { loadState, type MockState, readState, type StateDefaults } from '../store/state.js';
import type { Quotas, Store, StoreSettings } from '../store/store.js';
import type { Transitions } from '../transition.js';
import { ControlError } from '../values/control-error.js';
import { checkFaults } from './fault-schema.js';
import { checkQuotas, checkState, checkTransitions } from './check-state.js';

/** What the mock can be told while it runs. What is refused changes nothing. */
export interface Control {
  /** Everything that the mock remembers, as plain data. */
  state(): Required<MockState>;
  /**
   * Forgets everything, and remembers a state instead: a ready-made one by its name, or one that is given. The clock is
   * set to its `now`, if it has one, be that ahead or back.
   *
   * @throws ControlError when there is no such state, or it is not valid.
   */
  load(state: ScenarioName | MockState): void;
  /**
   * Goes back to the start: the state, the clock, the transitions, no faults, no refused credentials, and no requests in the
   * journal. IDs begin anew, so that they repeat.
   */
  reset(): void;
  /** The faults that are set. */
  faults(): readonly Fault[];
  /** How often each fault was asked and has happened since it was set, in the order of {@link Control.faults}. */
  faultCounts(): readonly FaultCount[];
  /**
   * Sets faults, instead of those that are set. Their counts begin anew.
   *
   * @throws ControlError when one is not valid.
   */
  setFaults(faults: readonly Fault[]): void;
  /** What became of credentials: those that were refused, and why. */
  auth(): AuthReport;
  readonly clock: {
    /** The present, as the API writes it. */
    now(): string;
    /**
     * Moves the clock forward: whatever would have finished in that time has finished.
     *
     * @throws RangeError when it is not a length of time, or leads beyond the year 8999.
     */
    advance(duration: Duration): void;
  };
  /**
   * Says how stages proceed from now on: creations and deletions, and what else can take its time. What is under way
   * proceeds as it began.
   *
   * @throws ControlError when one is not valid.
   */
  setTransitions(transitions: Partial<Transitions>): void;
  /** How stages proceed. */
  transitions(): Transitions;
  /**
   * Says how many resources of each kind a project may have from now on, up to 1,000,000,000. What there is already stays.
   *
   * @throws ControlError when one is not valid.
   */
  setQuotas(quotas: Partial<Quotas>): void;
  /** How many resources of each kind a project may have. */
  quotas(): Quotas;
  /**
   * What arrived: the requests that are all of what the filter says, the oldest first. A request is there from before its
   * answer is sent. The last 1,000 are kept, with 10 MB of them: the oldest bodies give way first. Requests that control the
   * mock, and those by which browsers ask what a page may do, are left out.
   *
   * @throws ControlError when the filter is not valid.
   */
  requests(filter?: RequestFilter): RecordedRequest[];
  /**
   * Waits for a request, by a filter, or by a function that says whether it is the one. Resolves at once with the first that
   * is in the journal already, and else with the next that arrives, once it is answered: it does not matter whether the page
   * or the test is first. `since` leaves out those that were there before.
   *
   * @param options - `timeout`: how long to wait, by the clock of the machine; 4 seconds unless it says otherwise.
   * @throws RequestWaitError when none arrives in that time, or the mock is reset or closed; it lists what arrived instead.
   * @throws ControlError when the filter or the timeout is not valid.
   */
  waitForRequest(which?: WantedRequest, options?: { timeout?: Duration }): Promise<RecordedRequest>;
  /**
   * The requests that nobody should have sent, whatever the mock remembers: those to unknown paths, with wrong methods, with
   * credentials that are missing or refused, in an encoding that is not read, or against the document. What the state
   * refuses (a resource that is not there, a quota, a clash) and what faults answer is not among them.
   */
  unexpected(): RecordedRequest[];
  /** Forgets the requests in the journal. */
  clearRequests(): void;
  /** What the mock remembered at some time, to go back to. */
  readonly snapshots: Snapshots;
}

/** What a control acts on, and starts from. */
export interface ControlDependencies {
  readonly runtime: Runtime;
  readonly authentication: Authentication;
  readonly journal: Journal;
  readonly scenario: ScenarioName | MockState;
  /** What is remembered from an earlier run, rather than the scenario. */
  readonly restored: Store | undefined;
  readonly settings: Omit<StoreSettings, 'clock'>;
  readonly asOf: LaterState | undefined;
  readonly defaults: StateDefaults;
  /** The operations that faults may be for. */
  readonly operations: () => readonly FaultyOperation[];
}

/** Makes the control of a mock, and puts the mock into its first state. */
export function createControl(dependencies: ControlDependencies): Control {
  const { runtime, authentication, journal, scenario, restored, settings, asOf, defaults, operations } = dependencies;
  /** Makes a state that is told the present time. */
  function prepare(state: ScenarioName | MockState): (now: number) => MockState {
    if (typeof state !== 'string') {
      const given = checkState(state, asOf);
      return () => given;
    }
    if (isScenarioName(state)) return scenarios[state];
    throw new ControlError(`scenario must be one of ${scenarioNames.join(', ')}, not ${shownValue(state)}.`);
  }
  /** The store is complete before anything knows of it, so that whatever goes wrong changes nothing. */
  function replace(state: MockState, clock: Clock): void {
    runtime.replaceStore(loadState(state, { ...settings, clock }, defaults));
  }
  function clockFor({ now }: MockState, otherwise: Clock): Clock {
    if (now === undefined) return otherwise;
    const clock = runtime.newClock();
    clock.setTo(Date.parse(now));
    return clock;
  }
  const start = prepare(scenario);
  function enterStart(clock: Clock): void {
    const state = structuredClone(start(clock.now()));
    replace(state, clockFor(state, clock));
  }
  if (restored === undefined) enterStart(runtime.clock());
  else runtime.replaceStore(restored);

  return {
    state: () => readState(runtime.store()),
    load(state) {
      const given = prepare(state)(runtime.clock().now());
      replace(given, clockFor(given, runtime.clock()));
    },
    reset() {
      enterStart(runtime.newClock());
      runtime.faults.set([]);
      // Whoever waits is told what arrived, without the tokens that are known still.
      journal.reset();
      authentication.reset();
    },
    faults: () => runtime.faults.get(),
    faultCounts: () => runtime.faults.counts(),
    setFaults(faults) {
      runtime.faults.set(checkFaults({ faults }, operations()));
    },
    auth: () => authentication.report(),
    clock: {
      now: () => timestamp(runtime.clock().now()),
      advance(duration) {
        runtime.clock().advance(duration);
      },
    },
    setTransitions(transitions) {
      const given = checkTransitions(transitions);
      // What is due proceeds as it began.
      runtime.store().settle();
      Object.assign(runtime.store().transitions, given);
    },
    transitions: () => ({ ...runtime.store().transitions }),
    setQuotas(quotas) {
      Object.assign(runtime.store().quotas, checkQuotas(quotas));
    },
    quotas: () => ({ ...runtime.store().quotas }),
    requests: (filter = {}) => journal.requests(filter),
    waitForRequest: (which = {}, { timeout } = {}) => journal.waitFor(which, timeout),
    unexpected: () => journal.requests({ unexpected: true }),
    clearRequests() {
      journal.clear();
    },
    snapshots: createSnapshots({
      kept: runtime.snapshots,
      clock: runtime.clock,
      read: () => readState(runtime.store()),
      replace(state) {
        replace(state, clockFor(state, runtime.clock()));
      },
      check: (state) => checkState(state, asOf),
    }),
  };
}
