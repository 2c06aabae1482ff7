import type { ErrorBody } from '@vpcep/types';
import { errorCatalogue, gatewayCodeOfKind, gatewayCodes } from './generated/error-catalogue.js';

/** What the mock sends back. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON; no body is sent when it is undefined. */
  body?: unknown;
  /** Lines for the log alone. */
  explanation?: string[];
}

/** A code of the error catalogue: of the service, or of the gateway before it. */
export type ErrorCode = keyof typeof errorCatalogue;

/** Whether a text is a code of the error catalogue. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code);

/** What is said about an error, whatever the case. */
export const messageOf = (code: ErrorCode): string => errorCatalogue[code].message;

/** The answer to a request that failed, by its code: status and message of the catalogue, and what is wrong here. */
export function serviceError(code: ErrorCode, detail: string): Answer {
  const { status, message } = errorCatalogue[code];
  return errorAnswer(status, code, `${message} ${detail}`);
}

/** The code that the gateway answers with for a status. */
export const gatewayCode = (status: number): ErrorCode => gatewayCodes[status] ?? gatewayCodeOfKind.request;

/** The answer of the gateway to a request that does not get to the service. */
export function gatewayError(status: number, detail: string, headers?: Record<string, string>): Answer {
  const code = gatewayCode(status);
  return errorAnswer(status, code, `${messageOf(code)} ${detail}`, headers);
}

/** The same as {@link serviceError} for a code that a document names, which need not be in the catalogue. */
export const errorOfCode = (code: string, detail: string): Answer =>
  isErrorCode(code) ? serviceError(code, detail) : errorAnswer(400, code, detail);

/** An answer to a request that failed, in the API's shape. */
export function errorAnswer(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  const body: ErrorBody = { error_code: code, error_msg: message };
  return { status, headers, body };
}
