import type { Authenticator } from '../authentication/authenticator.js';
import type { ErrorResponse } from '../errors/http-errors.js';
import type { AttemptOptions } from './call-options.js';
import type { Hooks } from './hooks.js';

/** Sends a request: `globalThis.fetch`, or something with the same manners. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What all calls of a client have in common. */
export interface Transport {
  fetch: Fetch;
  authenticator: Authenticator;
  hooks: Hooks;
  remedyOf: (code: string) => ErrorResponse['remedy'];
}

/** What every client takes, however it authenticates. */
export interface CommonOptions extends AttemptOptions {
  /**
   * Sends the requests.
   *
   * @default globalThis.fetch
   */
  fetch?: Fetch;
  /** Functions that are called while calls run, for logs and traces. */
  hooks?: Hooks;
  /** The catalogue of `@vpcep/client/error-catalogue`: with it, errors carry the remedy of their code. */
  errorCatalogue?: ReadonlyMap<string, { readonly remedy: { readonly en: string; readonly 'zh-CN': string } }>;
}

/** Makes what all calls have in common of the client's options. */
export function createTransport(
  { fetch = globalThis.fetch, hooks = {}, errorCatalogue }: CommonOptions,
  authenticator: Authenticator,
): Transport {
  return { fetch, authenticator, hooks, remedyOf: (code) => errorCatalogue?.get(code)?.remedy };
}
