import { MockStartError } from '../mock-start-error.js';
import type { MockSettings } from '../options.js';
import type { Store } from '../store/store.js';
import { ControlError } from '../values/control-error.js';
import { createWorld, type Shared } from './create-world.js';
import type { World } from './world.js';

/**
 * Makes a mock's own world in its first state: what was kept of an earlier run, or the scenario.
 *
 * @throws MockStartError when the scenario is not valid.
 */
export function createInitialWorld(settings: MockSettings, shared: Shared, restored: Store | undefined): World {
  // What is asked for at a start counts for what was kept too.
  if (restored !== undefined) {
    Object.assign(restored.transitions, settings.asked.transitions);
    Object.assign(restored.quotas, settings.asked.quotas);
  }
  try {
    return createWorld(settings, shared, restored);
  } catch (error) {
    if (error instanceof ControlError)
      throw new MockStartError(`cannot use the scenario: ${error.message}`, { cause: error });
    throw error;
  }
}
