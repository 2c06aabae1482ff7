/** What a request is sent with: what every declaration of `fetch` takes. */
export interface FetchInit {
  method: string;
  /** By their names in lower case. */
  headers: Record<string, string>;
  /** JSON, where the request has a body. */
  body?: string;
  /** Redirected to another host, a request would take its credentials along. */
  redirect: 'manual';
  signal: AbortSignal;
  /** What is asked for changes without notice. */
  cache?: 'no-store';
}

/** An answer: a `Response`, of whose members these are declared alike by browsers, Node and undici. */
export interface FetchResponse extends Pick<
  Response,
  'arrayBuffer' | 'json' | 'ok' | 'redirected' | 'status' | 'statusText' | 'text' | 'type' | 'url'
> {
  readonly headers: Pick<Headers, 'get' | 'has'>;
  clone(): FetchResponse;
}

/**
 * Sends a request: `globalThis.fetch`, undici's, or something with the same manners. What it resolves with has to be a
 * `Response`, also where it is declared elsewhere than that of the platform.
 */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** The same, as the platform declares it: with the `Response` that it is. */
export type PlatformFetch = (url: string, init: FetchInit) => Promise<Response>;
