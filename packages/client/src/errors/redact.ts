/** Takes secrets out of a text that came from elsewhere, such as a gateway that repeats what it was sent. */
export type Redact = (text: string) => string;

/** A redaction of the credentials that a request carries. */
export function redactionOf(headers: Record<string, string>): Redact {
  const secrets = ['x-auth-token', 'x-security-token', 'authorization'].flatMap((name) => headers[name] ?? []);
  return (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '[secret]'), text);
}

/**
 * A copy of an error that shows what happened and nothing else: an error of an injected `fetch` may hold the request
 * with its credentials.
 */
export function redactedCause(error: unknown, redact: Redact): Error {
  if (!(error instanceof Error)) return new Error(redact(String(error)));
  const copy = new Error(
    redact(error.message),
    error.cause === undefined ? {} : { cause: redactedCause(error.cause, redact) },
  );
  copy.name = error.name;
  if (error.stack !== undefined) copy.stack = redact(error.stack);
  const code = codeOf(error);
  return code === undefined ? copy : Object.assign(copy, { code });
}

/** The code of a system error, such as `ECONNREFUSED`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
