import type { CurrentContract } from './contract/current-contract.js';
import { faultyOperations } from './contract/faulty-operations.js';
import type { Sharing } from './core/core.js';
import { healthOf } from './keeping.js';
import { openRootWorld } from './open-root-world.js';
import type { MockSettings } from './options.js';
import { openShared } from './shared/open-shared.js';
import type { Shared } from './worlds/create-world.js';
import { createWorlds, type Worlds } from './worlds/worlds.js';

/** The worlds of a mock that is to start, and what has to be closed at its end. */
export interface OpenWorlds {
  readonly worlds: Worlds;
  /** Has all replicas answer as one, where there are some. */
  readonly sharing?: Sharing;
  readonly opening: readonly { close(): Promise<void> }[];
}

/** What worlds are opened with. */
export interface OpenWorldsDependencies {
  readonly settings: MockSettings;
  readonly contract: CurrentContract;
  /** Where the mock is. */
  readonly url: () => string;
  readonly warn: (message: string) => void;
}

/** Makes the worlds of a mock: in memory, kept in a folder, or shared with other replicas. */
export async function openWorlds({ settings, contract, url, warn }: OpenWorldsDependencies): Promise<OpenWorlds> {
  const common = (more: () => object): Shared => ({
    operations: () => faultyOperations(contract.get().operations),
    health: () => ({ status: 'ok', ...contract.health(), ...more() }),
  });
  if (settings.shared === undefined) {
    const shared = common(() => healthOf(root.keeping));
    const { root, writer } = await openRootWorld(settings, shared);
    const worlds = createWorlds({ root, settings, url, ...shared });
    return { worlds, opening: writer === undefined ? [] : [writer] };
  }
  const replica = await openShared({
    settings,
    address: settings.shared,
    documentHash: contract.health().documentHash,
    contract: () => contract.get(),
    url,
    shared: common(() => replica.health()),
    warn,
  });
  return { worlds: replica.worlds, sharing: replica.sharing, opening: [replica] };
}
