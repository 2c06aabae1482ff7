import type { IPrismDiagnostic } from '@stoplight/prism-core';
import { DiagnosticSeverity } from '@stoplight/types';
import type { JSONSchema7 } from 'json-schema';
import { validatorOf } from '../document/validators.js';

/** Whether a value is valid against a schema of an operation, taken as it is. */
export const isValid = (schema: JSONSchema7, value: unknown): boolean => validatorOf(schema)(value);

/** The first rule that a value breaks, as a list of one, or of none when it is valid. */
export function firstViolation(schema: JSONSchema7, value: unknown, path: string[]): IPrismDiagnostic[] {
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
}
