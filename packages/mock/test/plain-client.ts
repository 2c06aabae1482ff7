import type { Mock } from '../src/index.js';

/** What came back. */
export interface PlainReply {
  readonly status: number;
  readonly body: unknown;
  readonly requestId: string | null;
}

/** Sends requests as they are written, as clients do that know nothing of the document. */
export type PlainClient = (method: string, path: string, body?: unknown) => Promise<PlainReply>;

/** A client of a project, whose ID takes the place of `{p}` in paths. */
export const plainClient =
  (mock: () => Pick<Mock, 'url'>, project: string): PlainClient =>
  async (method, path, body) => {
    const response = await fetch(mock().url + path.replace('{p}', project), {
      method,
      headers: { 'X-Auth-Token': 'any', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      requestId: response.headers.get('X-Request-Id'),
    };
  };
