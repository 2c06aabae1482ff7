import { VpcepCallError, type CallErrorOptions } from './vpcep-call-error.js';

/** What an answer with another status than 2xx says. */
export interface Refusal {
  status: number;
  code: string | undefined;
  message: string;
  requestId: string | undefined;
  remedy: { readonly en: string; readonly 'zh-CN': string } | undefined;
}

/** The service, or something between it and the caller, answered with another status than 2xx. */
export class VpcepHttpError extends VpcepCallError {
  override name = 'VpcepHttpError';

  /** The HTTP status of the answer. */
  readonly status: number;
  /** The API's error code; undefined when the answer did not come from the API, such as a proxy's HTML page. */
  readonly code: string | undefined;
  /** What the service says, in English (`error_msg`), or what came in place of an answer of the API. */
  readonly reason: string;
  /** The ID under which the gateway knows the request (`X-Request-Id`); support asks for it. */
  readonly requestId: string | undefined;
  /** What to do, in English and Chinese; undefined unless the client was given the error catalogue. */
  readonly remedy: Refusal['remedy'];

  constructor(operation: string, { status, code, message, requestId, remedy }: Refusal, options?: CallErrorOptions) {
    super(
      operation,
      `${status}${code === undefined ? '' : ` ${code}`}: ${message}${remedy ? ` (${remedy.en})` : ''}`,
      options,
    );
    this.status = status;
    this.code = code;
    this.reason = message;
    this.requestId = requestId;
    this.remedy = remedy;
  }
}
