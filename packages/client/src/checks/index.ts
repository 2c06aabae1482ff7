export { assertArguments, checkArguments } from './check-arguments.js';
export type { Path, Problem } from './problem.js';
export { requestSchemas, requestSchemasIn, type OperationWithBody, type RequestSchemas } from './request-schemas.js';
export type { Rule, RuleParams } from './rules/params.js';
export type { Repetition } from './schema-rules.js';
export type { StandardResult, StandardSchema } from './standard-schema.js';
export type { Language, Text } from './text.js';
export { VpcepArgumentsError } from './vpcep-arguments-error.js';
