import type { ValidateFunction } from 'ajv';
import { createAjv, type Dialect, dialectOf, draft2020, type Reader } from './dialects.js';
import { bundle, definitionsOf } from './definitions.js';

/**
 * How many validators one reader makes. It keeps all that it has made for as long as it is there, also those of schemas
 * that were needed once, such as a single rule of a later state.
 */
const maxMade = 100;

/** The validators of a document's schemas. They go with the document. */
export interface Validators {
  /**
   * What holds values against a schema, up to the first violation.
   *
   * @throws Error when the schema is none
   */
  readonly validatorOf: (schema: object) => ValidateFunction;
  /** Why a schema cannot be used; undefined when it can. */
  readonly problemOf: (schema: object) => string | undefined;
}

/** Makes validators as they are asked for, each once. */
export function createValidators(): Validators {
  const readers = new Map<Dialect, { readonly ajv: Reader; made: number }>();
  const validators = new WeakMap<object, ValidateFunction>();

  function validatorOf(schema: object): ValidateFunction {
    const known = validators.get(schema);
    if (known !== undefined) return known;
    const { $schema: name, ...rules }: Record<string, unknown> = { ...schema };
    const dialect = dialectOf(String(name)) ?? draft2020;
    let reader = readers.get(dialect);
    if (reader === undefined || reader.made >= maxMade) {
      // Unlike Prism's, it stops at the first violation. That schemas are right was found when the document was read.
      reader = { ajv: createAjv(dialect), made: 0 };
      readers.set(dialect, reader);
    }
    reader.made += 1;
    const referred = definitionsOf(schema);
    const validate = reader.ajv.compile(referred === undefined ? rules : { ...rules, [bundle]: referred });
    validators.set(schema, validate);
    return validate;
  }

  return {
    validatorOf,
    problemOf(schema) {
      try {
        validatorOf(schema);
        return undefined;
      } catch (error) {
        if (error instanceof RangeError) return 'the schemas that it refers to lead too deep into each other';
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}
