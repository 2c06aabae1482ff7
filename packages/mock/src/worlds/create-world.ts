import { createAuthentication } from '../authentication/authenticate.js';
import { createControlRoutes } from '../control/control-routes.js';
import type { TimeSource } from '../clock.js';
import { createControl } from '../control/control.js';
import type { FaultyOperation } from '../faults/matcher.js';
import { createIam } from '../iam/iam.js';
import { createJournal } from '../journal/journal.js';
import type { MockSettings } from '../options.js';
import { createRuntime } from '../runtime.js';
import type { Store } from '../store/store.js';
import type { World } from './world.js';

/** What a world is made with: options of the mock, and of the world where it has some of its own. */
export type WorldSettings = Pick<MockSettings, 'scenario' | 'clock' | 'seed' | 'region' | 'auth' | 'asOf' | 'defaults'>;

/** What all worlds of a mock have in common. */
export interface Shared {
  /** The operations of the document at present. */
  readonly operations: () => readonly FaultyOperation[];
  /** What the health of the mock says. */
  readonly health: () => object;
  /** The time that the clocks of all worlds go by; without one, that of the machine. */
  readonly time?: TimeSource;
  /** Whether what is due may be finished at present; without it, at any time. */
  readonly mayFinish?: () => boolean;
  /** A number for a request that is higher than those before; without it, the next one of its world. */
  readonly requestNumber?: () => number;
}

/**
 * Makes a world in its first state.
 *
 * @param restored - what is remembered from an earlier run, rather than the scenario.
 * @throws ControlError when the scenario is not valid.
 * @throws MockStartError when the known credentials are not valid.
 */
export function createWorld(
  { scenario, clock, seed, region, auth, asOf, defaults }: WorldSettings,
  { operations, health, time, mayFinish, requestNumber }: Shared,
  restored?: Store,
): World {
  const runtime = createRuntime({ clock, seed, time });
  const authentication = createAuthentication(auth, runtime.clock);
  const iam = createIam(region, authentication);
  const journal = createJournal({
    now: () => runtime.clock().now(),
    conceal: authentication.conceal,
    operations: () => operations().map(({ name }) => name),
    number: requestNumber,
  });
  const control = createControl({
    runtime,
    authentication,
    journal,
    scenario,
    restored,
    settings: { seed, region, mayFinish },
    asOf,
    defaults,
    operations: () => [...operations(), ...iam.operations],
  });
  const routes = createControlRoutes(health, control);
  return { runtime, authentication, iam, journal, control, routes, keeping: undefined };
}
