import { createClock } from './clock.js';
import { type Control, createControl, type ControlDependencies } from './control/control.js';
import { NotKeptError } from './keeping.js';
import { MockStartError } from './mock-start-error.js';
import type { MockSettings } from './options.js';
import { type Kept, storeOf } from './persistence/kept.js';
import type { PersistenceWriter } from './persistence/persistence-writer.js';
import { openPersistence, resumeClock, startError } from './persistence/persistence.js';
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
  const persistence = await openPersistence(settings.persist, settings.log);
  const { kept, createWriter } = persistence;
  try {
    const storeOfKept = (earlier: Kept) => {
      const clock = createClock(settings.clock);
      resumeClock(clock, earlier.whole.clock);
      return storeOf(earlier, { seed: settings.seed, region: settings.region, clock });
    };
    const control = controlFrom(settings, dependencies, kept && storeOfKept(kept));
    const writer = createWriter(runtime.store, (earlier) => {
      runtime.undoStore(storeOfKept(earlier));
    });
    if (kept !== undefined) applyAsked(runtime.store(), settings.asked);
    await writer.flushed();
    return { control, writer };
  } catch (error) {
    await persistence.close();
    throw error instanceof NotKeptError ? startError(settings.persist, error.cause) : error;
  }
}

function controlFrom(
  { scenario, seed, region, asOf, defaults }: MockSettings,
  dependencies: Dependencies,
  restored: Store | undefined,
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
