import type { SchemaObject } from 'ajv/dist/2020.js';
import type { ValueRule } from './value-rules.js';

/** A reference to a schema of the API's document. */
export const ofDocument = (name: string): SchemaObject => ({ $ref: `document#/components/schemas/${name}` });

/** A reference to a member of a schema of the API's document, with its default if it has one. */
export const ofMember = (schema: string, name: string): SchemaObject => ofDocument(`${schema}/properties/${name}`);

/** A value that satisfies a rule of the mock's own. */
export const satisfying = (rule: ValueRule): SchemaObject => ({ satisfies: rule });
