/** The value that a text of JSON says, or undefined when it is none: it may be the page of a proxy. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What the body of an error response says. */
export interface ErrorTold {
  code: string | undefined;
  message: string;
  /** The ID of the request, which the gateway repeats in its bodies. */
  requestId?: string | undefined;
}

const isText = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/**
 * Reads the body of an error response in both forms that are documented: `{ error_code, error_msg }` and
 * `{ error: { code, message } }`. Anything else came from something before the service.
 */
export function parseErrorBody(response: Response, text: string): ErrorTold {
  const body = parseJson(text);
  if (isRecord(body)) {
    const { error_code, error_msg, error, request_id } = body;
    if (isText(error_code)) return errorBody(error_code, error_msg, request_id);
    if (isRecord(error) && isText(error['code'])) return errorBody(error['code'], error['message'], request_id);
  }
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    return { code: undefined, message: 'the answer is a redirect, which is not followed' };
  }
  const what = text === '' ? 'empty' : (response.headers.get('Content-Type') ?? 'of no type');
  return { code: undefined, message: `the answer did not come from the API: its body is ${what}` };
}

function errorBody(code: string | number, message: unknown, id: unknown): ErrorTold {
  return {
    code: String(code),
    message: isText(message) && message !== '' ? String(message) : 'no message',
    requestId: isText(id) ? String(id) : undefined,
  };
}
