/** What every error of this client is an instance of. None of them holds a token, key or signature. */
export class VpcepError extends Error {
  override name = 'VpcepError';

  /** What `JSON.stringify` shows: the message and the fields, without the stack and the cause. */
  toJSON(): Record<string, unknown> {
    return { message: this.message, ...Object.fromEntries(Object.entries(this)) };
  }
}
