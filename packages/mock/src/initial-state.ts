import { type Control, createControl, type ControlDependencies } from './control/control.js';
import { MockStartError } from './mock-start-error.js';
import type { MockSettings } from './options.js';
import type { PersistenceWriter } from './persistence/persistence-writer.js';
import { openPersistence, resumeClock } from './persistence/persistence.js';
import type { MockState } from './store/state.js';
import type { Store } from './store/store.js';
import { ControlError } from './values/control-error.js';

type Dependencies = Pick<ControlDependencies, 'runtime' | 'authentication' | 'operations'>;

/** Puts a mock into its first state: that of an earlier run, where there is a snapshot of it, or that of the scenario. */
export async function enterInitialState(
  settings: MockSettings,
  dependencies: Dependencies,
): Promise<{ control: Control; writer?: PersistenceWriter }> {
  if (settings.persist === undefined) return { control: controlFrom(settings, dependencies, undefined) };
  const { runtime } = dependencies;
  const { database, snapshot, createWriter } = await openPersistence(settings.persist);
  try {
    if (snapshot !== undefined) resumeClock(runtime.clock(), snapshot.whole.clock);
    const control = controlFrom(settings, dependencies, snapshot?.state);
    if (snapshot !== undefined) applyAsked(runtime.store(), settings.asked);
    const writer = createWriter(runtime.store);
    await writer.flushed();
    return { control, writer };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function controlFrom(
  { scenario, seed, region, asOf, defaults }: MockSettings,
  dependencies: Dependencies,
  restored: MockState | undefined,
): Control {
  try {
    return createControl({ ...dependencies, scenario, restored, settings: { seed, region }, asOf, defaults });
  } catch (error) {
    if (error instanceof ControlError)
      throw new MockStartError(`cannot use the scenario: ${error.message}`, { cause: error });
    throw error;
  }
}

/** What is asked for at a start counts for a state from an earlier run too. */
function applyAsked(store: Store, { transitions, quotas }: MockSettings['asked']): void {
  Object.assign(store.transitions, transitions);
  Object.assign(store.quotas, quotas);
}
