import { VpcepError } from './vpcep-error.js';

/** No answer arrived, or none that could be read. Whether the service acted on the request is unknown. */
export class VpcepConnectionError extends VpcepError {
  override name = 'VpcepConnectionError';

  /** The operationId of the call. */
  readonly operation: string;

  constructor(operation: string, what: string, options: ErrorOptions) {
    super(`${operation}: ${what}`, options);
    this.operation = operation;
  }
}
