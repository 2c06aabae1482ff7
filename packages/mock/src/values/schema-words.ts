import type { JsonSchema } from '../validators/compile-schema.js';
import type { ValueRule } from './value-rules.js';

/** A reference to a schema of the API's document. */
export const ofDocument = (name: string): JsonSchema => ({ $ref: `document#/components/schemas/${name}` });

/** A reference to a member of a schema of the API's document, with its default if it has one. */
export const ofMember = (schema: string, name: string): JsonSchema => ofDocument(`${schema}/properties/${name}`);

/** A reference to a part of the state of the mock, whose validators the build compiles. */
export const ofState = (part: PartOfState): JsonSchema => ({ $ref: `state#/${part}` });

/** The parts of the state that are checked: all of it, and members that are told alone. */
export const partsOfState = ['MockState', 'MockState/properties/transitions', 'MockState/properties/quotas'] as const;

/** One of them. */
export type PartOfState = (typeof partsOfState)[number];

/** A value that satisfies a rule of the mock's own. */
export const satisfying = (rule: ValueRule): JsonSchema => ({ satisfies: rule });
