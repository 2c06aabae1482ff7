import type { MockState } from '../store/state.js';
import type { Quotas, Store } from '../store/store.js';
import type { Kind, Transitions } from '../transition.js';

/**
 * How things lie in the database. What was written in another layout is not read. Keys that begin with `s/` are free for
 * named snapshots: nothing here reads or removes them.
 */
export const layout = 2;

/** The key of {@link Whole}. */
export const wholeKey = 'whole';

/** The key of the checksum over {@link Whole} and all resources. */
export const checksumKey = 'checksum';

/** What is stored once, besides the resources. Each batch of changes writes it anew. */
export interface Whole extends Required<Pick<MockState, 'accounts' | 'organizations'>> {
  counters: Store['counters'];
  quotas: Quotas;
  transitions: Transitions;
  layout: number;
  /** Tells this database from any other that may come to lie in its place. */
  id: string;
  /** How many batches were written up to this one. */
  batch: number;
  /** When it was written, in milliseconds since 1970 in UTC. */
  time: number;
  /** The time of the clock, and how far it was moved by hand, in milliseconds. */
  clock: { now: number; moved: number };
}

/** Begins the keys of all resources. */
const resourcesPrefix = 'r/';

/** The range of the keys of all resources. */
export const resourcesRange = { gte: resourcesPrefix, lt: `${resourcesPrefix}~` };

/** The range of the keys of the resources of a kind. */
export const kindRange = (kind: Kind): { gte: string; lt: string } => ({
  gte: `${resourcesPrefix}${kind}/`,
  lt: `${resourcesPrefix}${kind}/~`,
});

/** The key of a resource. An ID may be any text, even one that UTF-8 cannot hold; in quotation marks, all begin alike. */
export const resourceKey = (kind: Kind, id: string): string => `${resourcesPrefix}${kind}/${JSON.stringify(id)}`;
