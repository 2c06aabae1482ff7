import type { Authenticator } from './authentication/authenticator.js';
import type { AttemptOptions } from './call/call-options.js';
import type { Hooks } from './call/hooks.js';
import type { Fetch, Transport } from './call/run-call.js';

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

/** What all calls of a client have in common. */
export function createTransport(
  { fetch = globalThis.fetch, hooks = {}, errorCatalogue }: CommonOptions,
  authenticator: Authenticator,
): Transport {
  return { fetch, authenticator, hooks, remedyOf: (code) => errorCatalogue?.get(code)?.remedy };
}
