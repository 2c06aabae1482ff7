import { createClock } from './clock.js';
import { NotKeptError } from './keeping.js';
import type { MockSettings } from './options.js';
import { type Kept, storeOf } from './persistence/kept.js';
import type { PersistenceWriter } from './persistence/persistence-writer.js';
import { openPersistence, resumeClock, startError } from './persistence/persistence.js';
import type { Shared } from './worlds/create-world.js';
import { createInitialWorld } from './worlds/initial-world.js';
import type { World } from './worlds/world.js';

/** Makes the mock's own world, in the state of an earlier run, where there is a snapshot of it, or in that of the scenario. */
export async function openRootWorld(
  settings: MockSettings,
  shared: Shared,
): Promise<{ root: World; writer?: PersistenceWriter }> {
  if (settings.persist === undefined) return { root: createInitialWorld(settings, shared, undefined) };
  const persistence = await openPersistence(settings.persist, settings.log);
  const { kept, createWriter } = persistence;
  try {
    const storeOfKept = (earlier: Kept) => {
      const clock = createClock(settings.clock);
      resumeClock(clock, earlier.whole.clock);
      return storeOf(earlier, { seed: settings.seed, region: settings.region, clock });
    };
    const world = createInitialWorld(settings, shared, kept && storeOfKept(kept));
    const { runtime } = world;
    const writer = createWriter(runtime.store, (earlier) => {
      runtime.undoStore(storeOfKept(earlier));
    });
    await writer.flushed();
    return { root: { ...world, keeping: writer }, writer };
  } catch (error) {
    await persistence.close();
    throw error instanceof NotKeptError ? startError(settings.persist, error.cause) : error;
  }
}
