import type { ApiError } from '@vpcep/types';

/** What the mock sends back. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON; no body is sent when it is undefined. */
  body?: unknown;
}

/** An answer to a request that failed, in the API's shape. */
export function errorAnswer(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  const body: ApiError = { error_code: code, error_msg: message };
  return { status, headers, body };
}
