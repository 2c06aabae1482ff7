import type { Middleware } from 'openapi-fetch';

/** An answer that says that a call of the plain client failed. */
export class FailedAnswer extends Error {
  override readonly name = 'FailedAnswer';
  readonly status: number;
  readonly code: string | undefined;
  readonly reason: string;
  readonly requestId: string | undefined;

  constructor({ status, headers }: Response, text: string) {
    const { error_code: code, error_msg: reason, request_id: inBody } = membersOf(text);
    super(`the answer has status ${status}`);
    this.status = status;
    this.code = typeof code === 'string' ? code : undefined;
    this.reason = typeof reason === 'string' ? reason : '';
    this.requestId = headers.get('X-Request-Id') ?? (typeof inBody === 'string' ? inBody : undefined);
  }
}

/** No answer came to a call of the plain client. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * Has calls of the plain client throw what the methods' failures are told by as well. Its own `error` is the body alone,
 * without the status.
 */
export const throwFailures: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw new FailedAnswer(response, await response.text());
  },
  // That is all that fetch tells by a TypeError.
  onError: ({ error }) => (error instanceof TypeError ? new NoAnswer(error.message, { cause: error }) : undefined),
};

function membersOf(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' ? { ...body } : {};
  } catch {
    return {};
  }
}
