import { VpcepError } from './vpcep-error.js';

/** An option or argument breaks a rule of the client. Nothing was sent. */
export class VpcepValidationError extends VpcepError {
  override name = 'VpcepValidationError';

  /** Which option or argument it is, such as `projectId` or `path.vpc_endpoint_service_id`. */
  readonly field: string;

  constructor(field: string, rule: string, options?: ErrorOptions) {
    super(`${field}: ${rule}`, options);
    this.field = field;
  }
}
