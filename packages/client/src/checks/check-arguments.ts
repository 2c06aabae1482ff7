import { isFields, listFindings } from '@vpcep/rules';
import { laterRules, rulesByOperation } from '../generated/rules-by-operation.js';
import * as validators from '../generated/validators.js';
import { VpcepValidationError } from '../errors/vpcep-error.js';
import type { OperationArguments, OperationId } from '../operation-types.js';
import { type CheckOptions, stateOf } from './check-options.js';
import { type Problem, toProblem } from './problem.js';
import { schemaFindings, type Validator } from './schema-findings.js';
import { VpcepArgumentsError } from './vpcep-arguments-error.js';

const validatorsByOperation: Readonly<Record<OperationId, Validator>> = validators;

/**
 * Holds the arguments of a call against the rules of the API, before anything is sent: the document's schemas for path,
 * query and body, and its rules about several fields. `path.project_id` may be left out, as in a call.
 *
 * What the service alone can know, such as whether a port is taken by another service, is not checked.
 *
 * @param operationId the operation, such as `createEndpointService`
 * @param args what its method is called with; options of the call are not looked at
 * @param options by which state of the API; without one, by tables 1 to 7
 * @returns what is wrong, one problem for each value and at most 100; none when the call may be made
 * @throws VpcepValidationError when there is no such operation or state
 */
export function checkArguments(operationId: OperationId, args: unknown = {}, options: CheckOptions = {}): Problem[] {
  if (!Object.hasOwn(validatorsByOperation, operationId)) {
    throw new VpcepValidationError('operationId', 'must be the operationId of a call, such as createEndpointService');
  }
  const asOf = stateOf(options);
  const { rules, codes } = (asOf && laterRules[asOf][operationId]) ?? rulesByOperation[operationId];
  const { path = {}, query = {}, body } = isFields(args) ? args : {};
  const given = isFields(args) ? { path, query, ...(body === undefined ? {} : { body }) } : args;
  const bySchema = schemaFindings(validatorsByOperation[operationId], given, codes, asOf);
  return listFindings(bySchema, rules, given).map(toProblem);
}

/**
 * Does the same as {@link checkArguments}, and throws what it finds. Afterwards the compiler knows that the arguments
 * are those of the operation.
 *
 * @throws VpcepArgumentsError with all `problems`, when the arguments break a rule
 * @throws VpcepValidationError when there is no such operation or state
 */
export function assertArguments<Id extends OperationId>(
  operationId: Id,
  args: unknown = {},
  options: CheckOptions = {},
): asserts args is OperationArguments<Id> {
  const problems = checkArguments(operationId, args, options);
  const [first] = problems;
  if (first !== undefined) throw new VpcepArgumentsError(operationId, [first, ...problems.slice(1)]);
}
