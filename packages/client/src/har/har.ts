/** What was sent and answered, as an HTTP Archive (HAR) 1.2: browsers' developer tools open it. */
export interface Har {
  log: {
    version: '1.2';
    /** What wrote it. */
    creator: { name: string; version: string };
    entries: HarEntry[];
  };
}

/** One request, with its answer or why there was none. */
export interface HarEntry {
  /** When it was sent, such as `2026-01-31T12:00:00.000Z`. */
  startedDateTime: string;
  /** How long it took until the last byte of the answer, in milliseconds. */
  time: number;
  request: HarRequest;
  response: HarResponse;
  cache: Record<string, never>;
  timings: HarTimings;
  /** The operationId of the call, where the client said it through the recorder's hooks. */
  comment?: string;
  /** As the standard has it: others may add what begins so. The recorder does not. */
  [custom: `_${string}`]: unknown;
}

/** What was sent. */
export interface HarRequest extends HarMessage {
  method: string;
  url: string;
  queryString: HarPair[];
  postData?: { mimeType: string; text: string };
}

/** What was answered. Where nothing was, `status` is 0 and `_error` says why. */
export interface HarResponse extends HarMessage {
  status: number;
  statusText: string;
  content: {
    /** In bytes. */
    size: number;
    mimeType: string;
    text: string;
  };
  /** Where the answer leads to, or nothing. */
  redirectURL: string;
  _error?: string;
}

/** What requests and answers have in common. */
export interface HarMessage {
  /** `fetch` does not tell: `unknown`. */
  httpVersion: string;
  /** Empty: cookies are secrets. */
  cookies: never[];
  headers: HarPair[];
  /** `fetch` does not tell: -1. */
  headersSize: number;
  /** In bytes; -1 where it is not known. */
  bodySize: number;
}

/** A header or a parameter of a query. */
export interface HarPair {
  name: string;
  value: string;
}

/** Times in milliseconds. */
export interface HarTimings {
  /** `fetch` does not tell it from the waiting: 0. */
  send: number;
  /** Until the headers of the answer. */
  wait: number;
  /** From then until its last byte. */
  receive: number;
}
