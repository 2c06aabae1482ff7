import { expect } from 'vitest';
import type { Mock } from '../src/index.js';
import type { Reply } from './api.js';

/** Calls of the control routes of a mock. */
export const controlOf =
  (run: { readonly mock: Pick<Mock, 'url'> }) =>
  async (method: string, route: string, body?: unknown): Promise<Reply> => {
    const response = await fetch(`${run.mock.url}/_mock/${route}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };

/** The answer of a control route to a body that it refuses. */
export const errorResponse = (message: RegExp): unknown => ({
  status: 400,
  body: { error_code: 'Mock.0400', error_msg: expect.stringMatching(message) as string },
});
