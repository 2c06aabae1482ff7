import type { Answer } from '../answer.js';

/** The bytes of a body, or the answer to one that could not be read. */
export type ReadBytes = { readonly bytes: Uint8Array } | { readonly errorResponse: Answer };

/** A request as it arrived, before anything was decoded, whatever brought it. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, or a whole URL as clients of proxies send it. */
  readonly target: string;
  /** Scheme and host that it was sent to, such as `http://127.0.0.1:4010`: links in its answer begin so. */
  readonly origin: string;
  /** By their names in lower case; several of one name are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The names of headers as they were sent. */
  readonly headerNames: () => readonly string[];
  /** Reads the body, once: up to so many bytes, or as many as the service takes. */
  readonly bytes: (limit?: number) => Promise<ReadBytes>;
  /** Is aborted when nobody waits for the answer any more, since the mock ends. */
  readonly ending: AbortSignal;
}
