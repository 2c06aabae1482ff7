export type { Language, Path, Repetition, RuleName as Rule, RuleParams, Text } from '@vpcep/rules';
export type { ErrorCode } from '../generated/error-code.js';
export type { LaterState } from '../generated/rules-by-operation.js';
export { assertArguments, checkArguments } from './check-arguments.js';
export type { CheckOptions } from './check-options.js';
export type { Problem } from './problem.js';
export { requestSchemas, requestSchemasIn, type OperationWithBody, type RequestSchemas } from './request-schemas.js';
export type { StandardResult, StandardSchema } from './standard-schema.js';
export { VpcepArgumentsError } from './vpcep-arguments-error.js';
