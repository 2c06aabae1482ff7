import type { Fetch, PlatformFetch } from '../call/fetch.js';
import type { Hooks } from '../call/hooks.js';
import { version } from '../generated/version.js';
import { checkKind, checkKnown } from '../given/known-options.js';
import { entryOf, type Exchange } from './entry.js';
import type { Har, HarEntry } from './har.js';

/** Options of {@link recordHar}. */
export interface RecordHarOptions {
  /**
   * Sends the requests.
   *
   * @default what `globalThis.fetch` is at each call
   */
  fetch?: Fetch | undefined;
}

/** What a client is given so that its traffic is recorded, and the record. */
export interface HarRecorder {
  /** For the client's option `fetch`: sends requests, and records them with their answers. */
  fetch: Fetch;
  /** For the client's option `hooks`: tells which operation each request is of. Without it the rest is recorded alike. */
  hooks: Pick<Hooks, 'onAttemptStart'>;
  /** What was recorded so far, the earliest answer first. A call that is done is in it, with all its attempts. */
  har: () => Har;
}

/**
 * Records what a client sends and receives as HTTP Archive (HAR) 1.2, with bodies and times, and without secrets: the
 * values of headers, parameters and members that are tokens, signatures, cookies or passwords by their names are left
 * out, and so is every repetition of what authenticated the request. What else is in answers, such as IDs and addresses,
 * stays. Everything is kept until the recorder is let go.
 *
 * @throws VpcepValidationError when an option is unknown or breaks its rule.
 *
 * @example
 * const { fetch, hooks, har } = recordHar();
 * const vpcep = createVpcepClient({ region: 'cn-north-4', credentials, fetch, hooks });
 * await vpcep.listEndpoints();
 * await writeFile('traffic.har', JSON.stringify(har()));
 */
export function recordHar(options: RecordHarOptions = {}): HarRecorder {
  checkKind('options', options, 'Object');
  checkKnown(options, { fetch: 'function' });
  const { fetch = (...args: Parameters<Fetch>) => globalThis.fetch(...args) }: RecordHarOptions = options;
  const entries: HarEntry[] = [];
  /** The same method and URL are always of the same operation. */
  const operations = new Map<string, string>();
  return {
    hooks: {
      onAttemptStart({ method, url, operation }) {
        operations.set(`${method} ${url}`, operation);
      },
    },
    async fetch(url, init) {
      const operation = operations.get(`${init.method} ${url}`);
      const seen = { url, init, startedAt: new Date(), start: performance.now(), operation };
      const keep = (rest: Pick<Exchange, 'answer' | 'answered'>) => {
        entries.push(entryOf({ ...seen, end: performance.now(), ...rest }));
      };
      let answered;
      try {
        const response = await (fetch as PlatformFetch)(url, init);
        answered = performance.now();
        keep({ answered, answer: { response, text: await response.clone().text() } });
        return response;
      } catch (error) {
        keep({ ...(answered !== undefined && { answered }), answer: { error } });
        throw error;
      }
    },
    har: () => ({ log: { version: '1.2', creator: { name: '@vpcep/client', version }, entries: [...entries] } }),
  };
}
