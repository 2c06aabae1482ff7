import type { Authentication, AuthReport } from '../authentication/authenticate.js';
import { timestamp } from '../clock.js';
import type { Duration } from '../duration.js';
import type { Fault } from '../faults.js';
import type { Runtime } from '../runtime.js';
import type { LaterState } from '../generated/document.js';
import { isScenarioName, type ScenarioName, scenarioNames, scenarios } from '../scenarios/index.js';
import { loadState, type MockState, readState, type StateDefaults } from '../store/state.js';
import type { Transitions } from '../transition.js';
import { ControlError } from '../values/value-check.js';
import { checkFaults } from './fault-schema.js';
import { checkState } from './check-state.js';

/** What the mock can be told while it runs. */
export interface Control {
  /** Everything that the mock remembers, as plain data. */
  state(): Required<MockState>;
  /**
   * Forgets everything, and remembers a state instead: a ready-made one by its name, or one that is given.
   *
   * @throws ControlError when there is no such state, or it is not valid.
   */
  load(state: ScenarioName | MockState): void;
  /** Goes back to the start: the state, the clock, the transitions, no faults, and no refused credentials. IDs begin anew, so that they repeat. */
  reset(): void;
  /** The faults that are set. */
  faults(): readonly Fault[];
  /**
   * Sets faults, instead of those that are set.
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
     * @throws RangeError when it is not a length of time.
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
}

/** What a control acts on, and starts from. */
export interface ControlDependencies {
  readonly runtime: Runtime;
  readonly authentication: Authentication;
  readonly scenario: ScenarioName | MockState;
  /** What is remembered from an earlier run, rather than the scenario. */
  readonly restored: MockState | undefined;
  readonly settings: { readonly seed: string; readonly region: string };
  readonly asOf: LaterState | undefined;
  readonly defaults: StateDefaults;
  readonly operations: () => readonly string[];
}

/** Makes the control of a mock, and puts the mock into its first state. */
export function createControl(dependencies: ControlDependencies): Control {
  const { runtime, authentication, scenario, restored, settings, asOf, defaults, operations } = dependencies;
  function load(state: ScenarioName | MockState): void {
    let given: MockState;
    if (typeof state === 'string') {
      if (!isScenarioName(state)) {
        throw new ControlError(`scenario must be one of ${scenarioNames.join(', ')}, not ${String(state)}.`);
      }
      given = scenarios[state](runtime.clock().now());
    } else given = checkState(state, asOf);
    replace(given);
  }
  function replace(state: MockState): void {
    runtime.replaceStore(loadState(state, { ...settings, clock: runtime.clock() }, structuredClone(defaults)));
  }
  if (restored === undefined) load(scenario);
  else replace(restored);

  return {
    state: () => readState(runtime.store()),
    load,
    reset() {
      runtime.faults.set([]);
      authentication.reset();
      runtime.restartClock();
      load(scenario);
    },
    faults: () => runtime.faults.get(),
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
      // A state holds transitions too, and its rules are the same.
      checkState({ services: [], endpoints: [], transitions });
      Object.assign(runtime.store().transitions, transitions);
    },
  };
}
