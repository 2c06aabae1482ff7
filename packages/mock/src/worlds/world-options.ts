import type { AuthMode } from '../authentication/authenticate.js';
import type { KnownCredentials } from '../authentication/credentials.js';
import type { ClockMode } from '../clock.js';
import { type Duration, durationRule, readDuration } from '../duration.js';
import { MockStartError } from '../mock-start-error.js';
import { type MockSettings, readOptions } from '../options.js';
import type { ScenarioName } from '../scenarios/index.js';
import type { MockState } from '../store/state.js';
import type { Quotas } from '../store/store.js';
import type { Transition, Transitions } from '../transition.js';
import { ControlError } from '../values/control-error.js';
import type { WorldSettings } from './create-world.js';

/** Options of a world. What is left out is as the mock was started with. */
export interface WorldOptions {
  /** What it remembers at the start: a ready-made state by its name, or one that is given. */
  scenario?: ScenarioName | MockState;
  /** How its clock moves. */
  clock?: ClockMode;
  /** What IDs and chance are made from. With the same seed, which is the default, each world gives out the same IDs. */
  seed?: string;
  /** How creations and deletions proceed, or how each stage does. */
  transitions?: Transition | Partial<Transitions>;
  /** How many resources of each kind a project may have. */
  quotas?: Partial<Quotas>;
  /** Whose requests are let in. */
  auth?: AuthMode | KnownCredentials;
  /**
   * How long nobody may use it before it is removed, by the clock of the machine, from a second to a day. It is used by a
   * request to any path of it until that is answered, and while somebody waits for one with `waitForRequest`.
   *
   * @default '10m'
   */
  idle?: Duration;
}

const names = ['scenario', 'clock', 'seed', 'transitions', 'quotas', 'auth'] as const;
const defaultIdle: Duration = '10m';
const idleBounds = { least: 1000, most: 24 * 3_600_000 };

/**
 * Reads the options of a world.
 *
 * @param settings - what the mock was started with.
 * @throws ControlError when one is not valid.
 */
export function readWorldOptions(options: unknown, settings: MockSettings): WorldSettings & { idleMs: number } {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new ControlError(`the options of a world must be an object with any of ${[...names, 'idle'].join(', ')}.`);
  }
  const { idle = defaultIdle, ...own } = options as WorldOptions;
  for (const name of Object.keys(own)) {
    if (!names.some((known) => known === name)) {
      throw new ControlError(`a world has no option ${name}; it has ${[...names, 'idle'].join(', ')}.`);
    }
  }
  const idleMs = readDuration(idle);
  if (idleMs === undefined || idleMs < idleBounds.least || idleMs > idleBounds.most) {
    throw new ControlError(`idle must be ${durationRule}, from a second to a day.`);
  }
  const { asked, ...given } = asControlled(() => readOptions(own));
  const { region, asOf, defaults } = settings;
  return {
    region,
    asOf,
    scenario: own.scenario === undefined ? settings.scenario : given.scenario,
    clock: own.clock === undefined ? settings.clock : given.clock,
    seed: own.seed === undefined ? settings.seed : given.seed,
    auth: own.auth === undefined ? settings.auth : given.auth,
    defaults: {
      transitions: { ...defaults.transitions, ...asked.transitions },
      quotas: { ...defaults.quotas, ...asked.quotas },
    },
    idleMs,
  };
}

/**
 * Does for a world what a start does for the mock, and says what is wrong as control routes do.
 *
 * @throws ControlError where a start would throw a MockStartError.
 */
export function asControlled<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof MockStartError) throw new ControlError(error.message.replace(/\.?$/, '.'), { cause: error });
    throw error;
  }
}
