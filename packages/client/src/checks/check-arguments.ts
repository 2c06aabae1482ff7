import * as validators from '../generated/validators.js';
import type { OperationArguments, OperationId } from '../operation-types.js';
import { VpcepValidationError } from '../errors/vpcep-error.js';
import { fieldName } from './field-name.js';
import { fieldsOf, isFields } from './fields.js';
import { mostProblems } from './most-problems.js';
import { type Finding, type Path, type Problem, toProblem } from './problem.js';
import { crossFieldRules } from './rules/by-operation.js';
import { schemaFindings } from './schema-findings.js';
import type { Validator } from './schema-rules.js';
import { VpcepArgumentsError } from './vpcep-arguments-error.js';

const validatorsByOperation: Readonly<Record<OperationId, Validator>> = validators;

/**
 * Holds the arguments of a call against the rules of the API, before anything is sent: the document's schemas for path,
 * query and body, and the rules about several fields that the reference states in words. `path.project_id` may be left
 * out, as in a call.
 *
 * What the service alone can know, such as whether a port is taken by another service, is not checked.
 *
 * @param operationId the operation, such as `createEndpointService`
 * @param args what its method is called with; options of the call are not looked at
 * @returns what is wrong, one problem for each value and at most 100; none when the call may be made
 * @throws VpcepValidationError when there is no such operation
 */
export function checkArguments(operationId: OperationId, args: unknown = {}): Problem[] {
  if (!Object.hasOwn(validatorsByOperation, operationId)) {
    throw new VpcepValidationError('operationId', 'must be the operationId of a call, such as createEndpointService');
  }
  const { path = {}, query = {}, body } = fieldsOf(args);
  const given = isFields(args) ? { path, query, ...(body === undefined ? {} : { body }) } : args;
  const bySchema = schemaFindings(validatorsByOperation[operationId], given);
  const tooLong = bySchema.filter(({ rule }) => rule === 'maxItems').map((finding) => finding.path);

  const byRules: Finding[] = [];
  for (const rule of crossFieldRules[operationId] ?? []) {
    for (const finding of rule({ query: fieldsOf(query), body: fieldsOf(body) })) {
      // What is wrong inside of a list that is too long only distracts.
      if (tooLong.some((list) => startsWith(finding.path, list))) continue;
      if (byRules.push(finding) >= mostProblems) break;
    }
  }
  // One problem for each value: a rule about several fields says more than that items must differ, and a wrong type more
  // than that the value is none of those allowed.
  const told = new Set(byRules.map(({ path }) => fieldName(path)));
  const firstOfEach = bySchema.filter(({ path }) => {
    const field = fieldName(path);
    return !told.has(field) && told.add(field);
  });
  return [...firstOfEach, ...byRules].slice(0, mostProblems).map(toProblem);
}

/**
 * Does the same as {@link checkArguments}, and throws what it finds. Afterwards the compiler knows that the arguments
 * are those of the operation.
 *
 * @throws VpcepArgumentsError with all `problems`, when the arguments break a rule
 * @throws VpcepValidationError when there is no such operation
 */
export function assertArguments<Id extends OperationId>(
  operationId: Id,
  args: unknown = {},
): asserts args is OperationArguments<Id> {
  const problems = checkArguments(operationId, args);
  const [first] = problems;
  if (first !== undefined) throw new VpcepArgumentsError(operationId, [first, ...problems.slice(1)]);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((segment, index) => segment === path[index]);
}
