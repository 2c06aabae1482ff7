import { type Control, createControl, type ControlDependencies } from './control/control.js';
import { MockStartError } from './mock-start-error.js';
import type { MockSettings } from './options.js';
import type { Keeper } from './persistence/keeper.js';
import { openPersistence, resumeClock } from './persistence/persistence.js';
import type { MockState } from './store/state.js';
import type { Store } from './store/store.js';
import { kinds } from './transition.js';
import { ControlError } from './value-check.js';

type Dependencies = Pick<ControlDependencies, 'runtime' | 'authentication' | 'operations'>;

/** Puts a mock into its first state: that of an earlier run, where it is kept, or that of the scenario. */
export async function enterInitialState(
  settings: MockSettings,
  dependencies: Dependencies,
): Promise<{ control: Control; keeper?: Keeper }> {
  if (settings.persist === undefined) return { control: controlFrom(settings, dependencies, undefined) };
  const { runtime } = dependencies;
  const { database, kept, keep } = await openPersistence(settings.persist);
  try {
    if (kept !== undefined) resumeClock(runtime.clock(), kept.whole.clock);
    const control = controlFrom(settings, dependencies, kept?.state);
    if (kept !== undefined) applyAsked(runtime.store(), settings.asked);
    const keeper = keep(runtime.store);
    await keeper.written();
    return { control, keeper };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function controlFrom(
  { scenario, seed, region, defaults }: MockSettings,
  dependencies: Dependencies,
  restored: MockState | undefined,
): Control {
  try {
    return createControl({ ...dependencies, scenario, restored, settings: { seed, region }, defaults });
  } catch (error) {
    if (error instanceof ControlError)
      throw new MockStartError(`cannot use the scenario: ${error.message}`, { cause: error });
    throw error;
  }
}

/** What is asked for at a start counts for a state from an earlier run too. */
function applyAsked(store: Store, { transitions, quotas }: MockSettings['asked']): void {
  for (const kind of kinds) {
    const transition = transitions[kind];
    if (transition !== undefined) store.transitions[kind] = transition;
  }
  Object.assign(store.quotas, quotas);
}
