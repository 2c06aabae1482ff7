/** A world whose time may end. */
export interface Mortal {
  /** Whether something uses it at present. */
  isInUse(): boolean;
  /** Removes it. */
  end(): void;
}

/** How long worlds are there: until nobody has used them for their idle time. */
export interface Lifetimes {
  /** An ID for a new world, which nobody can guess: who is given one world shall not find another. */
  newId(): string;
  /** The present, in milliseconds since 1970 in UTC. */
  now(): number;
  /** Has a world end once it was not used for so many milliseconds. */
  begin(id: string, idleMs: number, world: Mortal): void;
  /** Notes that a world is used. */
  use(id: string): void;
  /** When a world was used last, in milliseconds since 1970 in UTC. */
  usedAt(id: string): number;
  /** Knows nothing of a world any more. */
  forget(id: string): void;
  /** Lets no world end any more. */
  close(): void;
}

/** A world, with when it was used last by the clock that never goes back, for measuring; and by that of the machine, for people. */
interface Life {
  at: number;
  time: number;
  timer: ReturnType<typeof setTimeout>;
}

/** Lifetimes by the clock of the machine. */
export function createLifetimes(): Lifetimes {
  const lives = new Map<string, Life>();

  function use(id: string): void {
    const life = lives.get(id);
    if (life === undefined) return;
    life.at = performance.now();
    life.time = Date.now();
  }
  /** Looks again when a world might have expired: what uses it, which happens often, need not set a timer. */
  function endLater(id: string, idleMs: number, leftMs: number, world: Mortal): ReturnType<typeof setTimeout> {
    const timer: number | NodeJS.Timeout = setTimeout(() => {
      const life = lives.get(id);
      if (life === undefined) return;
      if (world.isInUse()) use(id);
      const left = life.at + idleMs - performance.now();
      if (left <= 0) world.end();
      else life.timer = endLater(id, idleMs, left, world);
    }, leftMs);
    // A program that is done need not wait for that. In a browser, a timer is a number.
    if (typeof timer === 'object') timer.unref();
    return timer;
  }

  return {
    newId: unguessableId,
    now: Date.now,
    begin(id, idleMs, world) {
      lives.set(id, { at: performance.now(), time: Date.now(), timer: endLater(id, idleMs, idleMs, world) });
    },
    use,
    usedAt: (id) => lives.get(id)?.time ?? 0,
    forget(id) {
      clearTimeout(lives.get(id)?.timer);
      lives.delete(id);
    },
    close() {
      for (const { timer } of lives.values()) clearTimeout(timer);
    },
  };
}

/** 128 bits of chance, in hexadecimal. */
export const unguessableId = (): string =>
  Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
