import { VpcepError } from './vpcep-error.js';

/** The service, or something between it and the caller, answered with another status than 2xx. */
export class VpcepHttpError extends VpcepError {
  override name = 'VpcepHttpError';

  /** The operationId of the call. */
  readonly operation: string;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The API's `error_code`; undefined when the answer did not come from the API, such as a proxy's HTML page. */
  readonly code: string | undefined;
  /** The ID under which the gateway knows the request (`X-Request-Id`); support asks for it. */
  readonly requestId: string | undefined;

  constructor(operation: string, response: Response, code: string | undefined, message: string) {
    super(`${operation}: ${response.status}${code === undefined ? '' : ` ${code}`}: ${message}`);
    this.operation = operation;
    this.status = response.status;
    this.code = code;
    this.requestId = response.headers.get('X-Request-Id') ?? undefined;
  }
}
