/** A request as it is about to be sent. Authentication adds headers to it. */
export interface UnsignedRequest {
  method: string;
  url: string;
  headers: Headers;
  body?: string | undefined;
}

/** What authenticates requests. */
export interface Authenticator {
  /** Adds the headers that authenticate the request. */
  authenticate(request: UnsignedRequest): Promise<void>;
  /**
   * Looks at a refusal, and mends what it can, such as a clock that is wrong or a token that has expired. Names what it
   * mended: the call is tried again, once for each thing that can be mended.
   */
  mend?(refusal: { status: number; code: string | undefined; message: string; response: Response }): string | undefined;
}

/** Whether the caller gave the request credentials of its own. They win over the client's. */
export function isAuthenticated(headers: Headers): boolean {
  return headers.has('X-Auth-Token') || headers.has('Authorization');
}
