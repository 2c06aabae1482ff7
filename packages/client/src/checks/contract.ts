import { isFields, type OperationRules } from '@vpcep/rules';
import type { ErrorCode } from '../generated/error-code.js';
import { contracts, laterContracts, type LaterState } from '../generated/contracts.js';
import { VpcepValidationError } from '../errors/vpcep-error.js';
import type { OperationId } from '../operation-types.js';
import type { Validator } from './schema-findings.js';

/** What the arguments of an operation are held to. */
export interface Contract extends OperationRules<ErrorCode> {
  readonly validate: Validator;
}

/** By which rules arguments are checked. */
export interface CheckOptions {
  /**
   * The state of the API: its rules of a month where later releases contradict tables 1 to 7 of the reference. As of
   * `2026-08` a resource may have 20 tags with longer keys and values, for example.
   *
   * @default the tables
   */
  readonly asOf?: LaterState | undefined;
}

/**
 * What an operation is held to.
 *
 * @throws VpcepValidationError when there is no such operation, or no such state.
 */
export function contractOf(operationId: OperationId, options: CheckOptions): Contract {
  if (!Object.hasOwn(contracts, operationId)) {
    throw new VpcepValidationError('operationId', 'must be the operationId of a call, such as createEndpointService');
  }
  const { asOf }: CheckOptions = isFields(options) ? options : {};
  if (asOf === undefined) return contracts[operationId];
  if (!Object.hasOwn(laterContracts, asOf)) {
    throw new VpcepValidationError('asOf', `must be ${Object.keys(laterContracts).join(' or ')}, or left out`);
  }
  return laterContracts[asOf][operationId] ?? contracts[operationId];
}
