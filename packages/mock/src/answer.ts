import type { ApiError } from '@vpcep/types';
import { errorCatalogue } from './generated/error-catalogue.js';

/** What the mock sends back. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON; no body is sent when it is undefined. */
  body?: unknown;
}

/** The service's answer to a request that failed: status and message of the catalogue, and what is wrong here. */
export function serviceError(code: keyof typeof errorCatalogue, detail: string): Answer {
  const { status, message } = errorCatalogue[code];
  return errorAnswer(status, code, `${message} ${detail}`);
}

/** An answer to a request that failed, in the API's shape. Errors of the service itself are in the catalogue. */
export function errorAnswer(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  const body: ApiError = { error_code: code, error_msg: message };
  return { status, headers, body };
}
