import type { Document, Schema } from '@vpcep/openapi/reader';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

// Strictness is for who writes the document; it is held to that where it is built.
const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);

const compiled = new WeakMap<Schema, ValidateFunction>();

function validatorOf(document: Document, schema: Schema): ValidateFunction {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile({ ...schema, components: document.components });
    compiled.set(schema, validate);
  }
  return validate;
}

/** Those that only say that something within them is wrong. */
const combining = ['allOf', 'anyOf', 'oneOf', 'if'];

/** The rules of its schema that a value breaks; unknown members are no matter of this. */
export function brokenRules(document: Document, schema: Schema, value: unknown): ErrorObject[] {
  const validate = validatorOf(document, schema);
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'additionalProperties');
  const telling = errors.filter(({ keyword }) => !combining.includes(keyword));
  // Of several schemas that would do, each says what is wrong; the combination itself is told only where none does.
  return errors.filter(
    (error) => telling.includes(error) || !telling.some((other) => other.instancePath.startsWith(error.instancePath)),
  );
}
