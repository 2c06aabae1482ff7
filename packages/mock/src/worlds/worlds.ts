import { createControlRoutes } from '../control/control-routes.js';
import type { Control } from '../control/control.js';
import type { MockSettings } from '../options.js';
import { prefixOf } from '../request/target.js';
import { ControlError } from '../values/control-error.js';
import { MissingError } from '../values/missing-error.js';
import { createWorld, type Shared } from './create-world.js';
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
}

/** A time, by the clock that never goes back, for measuring; and by that of the machine, for people. */
interface Moment {
  readonly at: number;
  readonly time: number;
}

const present = (): Moment => ({ at: performance.now(), time: Date.now() });

/** A world with its time. */
interface Member {
  readonly world: World;
  readonly createdAt: number;
  readonly idleMs: number;
  used: Moment;
  /** How many requests are to be answered. */
  underWay: number;
  timer: ReturnType<typeof setTimeout>;
}

export function createWorlds({ settings, url, root, ...shared }: WorldsDependencies): Worlds {
  const members = new Map<string, Member>();
  let isClosed = false;

  function take(id: string): void {
    const member = members.get(id);
    if (member === undefined) return;
    clearTimeout(member.timer);
    members.delete(id);
    member.world.journal.end();
  }
  /** Looks again when a world might have expired: what uses it, which happens often, need not set a timer. */
  function expireLater(id: string, idleMs: number): ReturnType<typeof setTimeout> {
    const timer: number | NodeJS.Timeout = setTimeout(() => {
      const member = members.get(id);
      if (member === undefined) return;
      if (member.underWay > 0 || member.world.journal.isAwaited()) member.used = present();
      const left = member.used.at + member.idleMs - performance.now();
      if (left <= 0) take(id);
      else member.timer = expireLater(id, left);
    }, idleMs);
    // A program that is done need not wait for that. In a browser, a timer is a number.
    if (typeof timer === 'object') timer.unref();
    return timer;
  }
  function summaryOf(id: string, { createdAt, used, idleMs }: Member): WorldSummary {
    return {
      id,
      path: prefixOf(id),
      created_at: new Date(createdAt).toISOString(),
      used_at: new Date(used.time).toISOString(),
      expires_at: new Date(used.time + idleMs).toISOString(),
    };
  }
  function add(options: WorldOptions): { id: string; member: Member } {
    if (isClosed) throw new ControlError('the mock was closed; make its worlds before that.');
    if (members.size >= maxWorlds) {
      throw new ControlError(`there are ${maxWorlds} worlds, which is the limit; close those that are not needed.`);
    }
    const { idleMs, ...own } = readWorldOptions(options, settings);
    const id = unguessableId();
    const world = asControlled(() => createWorld(own, shared));
    const now = present();
    const member = {
      world,
      createdAt: now.time,
      idleMs,
      used: now,
      underWay: 0,
      timer: expireLater(id, idleMs),
    };
    members.set(id, member);
    return { id, member };
  }

  function create(options: WorldOptions): WorldSummary {
    const { id, member } = add(options);
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

  return {
    root: {
      ...root,
      routes: createControlRoutes(shared.health, root.control, worldRoutes({ create, worlds, remove })),
    },
    enter(id) {
      const member = members.get(id);
      if (member === undefined) return undefined;
      member.underWay++;
      member.used = present();
      return member.world;
    },
    leave(id) {
      const member = members.get(id);
      if (member === undefined) return;
      member.underWay--;
      member.used = present();
    },
    control: {
      ...root.control,
      world: (options = {}) =>
        new Promise((resolve) => {
          resolve(open(add(options)));
        }),
      worlds,
    },
    close() {
      isClosed = true;
      root.journal.end();
      for (const { world, timer } of members.values()) {
        clearTimeout(timer);
        world.journal.end();
      }
    },
  };
}

/** 128 bits of chance: who is given one world shall not find another. */
const unguessableId = (): string =>
  Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
