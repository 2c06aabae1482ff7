import { isFields, listFindings } from '@vpcep/rules';
import type { OperationArguments, OperationId } from '../operation-types.js';
import { type CheckOptions, contractOf } from './contract.js';
import { type Problem, toProblem } from './problem.js';
import { schemaFindings } from './schema-findings.js';
import { VpcepArgumentsError } from './vpcep-arguments-error.js';

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
  const { validate, rules, codes } = contractOf(operationId, options);
  const { path = {}, query = {}, body } = isFields(args) ? args : {};
  const given = isFields(args) ? { path, query, ...(body === undefined ? {} : { body }) } : args;
  const bySchema = schemaFindings(validate, given, codes);
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
