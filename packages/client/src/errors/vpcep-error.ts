/** What an error comes from: the language's own `ErrorOptions`, which its libraries before ES2022 do not have. */
export interface Caused {
  cause?: unknown;
}

/** What every error of this client is an instance of. None of them holds a token, key or signature. */
export class VpcepError extends Error {
  override name = 'VpcepError';

  /**
   * Marks the errors of every copy of this package, for `isVpcepError`. A class that `isVpcepError` has no name for says
   * which one it counts as.
   */
  [Symbol.for('vpcep')](): string | undefined {
    return undefined;
  }

  /** What `JSON.stringify` shows: the message and the fields, without the stack and the cause. */
  toJSON(): Record<string, unknown> {
    return Object.assign<Record<string, unknown>, this>({ message: this.message }, this);
  }
}

/** An option or argument breaks a rule of the client. Nothing was sent. */
export class VpcepValidationError extends VpcepError {
  override name = 'VpcepValidationError';

  /** Which option or argument it is, such as `projectId` or `path.vpc_endpoint_service_id`. */
  readonly field: string;

  constructor(field: string, rule: string, options?: Caused) {
    super(`${field}: ${rule}`, options);
    this.field = field;
  }
}
