import type { Fields } from '../fields.js';
import type { Finding } from '../problem.js';

/** The arguments of a call, as they were given: their schema is checked elsewhere, so anything may be in them. */
export interface GivenArguments {
  readonly query: Fields;
  readonly body: Fields;
}

/** A rule about several fields, which a JSON Schema cannot state. */
export type CrossFieldRule = (given: GivenArguments) => Iterable<Finding>;
