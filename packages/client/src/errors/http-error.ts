import { VpcepAuthenticationError } from './vpcep-authentication-error.js';
import type { CallErrorOptions } from './vpcep-call-error.js';
import { VpcepHttpError, type Refusal } from './vpcep-http-error.js';
import { VpcepNotFoundError } from './vpcep-not-found-error.js';
import { VpcepPermissionError } from './vpcep-permission-error.js';
import { VpcepServerError } from './vpcep-server-error.js';
import { VpcepThrottlingError } from './vpcep-throttling-error.js';

/** The error whose class fits the answer. */
export function httpError(operation: string, refusal: Refusal, options: CallErrorOptions): VpcepHttpError {
  const { status, code } = refusal;
  const ErrorClass =
    status === 429 || code === 'EndPoint.0022'
      ? VpcepThrottlingError
      : status === 401
        ? VpcepAuthenticationError
        : status === 403
          ? VpcepPermissionError
          : status === 404
            ? VpcepNotFoundError
            : status >= 500
              ? VpcepServerError
              : VpcepHttpError;
  return new ErrorClass(operation, refusal, options);
}
