import { VpcepValidationError } from '../errors/vpcep-error.js';
import type { OperationId } from '../operation-types.js';
import type { Problem } from './problem.js';

/** How many problems the message lists; the others are in `problems`. */
const maxListed = 10;

/** The arguments of a call break rules of the API. Nothing was sent. `field` is that of the first problem. */
export class VpcepArgumentsError extends VpcepValidationError {
  override name = 'VpcepArgumentsError';

  /** The operationId of the call. */
  readonly operation: OperationId;
  /** Every broken rule, at most 100; at least one. */
  readonly problems: readonly [Problem, ...Problem[]];

  constructor(operation: OperationId, problems: readonly [Problem, ...Problem[]]) {
    const [first, ...others] = problems;
    const further = others.slice(0, maxListed - 1).map(({ field, message }) => `; ${field}: ${message.en}`);
    const rest = problems.length - maxListed;
    super(first.field, `${first.message.en}${further.join('')}${rest > 0 ? `; and ${rest} more` : ''}`);
    this.operation = operation;
    this.problems = problems;
  }

  /** What `isVpcepError` counts it as. */
  [Symbol.for('vpcep')](): string {
    return 'VpcepValidationError';
  }
}
