/** A request as it is sent. */
export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** What came of a request. */
export type Outcome =
  | {
      kind: 'answered';
      status: number;
      words: string;
      ok: boolean;
      headers: [name: string, value: string][];
      text: string;
      time: number;
    }
  | { kind: 'unreachable' | 'tooSlow' };

/** How long an answer may take: longer than the mock makes anybody wait, unless it is told to. */
export const patience = 30_000;

/** What tells a reader something; the rest belongs to the connection. */
const telling = ['content-type', 'x-request-id', 'retry-after', 'allow', 'date'];

/**
 * Sends a request without any cookie or credential of the browser's own.
 *
 * @param send the browser's `fetch`, or that of a mock in the page.
 * @param reasons the words for statuses, where a response comes without, as over HTTP/2.
 */
export async function sendRequest(
  { method, url, headers, body }: Sent,
  send: typeof fetch,
  reasons: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const started = performance.now();
  try {
    const response = await send(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    const time = performance.now() - started;
    const shown = telling.flatMap((name): [string, string][] => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    return {
      kind: 'answered',
      status: response.status,
      words: response.statusText || (reasons[response.status] ?? ''),
      ok: response.ok,
      headers: shown,
      text,
      time,
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return { kind: 'tooSlow' };
    // A browser does not say to a page why it got no answer.
    if (error instanceof TypeError) return { kind: 'unreachable' };
    throw error;
  }
}
