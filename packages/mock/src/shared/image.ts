import type { Fault, FaultCount } from '../faults/fault.js';
import { type KeptStore, storeOf } from '../persistence/kept.js';
import type { KeptSnapshot } from '../snapshots/snapshots.js';
import type { EndpointRecord, ServiceRecord } from '../store/records.js';
import type { Row } from '../store/row-list.js';
import type { WorldOptions } from '../worlds/world-options.js';
import type { World } from '../worlds/world.js';
import type { Worlds } from '../worlds/worlds.js';

/** How an image is written. Another one is not read. */
export const imageLayout = 1;

/** What there is once of a world, besides its resources and snapshots, which follow it line by line. */
interface WorldLine {
  /** Without one, it is the mock's own. */
  readonly id?: string;
  readonly options?: WorldOptions;
  readonly createdAt?: number;
  readonly whole: KeptStore['whole'];
  /** How far its clock was moved, in milliseconds. */
  readonly moved: number;
  /** The IDs of what will be due by itself, in the order in which that began. */
  readonly underWay: readonly string[];
  readonly faults: readonly Fault[];
  readonly faultCounts: readonly FaultCount[];
  /** The digests of issued tokens, and when they expire. */
  readonly tokens: readonly (readonly [digest: string, expiresAt: number])[];
}

/** A line of an image, which is a list of them. */
export type ImageLine =
  | { readonly world: WorldLine }
  | { readonly snapshot: KeptSnapshot }
  | { readonly service: Row<ServiceRecord> }
  | { readonly endpoint: Row<EndpointRecord> };

/** Everything that a mock remembers, line by line. It is read while nothing changes it. */
export function* linesOf(worlds: Worlds): Generator<ImageLine> {
  yield* linesOfWorld(worlds.root, {});
  for (const [id, { world, options, createdAt }] of worlds.members()) {
    yield* linesOfWorld(world, { id, options, createdAt });
  }
}

function* linesOfWorld(
  { runtime, authentication }: World,
  member: Pick<WorldLine, 'id' | 'options' | 'createdAt'>,
): Generator<ImageLine> {
  const store = runtime.store();
  const { accounts, organizations, counters, quotas, transitions } = store;
  yield {
    world: {
      ...member,
      whole: {
        accounts: Object.fromEntries(accounts),
        organizations: Object.fromEntries(organizations),
        counters,
        quotas,
        transitions,
      },
      moved: store.settings.clock.moved(),
      underWay: store.underWay(),
      faults: runtime.faults.get(),
      faultCounts: runtime.faults.counts(),
      tokens: authentication.issuedTokens(),
    },
  };
  for (const snapshot of runtime.snapshots.values()) yield { snapshot };
  for (const service of store.services.rows()) yield { service };
  for (const endpoint of store.endpoints.rows()) yield { endpoint };
}

/** Takes an image in, line by line, and has a mock be as it was then. */
export interface ImageReader {
  readonly take: (line: ImageLine) => void;
  /** Says that there are no more lines. */
  end(): void;
}

/** What a world is put together from. */
interface Parts {
  readonly line: WorldLine;
  readonly snapshots: KeptSnapshot[];
  readonly services: Row<ServiceRecord>[];
  readonly endpoints: Row<EndpointRecord>[];
}

/** Makes what takes in an image. Until its end, nothing of the mock is another. */
export function createImageReader(worlds: Worlds): ImageReader {
  const all: Parts[] = [];

  return {
    take(line) {
      const current = all.at(-1);
      if ('world' in line) all.push({ line: line.world, snapshots: [], services: [], endpoints: [] });
      else if (current === undefined) throw new Error('the image does not begin with a world');
      else if ('snapshot' in line) current.snapshots.push(line.snapshot);
      else if ('service' in line) current.services.push(line.service);
      else current.endpoints.push(line.endpoint);
    },
    end() {
      const there = new Set(all.map(({ line }) => line.id));
      for (const id of [...worlds.members().keys()]) if (!there.has(id)) worlds.end(id);
      for (const parts of all) {
        const { id, options = {}, createdAt = 0 } = parts.line;
        resume(worlds.find(id) ?? worlds.restore(id ?? '', options, createdAt), parts);
      }
    },
  };
}

function resume({ runtime, authentication }: World, { line, snapshots, services, endpoints }: Parts): void {
  const { seed, region, mayFinish } = runtime.store().settings;
  const settings = { seed, region, mayFinish, clock: runtime.newClock(line.moved) };
  runtime.replaceStore(storeOf({ whole: line.whole, services, endpoints }, settings, line.underWay));
  runtime.faults.resume(line.faults, line.faultCounts);
  runtime.snapshots.clear();
  for (const snapshot of snapshots) runtime.snapshots.set(snapshot.name, snapshot);
  authentication.resumeTokens(line.tokens);
}
