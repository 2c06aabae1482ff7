import type { LaterState } from '../generated/document.js';
import { referred, referredLater } from '../generated/validators.js';
import type { JsonSchema } from '../validators/compile-schema.js';
import { composeValidator } from '../validators/compose.js';
import { type Problem, problemsOf, type Validator } from '../validators/validator.js';
import { shownText } from '../shown/shown-value.js';
import { ControlError } from './control-error.js';
import { satisfying } from './satisfying.js';

/** How many problems are so many that only the first is told, and no more are looked for: a million wrong items would be a million. */
const tooMany = 100;
/** How many of them are told. */
const maxTold = 10;

function describe({ path, keyword, message, params }: Problem): string {
  const where = path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : `${name}.${shownText(part)}`),
    'body',
  );
  if (keyword === 'required') return `${where}.${String(params['missingProperty'])} is missing`;
  if (keyword === 'additionalProperties') {
    return `${where}.${shownText(String(params['additionalProperty']))} is not known`;
  }
  if (keyword === 'propertyNames') return `${where} may not have ${shownText(String(params['propertyName']))}`;
  if (keyword === 'enum') return `${where} must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
  return `${where} ${message}`;
}

/** Composes the validator of a schema, which may refer to the state of the mock. */
const validatorOf = (schema: JsonSchema, asOf: LaterState | undefined): Validator =>
  composeValidator(schema, {
    satisfying,
    referred(reference) {
      const validate = (asOf && referredLater[asOf][reference]) ?? referred[reference];
      if (validate === undefined) throw new Error(`there is no validator for ${reference}`);
      return validate;
    },
  });

/** Makes a check of values against a schema, which tells what is wrong with one by throwing; by tables 1 to 7, or a later state. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Only the caller knows the schema's type.
export function createCheck<T>(schema: JsonSchema): (value: unknown, asOf?: LaterState) => T {
  const composed = new Map<LaterState | undefined, Validator>();
  return (value, asOf) => {
    const validate = composed.get(asOf) ?? validatorOf(schema, asOf);
    composed.set(asOf, validate);
    const found = problemsOf(validate, value, tooMany);
    const problems = [...new Set((found.length < tooMany ? found : found.slice(0, 1)).map(describe))];
    if (problems.length === 0) return value as T;
    throw new ControlError(`${problems.slice(0, maxTold).join('; ')}${problems.length > maxTold ? '; and more' : ''}.`);
  };
}
