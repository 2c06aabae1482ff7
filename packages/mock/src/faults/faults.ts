import { fractionOf } from '../ids.js';
import type { Fault, FaultCount } from './fault.js';
import { inject, type InjectedFault } from './injection.js';
import { type Call, createMatcher } from './matcher.js';
import { effectOf, isOfCreations } from './script.js';

/** The faults that are set, and what became of them. */
export interface Faults {
  get(): Fault[];
  /** In the order of the faults. */
  counts(): FaultCount[];
  set(faults: readonly Fault[]): void;
  /** Sets faults that have been asked before, with their counts, in their order. */
  resume(faults: readonly Fault[], counts: readonly FaultCount[]): void;
  /** Whether any is set: then each call may be counted. */
  areSet(): boolean;
  /** What they do to the next call; undefined when none of them is for it. */
  next(call: Call): InjectedFault | undefined;
}

/** Keeps faults. What happens by chance happens the same way each time with the same seed. */
export function createFaults(seed: string): Faults {
  let all: { fault: Fault; matches: (call: Call) => boolean; count: FaultCount }[] = [];
  function set(faults: readonly Fault[], counts: readonly FaultCount[] = []): void {
    all = structuredClone(faults).map((fault, index) => {
      const isMeant = createMatcher(fault);
      const matches = isOfCreations(fault) ? (call: Call) => call.operation.creates && isMeant(call) : isMeant;
      return { fault, matches, count: { calls: 0, hits: 0, ...counts[index] } };
    });
  }
  return {
    // Who changes what was shown changes nothing here.
    get: () => structuredClone(all.map(({ fault }) => fault)),
    counts: () => structuredClone(all.map(({ count }) => count)),
    set: (faults) => {
      set(faults);
    },
    resume: set,
    areSet: () => all.length > 0,
    next(call) {
      let injected: InjectedFault | undefined;
      for (const [index, { fault, matches, count }] of all.entries()) {
        if (!matches(call)) continue;
        count.calls++;
        const chance = (what: string) => fractionOf(seed, what, index, count.calls);
        const effect = effectOf(fault, count, () => chance('fault'));
        if (effect === undefined) continue;
        count.hits++;
        injected ??= { delayMs: 0 };
        inject(injected, effect, chance);
      }
      return injected;
    },
  };
}
