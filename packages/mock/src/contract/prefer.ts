import type { IHttpOperation } from '@stoplight/types';
import type { IHttpOperationConfig } from '@stoplight/prism-http';
import { readPreferHeader } from './prefer-header.js';

/** What a `Prefer` header chooses. */
export interface Preference {
  readonly chosen: boolean;
  readonly config: IHttpOperationConfig;
}

/**
 * Reads `Prefer: code=404`, `Prefer: example=failed` and `Prefer: dynamic=true`, which choose among the documented
 * answers to a valid request. Preferences of other kinds are ignored, as RFC 7240 asks.
 *
 * @param makesNothingUp - why `dynamic=true` cannot be, if it cannot.
 */
export function readPreference(
  header: string | undefined,
  operation: IHttpOperation,
  makesNothingUp?: string,
): Preference | { problem: string } {
  // Most requests have no preference.
  if (header === undefined) return { chosen: false, config: { dynamic: false } };
  const preferences = readPreferHeader(header);
  const [code, example, dynamic] = ['code', 'example', 'dynamic'].map((name) => preferences.get(name));

  const codes = operation.responses.map((response) => response.code);
  if (code !== undefined && !codes.includes(String(code))) {
    return { problem: `code=${String(code)} is not documented for this operation; choose one of ${codes.join(', ')}` };
  }
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false') {
    return { problem: 'dynamic must be true or false' };
  }
  if (dynamic === 'true' && makesNothingUp !== undefined) return { problem: makesNothingUp };
  if (example !== undefined) {
    const status = String(code ?? codes[0]);
    const response = operation.responses.find((candidate) => candidate.code === status);
    const keys = (response?.contents ?? []).flatMap((content) => content.examples ?? []).map((item) => item.key);
    if (!keys.includes(String(example))) {
      return {
        problem: `example=${String(example)} is not documented for status ${status}; choose one of ${keys.join(', ')}`,
      };
    }
  }
  return {
    chosen: code !== undefined || example !== undefined || dynamic === 'true',
    config: {
      dynamic: dynamic === 'true',
      ...(code === undefined ? {} : { code: Number(code) }),
      ...(example === undefined ? {} : { exampleKey: String(example) }),
    },
  };
}
