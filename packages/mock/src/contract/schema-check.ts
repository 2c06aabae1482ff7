import type { IPrismDiagnostic } from '@stoplight/prism-core';
import { DiagnosticSeverity } from '@stoplight/types';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JSONSchema7 } from 'json-schema';

// Unlike Prism's, it stops at the first violation.
const ajv = new Ajv2020({ strict: false, allowUnionTypes: true, logger: false });
addFormats.default(ajv);

const compiled = new WeakMap<JSONSchema7, ValidateFunction>();

function validatorOf(schema: JSONSchema7): ValidateFunction {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    const { $schema: _, ...rules }: Record<string, unknown> = { ...schema };
    validate = ajv.compile(rules);
    compiled.set(schema, validate);
  }
  return validate;
}

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
