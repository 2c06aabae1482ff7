import type { Validators } from '../document/validators.js';
import { diagnosticOf, type Validation } from './validation.js';

/** Holds values against schemas of a contract's operations, taken as they are. */
export type SchemaCheck = Pick<Validation, 'isValid' | 'firstViolation'>;

export const createSchemaCheck = ({ validatorOf }: Pick<Validators, 'validatorOf'>): SchemaCheck => ({
  isValid: (schema, value) => validatorOf(schema)(value),
  firstViolation(schema, value, path) {
    const validate = validatorOf(schema);
    if (validate(value)) return [];
    return (validate.errors ?? [])
      .slice(0, 1)
      .map((error) => diagnosticOf([...path, ...error.instancePath.split('/').slice(1)], error));
  },
});
