import { createControlRoutes } from '../control/control-routes.js';
import type { Control } from '../control/control.js';
import type { MockSettings } from '../options.js';
import { prefixOf } from '../request/target.js';
import { ControlError } from '../values/control-error.js';
import { MissingError } from '../values/missing-error.js';
import { createWorld, type Shared } from './create-world.js';
import { createLifetimes, type Lifetimes } from './lifetimes.js';
import type { MockWorld, WorldsControl, WorldSummary } from './mock-world.js';
import { asControlled, readWorldOptions, type WorldOptions } from './world-options.js';
import { worldRoutes } from './world-routes.js';
import type { World } from './world.js';

/** How many worlds there may be beside the mock's own. */
const maxWorlds = 10_000;

/** The worlds of a mock. */
export interface Worlds {
  /** The mock's own, which has no prefix. */
  readonly root: World;
  /** Finds another for a request, which uses it until it leaves. */
  enter(id: string): World | undefined;
  /** Notes that such a request is answered. */
  leave(id: string): void;
  /** A world by its ID, or without one, the mock's own. This does not use it. */
  find(id: string | undefined): World | undefined;
  /** All but the mock's own by their IDs, the oldest first. */
  members(): ReadonlyMap<string, Member>;
  /** Makes a world that there was already, as it was asked to be at first. */
  restore(id: string, options: WorldOptions, createdAt: number): World;
  /** Removes a world, if it is there. */
  end(id: string): void;
  /** What the mock's own can be told, and that worlds are made. */
  readonly control: Control & WorldsControl;
  /** Has nobody wait any longer, in all worlds, lets none expire, and makes no more of them. */
  close(): void;
}

/** What worlds are made with. */
export interface WorldsDependencies extends Shared {
  readonly root: World;
  readonly settings: MockSettings;
  /** Where the mock is. */
  readonly url: () => string;
  /** How long worlds are there; by default, by the clock of the machine. */
  readonly lifetimes?: Lifetimes;
}

/** A world beside the mock's own. */
export interface Member {
  readonly world: World;
  /** What it was asked to be. */
  readonly options: WorldOptions;
  /** In milliseconds since 1970 in UTC. */
  readonly createdAt: number;
  readonly idleMs: number;
}

/** A member, and what uses it. */
interface UsedMember extends Member {
  /** How many requests are to be answered. */
  underWay: number;
}

export function createWorlds({
  settings,
  url,
  root: given,
  lifetimes = createLifetimes(),
  ...shared
}: WorldsDependencies): Worlds {
  const members = new Map<string, UsedMember>();
  let isClosed = false;

  function take(id: string): void {
    const member = members.get(id);
    if (member === undefined) return;
    lifetimes.forget(id);
    members.delete(id);
    member.world.journal.end();
  }
  function summaryOf(id: string, { createdAt, idleMs }: Member): WorldSummary {
    const usedAt = lifetimes.usedAt(id);
    return {
      id,
      path: prefixOf(id),
      created_at: new Date(createdAt).toISOString(),
      used_at: new Date(usedAt).toISOString(),
      expires_at: new Date(usedAt + idleMs).toISOString(),
    };
  }
  function add(id: string, options: WorldOptions, createdAt: number): UsedMember {
    const { idleMs, ...own } = readWorldOptions(options, settings);
    const world = asControlled(() => createWorld(own, shared));
    const member = { world, options, createdAt, idleMs, underWay: 0 };
    members.set(id, member);
    lifetimes.begin(id, idleMs, {
      isInUse: () => member.underWay > 0 || world.journal.isAwaited(),
      end: () => {
        take(id);
      },
    });
    return member;
  }
  function addNew(options: WorldOptions): { id: string; member: UsedMember } {
    if (isClosed) throw new ControlError('the mock was closed; make its worlds before that.');
    if (members.size >= maxWorlds) {
      throw new ControlError(`there are ${maxWorlds} worlds, which is the limit; close those that are not needed.`);
    }
    const id = lifetimes.newId();
    return { id, member: add(id, options, lifetimes.now()) };
  }

  function create(options: WorldOptions): WorldSummary {
    const { id, member } = addNew(options);
    return summaryOf(id, member);
  }
  const worlds = () => [...members].map(([id, member]) => summaryOf(id, member));
  function remove(id: string): void {
    if (!members.has(id))
      throw new MissingError(`there is no world ${id}; GET /_mock/worlds has those that there are.`);
    take(id);
  }
  const open = ({ id, member }: { id: string; member: Member }): MockWorld => {
    const close = () => {
      take(id);
      return Promise.resolve();
    };
    return {
      ...member.world.control,
      id,
      url: url() + prefixOf(id),
      close,
      // In a browser without that symbol, it is a member that nobody asks for.
      [Symbol.asyncDispose]: close,
    };
  };
  const root: World = {
    ...given,
    routes: createControlRoutes(shared.health, given.control, worldRoutes({ create, worlds, remove })),
  };

  return {
    root,
    enter(id) {
      const member = members.get(id);
      if (member === undefined) return undefined;
      member.underWay++;
      lifetimes.use(id);
      return member.world;
    },
    leave(id) {
      const member = members.get(id);
      if (member === undefined) return;
      member.underWay--;
      lifetimes.use(id);
    },
    find: (id) => (id === undefined ? root : members.get(id)?.world),
    members: () => members,
    restore: (id, options, createdAt) => add(id, options, createdAt).world,
    end: take,
    control: {
      ...root.control,
      world: (options = {}) =>
        new Promise((resolve) => {
          resolve(open(addNew(options)));
        }),
      worlds,
    },
    close() {
      isClosed = true;
      root.journal.end();
      lifetimes.close();
      for (const { world } of members.values()) world.journal.end();
    },
  };
}
