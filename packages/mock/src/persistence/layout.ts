import type { MockState } from '../store/state.js';
import type { Kind } from '../transition.js';

/** How things lie in the database. What was written in another layout is not read. */
export const layout = 1;

/** The key of {@link Whole}. */
export const wholeKey = 'whole';

/**
 * What is stored once, besides the resources. Resources are stored one by one, under keys that begin with a generation: a
 * state that takes the place of another is a generation of its own, so that no moment has something of both.
 */
export interface Whole
  extends
    Required<Pick<MockState, 'accounts' | 'counters' | 'quotas' | 'transitions'>>,
    Pick<MockState, 'organizations'> {
  layout: number;
  generation: number;
  /** How many resources there are, which tells when some are lost. */
  resources: Record<Kind, number>;
  /** The time of the clock, and how far it was moved by hand, in milliseconds. */
  clock: { now: number; moved: number };
}

/** What is stored of a resource: its place in the order of creation, and the resource. */
export interface StoredResource<T> {
  created: number;
  record: T;
}

const digits = 12;

/** Begins the keys of everything of a generation. */
export const generationKey = (generation: number): string => `g${String(generation).padStart(digits, '0')}/`;

/** Begins the keys of the resources of a kind. */
export const kindKey = (generation: number, kind: Kind): string => `${generationKey(generation)}${kind}/`;

/** The key of a resource. An ID may be any text, even one that UTF-8 cannot hold; in quotation marks, all begin alike. */
export const resourceKey = (generation: number, kind: Kind, id: string): string =>
  kindKey(generation, kind) + JSON.stringify(id);
