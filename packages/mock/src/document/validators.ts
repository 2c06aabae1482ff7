import type { Ajv, ValidateFunction } from 'ajv';
import { createAjv, type Dialect, dialectOf, draft2020 } from './dialects.js';
import { bundle } from './recursion.js';

/**
 * How many validators one reader makes. It keeps all that it has made for as long as it is there, so that a mock whose
 * document changes all the time needs a new one now and then; what it costs to make one is shared by so many.
 */
const maxMade = 100;

const readers = new Map<Dialect, { readonly ajv: Ajv; made: number }>();
const validators = new WeakMap<object, ValidateFunction>();
const definitions = new WeakMap<object, object>();

/** Says what the references of a schema to `#/__bundled__/…` refer to. */
export function define(schema: object, referred: object): void {
  definitions.set(schema, referred);
}

/**
 * What holds values against a schema, up to the first violation. It goes with the schema.
 *
 * @throws Error when the schema is none
 */
export function validatorOf(schema: object): ValidateFunction {
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
  const referred = definitions.get(schema);
  const validate = reader.ajv.compile(referred === undefined ? rules : { ...rules, [bundle]: referred });
  validators.set(schema, validate);
  return validate;
}

/** Why a schema cannot be used; undefined when it can. */
export function problemOf(schema: object): string | undefined {
  try {
    validatorOf(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
