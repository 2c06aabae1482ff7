import type { IPrismDiagnostic } from '@stoplight/prism-core';
import { DiagnosticSeverity } from '@stoplight/types';
import type { JSONSchema7 } from 'json-schema';
import type { Validators } from '../document/validators.js';

/** Holds values against schemas of a contract's operations, taken as they are. */
export interface SchemaCheck {
  readonly isValid: (schema: JSONSchema7, value: unknown) => boolean;
  /** The first rule that a value breaks, as a list of one, or of none when it is valid. */
  readonly firstViolation: (schema: JSONSchema7, value: unknown, path: string[]) => IPrismDiagnostic[];
}

export const createSchemaCheck = ({ validatorOf }: Pick<Validators, 'validatorOf'>): SchemaCheck => ({
  isValid: (schema, value) => validatorOf(schema)(value),
  firstViolation(schema, value, path) {
    const validate = validatorOf(schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).slice(0, 1).map(({ keyword, message = '', instancePath, params }) => ({
      path: [...path, ...instancePath.split('/').slice(1)],
      code: keyword,
      message:
        keyword === 'additionalProperties'
          ? `must NOT have additional properties; found '${String(params['additionalProperty'])}'`
          : message,
      severity: DiagnosticSeverity.Error,
    }));
  },
});
