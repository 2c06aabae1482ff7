import { createClock } from './clock.js';
import { NotKeptError } from './keeping.js';
import { MockStartError } from './mock-start-error.js';
import type { MockSettings } from './options.js';
import { type Kept, storeOf } from './persistence/kept.js';
import type { PersistenceWriter } from './persistence/persistence-writer.js';
import { openPersistence, resumeClock, startError } from './persistence/persistence.js';
import type { Store } from './store/store.js';
import { ControlError } from './values/control-error.js';
import { createWorld, type Shared } from './worlds/create-world.js';
import type { World } from './worlds/world.js';

/** Makes the mock's own world, in the state of an earlier run, where there is a snapshot of it, or in that of the scenario. */
export async function openRootWorld(
  settings: MockSettings,
  shared: Shared,
): Promise<{ root: World; writer?: PersistenceWriter }> {
  if (settings.persist === undefined) return { root: rootFrom(settings, shared) };
  const persistence = await openPersistence(settings.persist, settings.log);
  const { kept, createWriter } = persistence;
  try {
    const storeOfKept = (earlier: Kept) => {
      const clock = createClock(settings.clock);
      resumeClock(clock, earlier.whole.clock);
      return storeOf(earlier, { seed: settings.seed, region: settings.region, clock });
    };
    const world = rootFrom(settings, shared, kept && storeOfKept(kept));
    const { runtime } = world;
    const writer = createWriter(runtime.store, (earlier) => {
      runtime.undoStore(storeOfKept(earlier));
    });
    if (kept !== undefined) applyAsked(runtime.store(), settings.asked);
    await writer.flushed();
    return { root: { ...world, keeping: writer }, writer };
  } catch (error) {
    await persistence.close();
    throw error instanceof NotKeptError ? startError(settings.persist, error.cause) : error;
  }
}

function rootFrom(settings: MockSettings, shared: Shared, restored?: Store): World {
  try {
    return createWorld(settings, shared, restored);
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
