import type { Authenticator } from '../authentication/authenticator.js';
import type { AttemptOptions } from './call-options.js';
import type { Explain } from './explain-briefly.js';
import type { Fetch, FetchInit, PlatformFetch } from './fetch.js';
import { mergeHeaders, type HeadersLike } from './headers.js';
import type { Hooks } from './hooks.js';
import type { Attempt, RunningCall } from './running-call.js';

/** What all calls of a client have in common. */
export interface Transport {
  fetch: PlatformFetch;
  authenticator: Authenticator;
  hooks: Hooks;
  /** Makes each attempt of a call. */
  tryCall: TryCall;
  /** What `fetch` is told of requests that only read. */
  getInit: Pick<FetchInit, 'cache'>;
  explain: Explain;
  errorCatalogue: CommonOptions['errorCatalogue'];
  /** What every request carries, by their names in lower case. */
  headers: Record<string, string>;
}

/** Tries a call once. */
export type TryCall = (transport: Transport, call: RunningCall) => Promise<Attempt>;

/** What every client takes, however it authenticates. */
export interface CommonOptions extends AttemptOptions {
  /**
   * Sends the requests.
   *
   * @default what `globalThis.fetch` is at each call
   */
  fetch?: Fetch | undefined;
  /** Headers of every request. Those of a call win over them, and they win over the client's own. */
  headers?: HeadersLike | undefined;
  /** Functions that are called while calls run, for logs and traces. */
  hooks?: Hooks | undefined;
  /** The catalogue of `@vpcep/client/error-catalogue`: with it, errors carry the remedy of their code. */
  errorCatalogue?:
    ReadonlyMap<string, { readonly remedy: { readonly en: string; readonly 'zh-CN': string } }> | undefined;
}

/** Makes what all calls have in common of the client's options. */
export function createTransport(
  { fetch, hooks = {}, errorCatalogue, headers = {} }: CommonOptions,
  authenticator: Authenticator,
  explain: Explain,
  tryCall: TryCall,
  ownHeaders: Record<string, string> = {},
): Transport {
  return {
    // Read at each call, so that what replaces it later, such as a tracer, is met.
    fetch: (fetch as PlatformFetch | undefined) ?? ((url, init) => globalThis.fetch(url, init)),
    authenticator,
    // Those of a class's instance are in its prototype, and are called with the instance as `this`.
    hooks: new Proxy<Hooks>({}, { get: (_, name: keyof Hooks) => hooks[name]?.bind(hooks) }),
    tryCall,
    explain,
    errorCatalogue,
    // An old answer would be taken for the state of now. Some platforms refuse what they do not know.
    getInit: typeof Request === 'function' && 'cache' in Request.prototype ? { cache: 'no-store' } : {},
    headers: mergeHeaders(ownHeaders, headers),
  };
}
