import { compileSchema, type JsonSchema, type Keywords } from './compile-schema.js';
import * as keywords from './keywords.js';
import type { Validator } from './validator.js';

/** What schemas that are composed while the mock runs may have beside the keywords of JSON Schema. */
export interface Own {
  /** What a reference stands for. */
  readonly referred: (reference: string) => Validator;
  /** The keyword `satisfies`. */
  readonly satisfying: Keywords<Validator>['satisfying'];
}

const fail = (name: string): never => {
  throw new Error(`there is no validator for ${name}`);
};
const nothing: Own = { referred: fail, satisfying: fail };

/**
 * Composes a validator of a schema that is no part of the document. Functions are put together; none is made of text, which a
 * page may forbid.
 *
 * @throws Error when the schema has a keyword that there is none for.
 */
export function composeValidator(schema: JsonSchema, { referred, satisfying }: Own = nothing): Validator {
  const inner = (part: JsonSchema): Validator =>
    compileSchema<Validator>(part, { keywords: { ...keywords, satisfying }, inner, referred });
  return inner(schema);
}
