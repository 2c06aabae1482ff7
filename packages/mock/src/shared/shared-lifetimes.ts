import type { Lifetimes, Mortal } from '../worlds/lifetimes.js';
import type { Connection } from './connection.js';
import type { Machine } from './machine.js';
import type { Keys } from './scripts.js';

/** Lifetimes that all replicas have alike: by the time of Redis, which says when a world ends. */
export interface SharedLifetimes extends Lifetimes {
  /** The worlds that were used since it was asked last, or all, with their idle times in milliseconds. */
  readonly takeUsed: (all: boolean) => [id: string, idleMs: number][];
  /** Learns when worlds were used last by any replica. */
  readonly learn: () => Promise<void>;
}

/** What is known here of a world's use. */
interface Life {
  readonly idleMs: number;
  readonly world: Mortal;
  /** When that it is used was told last, by the clock that never goes back. */
  toldAt: number;
  usedAt: number;
}

/** How much of its idle time may pass until it is told again that a world is used. */
const retellAfter = 0.1;

export function createSharedLifetimes(machine: Machine, connection: Connection, keys: Keys): SharedLifetimes {
  const lives = new Map<string, Life>();
  const used = new Set<string>();

  return {
    newId: () => machine.chance(),
    now: () => machine.now(),
    begin(id, idleMs, world) {
      lives.set(id, { idleMs, world, toldAt: -Infinity, usedAt: machine.now() });
      // One that is taken from an image has its time in Redis already.
      if (machine.isApplying()) used.add(id);
    },
    use(id) {
      const life = lives.get(id);
      if (life === undefined) return;
      life.usedAt = machine.now();
      if (performance.now() - life.toldAt > life.idleMs * retellAfter) used.add(id);
    },
    usedAt: (id) => lives.get(id)?.usedAt ?? 0,
    forget(id) {
      lives.delete(id);
      used.delete(id);
    },
    close: () => undefined,
    takeUsed(all) {
      const taken: [id: string, idleMs: number][] = [];
      for (const [id, life] of lives) {
        if (!all && !used.has(id) && !life.world.isInUse()) continue;
        life.toldAt = performance.now();
        taken.push([id, life.idleMs]);
      }
      used.clear();
      return taken;
    },
    async learn() {
      const found = (await connection.call('ZRANGE', keys.worlds, 0, -1, 'WITHSCORES')) as Buffer[];
      for (let index = 0; index + 1 < found.length; index += 2) {
        const life = lives.get(String(found[index]));
        if (life !== undefined) life.usedAt = Number(String(found[index + 1])) - life.idleMs;
      }
    },
  };
}
