import * as codeOfKind from '../generated/code-of-kind.js';
import { VpcepCallError, type FailedCall } from './call-errors.js';

/** What an answer with another status than 2xx says. */
export interface ErrorResponse {
  status: number;
  code: string | undefined;
  message: string;
  requestId: string | undefined;
  headers: Headers;
  remedy: { readonly en: string; readonly 'zh-CN': string } | undefined;
}

/** The service, or something between it and the caller, answered with another status than 2xx. */
export class VpcepHttpError extends VpcepCallError {
  override name = 'VpcepHttpError';

  /** The HTTP status of the answer. */
  declare readonly status: number;
  /** The API's error code; undefined when the answer did not come from the API, such as a proxy's HTML page. */
  declare readonly code: string | undefined;
  /** What the service says, in English (`error_msg`), or what came in place of an answer of the API. */
  declare readonly reason: string;
  /** The ID under which the gateway knows the request (`X-Request-Id`, or `request_id` of the body); support asks for it. */
  declare readonly requestId: string | undefined;
  /** What to do, in English and Chinese; undefined unless the client was given the error catalogue. */
  declare readonly remedy: ErrorResponse['remedy'];
  /** The headers of the answer. Neither `JSON.stringify` nor the console shows them. */
  declare readonly headers: Headers;

  constructor(call: FailedCall, { status, code, message, requestId, remedy, headers }: ErrorResponse) {
    super(call, `${status}${code === undefined ? '' : ` ${code}`}: ${message}${remedy ? ` (${remedy.en})` : ''}`, {
      status,
      code,
      reason: message,
      requestId,
      remedy,
    });
    Object.defineProperty(this, 'headers', { value: headers });
  }
}

/** Status 401: the credentials are missing, wrong or expired. */
export class VpcepAuthenticationError extends VpcepHttpError {
  override name = 'VpcepAuthenticationError';
}

/** Status 403: the credentials do not allow this call. */
export class VpcepPermissionError extends VpcepHttpError {
  override name = 'VpcepPermissionError';
}

/** Status 404: what the call is about is not there, or belongs to another project. */
export class VpcepNotFoundError extends VpcepHttpError {
  override name = 'VpcepNotFoundError';
}

/** Too many requests: status 429, or the code `EndPoint.0022`. Nothing was done. */
export class VpcepThrottlingError extends VpcepHttpError {
  override name = 'VpcepThrottlingError';
}

/** Status 5xx: the service, or something before it, failed. `outcome` tells whether it may have acted. */
export class VpcepServerError extends VpcepHttpError {
  override name = 'VpcepServerError';
}

const classByStatus: Readonly<Partial<Record<number, typeof VpcepHttpError>>> = {
  401: VpcepAuthenticationError,
  403: VpcepPermissionError,
  404: VpcepNotFoundError,
};

/** Whether an answer says that too many requests were sent, so that nothing was done. */
const isThrottling = (status: number, code: string | undefined): boolean =>
  status === 429 || code === codeOfKind.throttling;

/** Whether the service may have done what it answers so; `retryAfterMs` is what the answer asks to wait. */
export const mayHaveBeenDone = (status: number, code: string | undefined, retryAfterMs: number | undefined): boolean =>
  status >= 500 && !isThrottling(status, code) && !(status === 503 && retryAfterMs !== undefined);

/** The error whose class fits the answer. */
export function httpError(call: FailedCall, response: ErrorResponse): VpcepHttpError {
  const { status, code } = response;
  const fallback = status >= 500 ? VpcepServerError : VpcepHttpError;
  const ErrorClass = isThrottling(status, code) ? VpcepThrottlingError : (classByStatus[status] ?? fallback);
  return new ErrorClass(call, response);
}
