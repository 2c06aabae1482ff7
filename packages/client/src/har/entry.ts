import type { HarEntry, HarMessage, HarRequest, HarResponse } from './har.js';
import { secretFilter, type SecretFilter } from './secrets.js';

/** What the recorder has seen of one request. */
export interface Exchange {
  url: string;
  init: RequestInit;
  startedAt: Date;
  /** By the clock of `performance.now()`, like all times here. */
  start: number;
  /** When the headers of the answer were there. */
  answered?: number;
  end: number;
  /** The answer, unless there was none or it broke off. */
  answer: { response: Response; text: string } | { error: unknown };
  operation: string | undefined;
}

/** An entry of an archive, without secrets. */
export function entryOf({ url, init, startedAt, start, end, answered = end, answer, operation }: Exchange): HarEntry {
  const sent = new Headers(init.headers);
  const received = 'response' in answer ? answer.response.headers : new Headers();
  const filter = secretFilter(sent, received);
  return {
    startedDateTime: startedAt.toISOString(),
    time: end - start,
    request: requestOf(url, init, sent, filter),
    response: responseOf(answer, received, filter),
    cache: {},
    timings: { send: 0, wait: answered - start, receive: end - answered },
    ...(operation !== undefined && { comment: operation }),
  };
}

function requestOf(
  given: string,
  { method = 'GET', body }: RequestInit,
  sent: Headers,
  filter: SecretFilter,
): HarRequest {
  const url = filter.url(given);
  return {
    method,
    url: url.href,
    queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
    ...message(sent, body ?? '', filter),
    ...(typeof body === 'string' && {
      postData: { mimeType: sent.get('Content-Type') ?? '', text: filter.body(body) },
    }),
  };
}

function responseOf(answer: Exchange['answer'], received: Headers, filter: SecretFilter): HarResponse {
  const { status, statusText, text } =
    'response' in answer
      ? { ...statusOf(answer.response), text: answer.text }
      : { status: 0, statusText: '', text: '' };
  return {
    status,
    statusText: filter.text(statusText),
    ...message(received, text, filter),
    content: { size: bytes(text), mimeType: received.get('Content-Type') ?? '', text: filter.body(text) },
    redirectURL: filter.text(received.get('Location') ?? ''),
    ...('error' in answer && { _error: filter.text(String(answer.error)) }),
  };
}

const statusOf = ({ status, statusText }: Response) => ({ status, statusText });

function message(headers: Headers, body: BodyInit, filter: SecretFilter): HarMessage {
  return {
    httpVersion: 'unknown',
    cookies: [],
    headers: filter.headers(headers),
    headersSize: -1,
    bodySize: typeof body === 'string' ? bytes(body) : -1,
  };
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;
