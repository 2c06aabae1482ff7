/** Takes secrets out of a text that came from elsewhere, such as a gateway that repeats what it was sent. */
export type Redact = (text: string) => string;

/**
 * A redaction of the credentials that a request carries. What is shorter than any real secret is left alone: it would
 * tear holes into words.
 */
export const redactionOf =
  (headers: Partial<Record<string, string>>): Redact =>
  (text) =>
    ['x-auth-token', 'x-security-token', 'authorization', 'cookie'].reduce((shown, name) => {
      const secret = headers[name] ?? '';
      return secret.length < 8 ? shown : shown.replaceAll(secret, '[secret]');
    }, text);

/**
 * A copy of an error that shows what happened and nothing else: an error of an injected `fetch` may hold the request
 * with its credentials.
 *
 * @param depth how many causes of causes are copied, for an error may be its own cause
 */
export function redactedCause(error: unknown, redact: Redact, depth = 9): Error {
  if (!(error instanceof Error)) return new Error(redact(String(error)));
  const copy = new Error(
    redact(error.message),
    error.cause === undefined || depth === 0 ? {} : { cause: redactedCause(error.cause, redact, depth - 1) },
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
